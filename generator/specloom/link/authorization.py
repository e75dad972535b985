"""Credentials as parameters: none may be one, but they say what opens the service.

OpenAPI 3.1 section 4.8.12.2.1 has parameters named `Authorization` ignored, which leaves
documents that know no other way to tell of a token without one. Other credentials may be
described twice: as a security scheme, and as a parameter of each operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from .api import Parameter, SchemeUse, SecurityScheme
from .node import Node

__all__ = ["asked", "completed", "without_credentials"]

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


def without_credentials(
    parameters: Iterable[Parameter],
    security: Iterable[Group],
    known: Mapping[str, SecurityScheme],
) -> tuple[Parameter, ...]:
    """The parameters but for those that an operation's security sends already."""
    used = (known[use.key] for group in security for use in group)
    sent = {_place(each.location, each.name) for each in used if each.kind == "apiKey"}
    return tuple(p for p in parameters if _place(p.location, p.name) not in sent)


def _place(location: str, name: str) -> tuple[str, str]:
    """Where something is sent; names of header fields have no case (RFC 9110 section 5.1)."""
    return location, name.lower() if location == "header" else name


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
