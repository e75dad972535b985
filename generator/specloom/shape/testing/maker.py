"""What clients are made with in tests, and the operations that they are tried with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...link import Operation
from ...oracle import Call, Oracle, Secret, Success, opening
from ..annotation import Annotations
from ..text import literal
from ..views import EntryView

__all__ = ["Probe", "credentials", "secured", "settings"]

LONG = 40
"""Characters: headers that take more are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """An operation that the client is tried with."""

    operation: Operation
    call: Call
    name: str
    """The constant that states it, with its module."""
    success: Success | None
    """Its first answer."""


def credentials(oracle: Oracle, annotations: Annotations) -> Iterator[EntryView]:
    """The made-up credentials by keyword."""
    for key, secret in oracle.secrets.items():
        keyword = literal(annotations.names.credentials[key])
        yield EntryView(key=keyword, value=_secret(secret))


def secured(oracle: Oracle) -> Mapping[str, str]:
    """The headers that credentials add to most calls, if they are long."""
    groups = map(oracle.opened, oracle.api.operations)
    added = Counter(
        opening(oracle.api, each, oracle.secrets).headers for each in groups
    )
    headers = next((each for each, _ in added.most_common() if each), ())
    long = sum(len(name) + len(text) for name, text in headers) > LONG
    return dict(headers) if long else {}


def settings(oracle: Oracle, annotations: Annotations) -> Iterator[EntryView]:
    """What else clients cannot be without, by keyword: variables of servers, an address."""
    names = annotations.names
    for server in oracle.api.servers:
        for each in server.variables:
            if each.name in oracle.variables:
                keyword = literal(names.variables[each.pointer])
                yield EntryView(key=keyword, value=literal(oracle.variables[each.name]))
    if oracle.base_url:
        yield EntryView(key=literal("base_url"), value=literal(oracle.base_url))


def _secret(secret: Secret) -> str:
    if secret.signs:
        return f"signer({literal(secret.signs)}, {literal(secret.text)})"
    if secret.user is None:
        return literal(secret.text)
    return f"({literal(secret.user)}, {literal(secret.text)})"
