"""Tags as resources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..link import Operation, Pointer
from .collisions import Claim, settle
from .identifiers import avoid, pascal, snake
from .names import ResourceName
from .reserved import ATTRIBUTES, MODULES, RESOURCES
from .scope import Scope

__all__ = ["PREFIX", "resource", "resources", "segments"]

PREFIX: Final = re.compile(r"api|rest|v\d+(?:[._-]?\w+)?|\d+(?:\.\d+)*", re.IGNORECASE)
"""Segments of a path that say nothing about what stands there."""


def resource(operation: Operation) -> str:
    """The key of an operation's resource: its first tag, else from its path."""
    if operation.tags:
        return operation.tags[0]
    for segment in segments(operation.path):
        if "{" not in segment:
            return segment
    return "root"


def segments(path: str) -> list[str]:
    """The segments of a path template that say something."""
    parts = path.partition("?")[0].split("/")
    return [part for part in parts if part and not PREFIX.fullmatch(part)]


def resources(scope: Scope) -> dict[str, ResourceName]:
    """Every resource that an operation needs, in the order of first use."""
    tags = {tag.name: tag for tag in scope.api.tags}
    used: dict[str, tuple[Pointer, str | None, int]] = {}
    for operation in scope.api.operations:
        key = resource(operation)
        tag = tags.get(key)
        if tag:
            used.setdefault(key, (tag.pointer, tag.python_name, 0))
        else:
            used.setdefault(key, (operation.pointer, None, 1))
    attributes = _attributes(scope, used)
    modules = _modules(scope, used, attributes)
    types = _types(scope, used, attributes)
    return {
        key: ResourceName(
            attribute=attributes[key], module=modules[key], type=types[key]
        )
        for key in used
    }


def _attributes(
    scope: Scope, used: Mapping[str, tuple[Pointer, str | None, int]]
) -> dict[str, str]:
    claims: list[Claim] = []
    for key, (pointer, python_name, rank) in used.items():
        if rank:
            python_name, pinned = None, False
        else:
            pinned = True
        claim = scope.claim(
            pointer if pinned else "",
            [snake(key)],
            key=key,
            stem="resource",
            rank=2 * rank + (snake(key) != key),
            python_name=python_name,
            fit=lambda name: avoid(name, ATTRIBUTES),
        )
        claims.append(claim)
    return settle(claims, scope.report)


def _modules(
    scope: Scope,
    used: Mapping[str, tuple[Pointer, str | None, int]],
    attributes: Mapping[str, str],
) -> dict[str, str]:
    return settle(
        (
            Claim(
                key=key,
                wishes=(avoid(attributes[key], MODULES).lower(),),
                pattern=f"{attributes[key]}_{{}}".lower(),
                pointer=used[key][0],
                rank=int(attributes[key] in MODULES),
            )
            for key in used
        ),
        scope.report,
    )


def _types(
    scope: Scope,
    used: Mapping[str, tuple[Pointer, str | None, int]],
    attributes: Mapping[str, str],
) -> dict[str, str]:
    """As the tag spells it, unless its attribute had to differ."""
    claims: list[Claim] = []
    for key in used:
        plain = avoid(snake(key), ATTRIBUTES) == attributes[key]
        wish = (pascal(key) if plain else "") or pascal(attributes[key])
        wish = avoid(wish, RESOURCES, "Resource")
        claims.append(
            Claim(
                key=key,
                wishes=(wish,),
                pattern=f"{wish}{{}}",
                pointer=used[key][0],
            )
        )
    return settle(claims, scope.report)
