"""Parameters and body members as keyword arguments; members of objects as fields."""

from __future__ import annotations

from typing import Final

from ..link import Object, Operation, Pointer, flat
from .collisions import Claim, settle
from .identifiers import avoid, snake
from .reserved import ARGUMENTS, FIELDS
from .scope import Scope
from .words import spelled

__all__ = ["arguments", "fields"]

LOCATIONS: Final = ("path", "query", "querystring", "header", "cookie", "body")
"""Of two arguments with one name, the later location's says where it goes."""


def arguments(scope: Scope, operation: Operation) -> dict[Pointer, str]:
    """Parameter or body member, or the body itself -> keyword."""
    claims = [
        _claim(scope, each.pointer, each.name, each.location, each.python_name)
        for each in operation.parameters
    ]
    if operation.body:
        members = flat(scope.api, operation.body)
        if members is None:
            body = operation.body
            claims.append(_claim(scope, body.pointer, "body", "body", body.python_name))
        else:
            claims += [
                _claim(scope, each.pointer, each.name, "body", each.python_name)
                for each in members.properties
            ]
    unique = {claim.key: claim for claim in claims}
    return settle(unique.values(), scope.report)


def _claim(
    scope: Scope, pointer: Pointer, name: str, location: str, python_name: str | None
) -> Claim:
    plain = snake(name)
    said = snake(spelled(name))
    wishes = [plain, said, f"{plain or said}_{location}" if plain or said else ""]
    return scope.claim(
        pointer,
        wishes,
        stem=location,
        rank=2 * LOCATIONS.index(location) + (plain != name),
        python_name=python_name,
        fit=lambda name: avoid(name, ARGUMENTS),
    )


def fields(scope: Scope) -> dict[Pointer, dict[str, str]]:
    """Object -> wire name -> field, for every object with properties."""
    found: dict[Pointer, dict[str, str]] = {}
    for pointer, schema in scope.api.schemas.items():
        if isinstance(schema.shape, Object) and schema.shape.properties:
            found[pointer] = _fields(scope, schema.shape)
    return found


def _fields(scope: Scope, shape: Object) -> dict[str, str]:
    claims: list[Claim] = []
    for each in shape.properties:
        plain = snake(each.name)
        claims.append(
            scope.claim(
                each.pointer,
                [plain, snake(spelled(each.name))],
                key=each.name,
                stem="member",
                rank=int(plain != each.name),
                python_name=each.python_name,
                fit=lambda name: avoid(name, FIELDS),
            )
        )
    return settle(claims, scope.report)
