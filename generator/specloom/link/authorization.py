"""`Authorization` as a parameter: none may be one, but it says what opens the service.

OpenAPI 3.1 section 4.8.12.2.1 has such parameters ignored, which leaves documents that know
no other way to tell of a token without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from .api import SchemeUse, SecurityScheme
from .node import Node

__all__ = ["asked", "completed"]

NAME = "Authorization"
Group: TypeAlias = tuple[SchemeUse, ...]


def completed(
    known: Mapping[str, SecurityScheme], owners: Iterable[Node]
) -> dict[str, SecurityScheme]:
    """The schemes, and one more for the header where only parameters name it.

    `owners` are the path items and operations of the document.
    """
    found = dict(known)
    if any(_writes(each) for each in known.values()):
        return found
    for owner in owners:
        parameter = _parameter(owner)
        if parameter is not None:
            found[NAME] = SecurityScheme(
                pointer=parameter.pointer,
                key=NAME,
                kind="apiKey",
                name=NAME,
                location="header",
                description=parameter.text("description"),
            )
            break
    return found


def asked(
    security: tuple[Group, ...],
    known: Mapping[str, SecurityScheme],
    owners: Iterable[Node],
) -> tuple[Group, ...]:
    """The requirements of an operation, with what its parameters ask for besides."""
    parameter = next(filter(None, map(_parameter, owners)), None)
    if parameter is None:
        return security
    needed = parameter.flag("required")
    found = (
        each
        for group in security or ((),)
        for each in _with_header(group, known, needed=needed)
    )
    return tuple(dict.fromkeys(found))


def _with_header(
    group: Group, known: Mapping[str, SecurityScheme], *, needed: bool
) -> Iterator[Group]:
    if not any(_writes(known[use.key]) for use in group):
        for key, scheme in known.items():
            if _writes(scheme):
                yield (*group, SchemeUse(key=key))
        if needed:
            return
    yield group


def _parameter(owner: Node) -> Node | None:
    for item in owner.items("parameters"):
        node = item.followed()
        named = node.text("name").lower() == NAME.lower()
        if named and node.text("in") == "header":
            return node
    return None


def _writes(scheme: SecurityScheme) -> bool:
    """Whether a scheme's credential is this header (RFC 9110 section 11.6.2)."""
    if scheme.kind == "apiKey":
        return scheme.location == "header" and scheme.name.lower() == NAME.lower()
    return scheme.kind != "mutualTLS"
