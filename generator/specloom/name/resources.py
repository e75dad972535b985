"""Tags as resources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from ..link import Api, Operation, Pointer, Tag
from .collisions import Claim, settle
from .identifiers import avoid, pascal, snake
from .names import ResourceName
from .reserved import ATTRIBUTES, MODULES, RESOURCES
from .scope import Scope

__all__ = ["grouped", "resources", "segments"]

PREFIX: Final = re.compile(r"api|rest|v\d+(?:[._-]?\w+)?|\d+(?:\.\d+)*", re.IGNORECASE)
"""Segments of a path that say nothing about what stands there."""
FORMAT: Final = re.compile(r"(?<=.)\.(?:json|xml|html?|php|aspx?|cgi)$", re.IGNORECASE)
"""How something is written, which the name of a call need not say."""

BADGES: Final = ("badge", "audience")


def grouped(api: Api) -> dict[Pointer, str]:
    """Operation -> the key of its resource: its first tag, else from its path.

    An operation without a tag joins the one tag that is called like its path. A badge, or
    for whom something is, groups nothing (OpenAPI 3.2, registry of tag kinds).
    """
    aside = {tag.name for tag in api.tags if tag.kind in BADGES}
    firsts = {
        each.pointer: next((tag for tag in each.tags if tag not in aside), None)
        for each in api.operations
    }
    tags = dict.fromkeys(tag for tag in firsts.values() if tag is not None)
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for tag in tags:
        alike[snake(tag)].append(tag)
    return {
        each.pointer: _untagged(each, tags, alike) if first is None else first
        for each in api.operations
        for first in (firsts[each.pointer],)
    }


def _untagged(
    operation: Operation, tags: Collection[str], alike: Mapping[str, list[str]]
) -> str:
    parts = segments(operation.path)
    key = next((part for part in parts if "{" not in part), "root")
    rivals = alike.get(snake(key), [])
    return rivals[0] if key not in tags and len(rivals) == 1 else key


def segments(path: str) -> list[str]:
    """The segments of a path template that say something, without their formats."""
    parts = (FORMAT.sub("", part) for part in path.partition("?")[0].split("/"))
    return [part for part in parts if part and not PREFIX.fullmatch(part)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    """Where a resource comes from; `tag` is missing where that is a path."""

    pointer: Pointer
    tag: Tag | None


def resources(
    scope: Scope, groups: Mapping[Pointer, str], client: str
) -> dict[str, ResourceName]:
    """Every resource that an operation needs, in the order of first use."""
    tags = {tag.name: tag for tag in scope.api.tags}
    used: dict[str, _Origin] = {}
    for pointer, key in groups.items():
        tag = tags.get(key)
        used.setdefault(key, _Origin(pointer=tag.pointer if tag else pointer, tag=tag))
    attributes = settle(
        (_attribute(scope, key, origin) for key, origin in used.items()), scope.report
    )
    modules = _modules(scope, used, attributes)
    types = _types(scope, used, attributes, client)
    return {
        key: ResourceName(
            attribute=attributes[key], module=modules[key], type=types[key]
        )
        for key in used
    }


def _attribute(scope: Scope, key: str, origin: _Origin) -> Claim:
    """A tag's claim; one from a path can't be pinned, for that would name the method."""
    plain = snake(key)
    if origin.tag:
        return scope.claim(
            origin.pointer,
            [plain],
            key=key,
            stem="resource",
            rank=int(plain != key),
            python_name=origin.tag.python_name,
            fit=lambda name: avoid(name, ATTRIBUTES),
        )
    wish = avoid(plain, ATTRIBUTES)
    return Claim(
        key=key,
        wishes=(wish,) if wish else (),
        pattern=f"{plain or 'resource'}_{{}}",
        pointer=origin.pointer,
        rank=2 + (plain != key),
    )


def _modules(
    scope: Scope,
    used: Mapping[str, _Origin],
    attributes: Mapping[str, str],
) -> dict[str, str]:
    return settle(
        (
            Claim(
                key=key,
                wishes=(avoid(attributes[key], MODULES).lower(),),
                pattern=f"{attributes[key]}_{{}}".lower(),
                pointer=used[key].pointer,
                rank=int(attributes[key] in MODULES),
            )
            for key in used
        ),
        scope.report,
    )


def _types(
    scope: Scope,
    used: Mapping[str, _Origin],
    attributes: Mapping[str, str],
    client: str,
) -> dict[str, str]:
    """As the tag spells it, unless its attribute had to differ or the client has it."""
    claims: list[Claim] = []
    taken = (client, f"{client}WithResponse")
    reserved = RESOURCES.union(taken, (f"Async{name}" for name in taken))
    for key in used:
        plain = avoid(snake(key), ATTRIBUTES) == attributes[key]
        wish = (pascal(key) if plain else "") or pascal(attributes[key])
        wish = avoid(wish, reserved, "Resource")
        claims.append(
            Claim(
                key=key,
                wishes=(wish,),
                pattern=f"{wish}{{}}",
                pointer=used[key].pointer,
            )
        )
    return settle(claims, scope.report)
