"""Header fields of responses as attributes, and the classes that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..link import Header, Operation, Pointer, headed
from .collisions import Claim, settle
from .identifiers import avoid, pascal, snake
from .reserved import HEADERS
from .scope import Scope
from .words import spelled

__all__ = ["HeadersName", "headers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadersName:
    """A class of header fields; `fields` maps names of the wire in lower case."""

    type: str
    fields: Mapping[str, str]


def headers(
    scope: Scope,
    keys: Mapping[Pointer, str],
    called: Mapping[Pointer, tuple[str, str]],
) -> dict[Pointer, HeadersName]:
    """Operations whose successes describe header fields -> how these are called."""
    stated = {each.pointer: headed(each) for each in scope.api.operations}
    types: dict[Pointer, str] = {}
    for key in dict.fromkeys(keys.values()):
        owners = (each for each in scope.api.operations if keys[each.pointer] == key)
        claims = [
            _type(each, called[each.pointer][0])
            for each in owners
            if stated[each.pointer]
        ]
        types |= settle(claims, scope.report)
    return {
        pointer: HeadersName(
            type=type_, fields=_fields(scope, pointer, stated[pointer])
        )
        for pointer, type_ in types.items()
    }


def _type(operation: Operation, method: str) -> Claim:
    wish = f"{pascal(method)}Headers"
    return Claim(
        key=operation.pointer,
        wishes=(wish,),
        pattern=f"{wish}{{}}",
        pointer=operation.pointer,
    )


def _fields(
    scope: Scope, pointer: Pointer, stated: Mapping[str, Iterable[Header]]
) -> dict[str, str]:
    """As documents spell them: capitals start words (`X-RateLimit` is `x_rate_limit`)."""
    claims = [
        scope.claim(
            f"{pointer}/{wire}",
            [snake(written), snake(spelled(written))],
            key=wire,
            stem="header",
            fit=lambda name: avoid(name, HEADERS),
        )
        for wire, headers in stated.items()
        for written in (min(each.name for each in headers),)
    ]
    return settle(claims, scope.report)
