"""Discriminators: which value means which schema (OpenAPI 3.1 section 4.8.25)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..read import split
from ..report import Diagnostic
from .api import Discriminator, Pointer
from .facets import facets, transparent
from .node import Node

if TYPE_CHECKING:
    from .schemas import Schemas

NESTED = 8
"""Unions of unions are looked into no deeper."""

__all__ = ["Told", "component_name", "discriminator"]


@dataclass(frozen=True, slots=True)
class Told:
    """A discriminator, or only what is left of one that can't be read."""

    told: Discriminator | None

    @property
    def mapping(self) -> tuple[tuple[str, Pointer], ...]:
        """Which value means which schema."""
        return () if self.told is None else self.told.mapping

    def based_on(self, pointer: Pointer, base: Pointer) -> Told:
        """Where the union is a base schema: any other value means the base's own."""
        if self.told is None:
            return self
        mapping = tuple(
            (key, base if target == pointer else target) for key, target in self.mapping
        )
        return Told(replace(self.told, mapping=mapping, fallback=base))


def discriminator(
    schemas: Schemas, own: Node, members: Sequence[tuple[Pointer, Node]]
) -> Told:
    """A discriminator with every name spelled out (OpenAPI 3.1 section 4.8.25).

    A member's own constant for the property counts before its component's name. Where
    members share one, it means the one that is called so, or any of them.
    """
    name = own.text("propertyName")
    if not name:
        return Told(None)
    if any(_is_structured(node, name) for _, node in members):
        schemas.report.add(
            Diagnostic(
                code="SP302",
                message=f"`{name}` holds no text that could tell the members apart",
                pointer=own.pointer,
            )
        )
        return Told(None)
    by_target = {transparent(node).pointer: at for at, node in members}
    mapping = dict.fromkeys(dict(_explicit(schemas, own, by_target)).items())
    named, taken = {at for _, at in mapping}, {key for key, _ in mapping}
    silent = [pair for pair in members if pair[0] not in named]
    for (pointer, _), keys in zip(silent, _implied(silent, name), strict=True):
        mapping |= {(key, pointer): None for key in keys if key not in taken}
    if not mapping:
        schemas.report.add(
            Diagnostic(
                code="SP302",
                message=f"no value of `{name}` is known for any member of the union",
                pointer=own.pointer,
            )
        )
        return Told(None)
    default = own.text("defaultMapping")
    fallback = None if not default else _target(schemas, own, default, by_target)
    return Told(Discriminator(property=name, mapping=tuple(mapping), fallback=fallback))


def _implied(
    members: Sequence[tuple[Pointer, Node]], name: str
) -> Iterator[tuple[str, ...]]:
    """What means each member; the name of one that allows it means no other one."""
    called = [component_name(member) for _, member in members]
    allowed = [_constants(member, name) for _, member in members]
    both = [*zip(called, allowed, strict=True)]
    taken = {key for own, keys in both for key in own if key in keys}
    for own, keys in both:
        clear = tuple(key for key in keys if key in own or key not in taken)
        yield clear or keys or own


def _explicit(
    schemas: Schemas, own: Node, by_target: Mapping[Pointer, Pointer]
) -> Iterator[tuple[str, Pointer]]:
    for key, value in own.members("mapping"):
        if isinstance(value.tree, str):
            target = _target(schemas, value, value.tree, by_target)
            if target is not None:
                yield key, target


def _target(
    schemas: Schemas, node: Node, value: str, by_target: Mapping[Pointer, Pointer]
) -> Pointer | None:
    """The member that a name of a component or a URI means."""
    target = node.component("schemas", value) or node.lead(value)
    if target is None:
        schemas.report.add(
            Diagnostic(
                code="SP302",
                message=f"the mapping's `{value}` is no schema of this document",
                pointer=node.pointer,
            )
        )
        return None
    pointer = transparent(target).pointer
    return by_target.get(pointer) or schemas.want(target)


def _constants(member: Node, name: str, depth: int = 0) -> tuple[str, ...]:
    """The values that a member, or what it is a union of, allows its property."""
    parts = facets(transparent(member))
    for part in reversed(parts):
        stated = part.get("properties")
        own = None if stated is None else stated.get(name)
        found = () if own is None else tuple(_values(own))
        if found:
            return found
    inner = [each for part in parts for each in _options(part)]
    keys = [_constants(each, name, depth + 1) for each in inner if depth < NESTED]
    return tuple(dict.fromkeys(key for found in keys for key in found))


def _is_structured(member: Node, name: str) -> bool:
    """Whether a member has a list or an object where a discriminator's text should be."""
    for part in facets(transparent(member)):
        stated = part.get("properties")
        own = None if stated is None else stated.get(name)
        kinds = [] if own is None else [facet.value("type") for facet in facets(own)]
        if any(kind in ("array", "object") for kind in kinds):
            return True
    return False


def _values(own: Node) -> Iterator[str]:
    """The texts of `const` and `enum`, also of one that may be null."""
    for part in (*facets(own), *_options(own)):
        values = [part.value("const")] if part.has("const") else part.value("enum")
        if isinstance(values, list):
            yield from (value for value in values if isinstance(value, str))


def _options(node: Node) -> Iterator[Node]:
    for keyword in ("oneOf", "anyOf"):
        yield from node.items(keyword)


def component_name(member: Node) -> tuple[str, ...]:
    """What a value calls a schema: its component's name, or its file's.

    A schema that stands inside another one has no name.
    """
    file, tokens = split(member.followed().pointer)
    if not tokens:
        return (PurePosixPath(file).stem,) if file else ()
    named = tokens[:2] == ("components", "schemas") and len(tokens) == 3
    return tokens[-1:] if named or member.has("$ref") else ()
