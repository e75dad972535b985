"""`oneOf` and `anyOf`: which of several schemas a value is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..read import join, split
from .api import (
    Alias,
    AnyValue,
    Enumeration,
    JsonValue,
    NullValue,
    Pointer,
    Shape,
    String,
    Union,
)
from .discriminators import component_name, discriminator
from .facets import facets, transparent
from .kinds import hinted, kind_of, kinds
from .node import Node
from .objects import object_of, required_only

if TYPE_CHECKING:
    from .schemas import Schemas

__all__ = ["Choice", "choice_of"]

OBJECT = ("properties", "additionalProperties", "patternProperties", "required")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a union came to."""

    shape: Shape
    nullable: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One `oneOf` or `anyOf`: where it stands, its members by place."""

    owner: Node
    members: tuple[Node, ...]


def choice_of(
    schemas: Schemas, pointer: Pointer, parts: tuple[Node, ...], allowed: Iterable[str]
) -> Choice | None:
    """The union that the parts hold, together with all else that they say."""
    groups = list(_groups(parts, pointer))
    if not groups:
        return None
    base = tuple(_shorn(part, "oneOf", "anyOf", "discriminator") for part in parts)
    if len(groups) > 1:
        return Choice(_several(schemas, pointer, groups, base), False)
    group = groups[0]
    members = [member for member in group.members if not _is_null(member)]
    nullable = len(members) < len(group.members) or "null" in allowed
    values = _constants(members)
    if values is not None:
        return _enumerated(members, values, nullable)
    if _open_text(members):
        return Choice(String(), nullable)
    wanted = dict(_wanted(schemas, pointer, members, base))
    return Choice(_union(schemas, group, wanted), nullable)


def _groups(parts: Iterable[Node], pointer: Pointer) -> Iterator[Group]:
    """Every union that says what a value is, those aside that lead back here.

    A base schema may list the schemas that take it in: for them the list says nothing.
    """
    parts = tuple(parts)
    here = {pointer, *(part.pointer for part in parts)}
    for part in parts:
        for keyword in ("oneOf", "anyOf"):
            members = [m for m in part.items(keyword) if m.tree is not False]
            telling = [m for m in members if transparent(m).pointer not in here]
            inherited = len(telling) < len(members) and part.pointer != pointer
            if telling and not inherited and not all(map(required_only, members)):
                yield Group(part, tuple(telling))


def _shorn(node: Node, *keys: str) -> Node:
    if not isinstance(node.tree, dict):
        return node
    tree = {key: value for key, value in node.tree.items() if key not in keys}
    return Node(node.document, node.pointer, tree)


def _is_null(member: Node) -> bool:
    tree = transparent(member).tree
    if not isinstance(tree, dict):
        return False
    return tree.get("type") in ("null", ["null"]) or (
        tree.get("enum") == [None] or ("const" in tree and tree["const"] is None)
    )


def _constants(members: list[Node]) -> tuple[JsonValue, ...] | None:
    """All values, if every member is an inline list of plain ones."""
    values: list[JsonValue] = []
    for member in members:
        if member.has("$ref", "properties", "allOf", "oneOf", "anyOf"):
            return None
        stated = [member.value("const")] if member.has("const") else None
        listed = stated or member.value("enum")
        if not isinstance(listed, list) or not listed:
            return None
        values += listed
    if not values or any(isinstance(value, dict | list) for value in values):
        return None
    return tuple(values)


def _enumerated(
    members: list[Node], values: tuple[JsonValue, ...], nullable: bool
) -> Choice:
    unique = {(kind_of(v), repr(v)): v for v in values if v is not None}
    titles = tuple(member.text("title") for member in members)
    single = len(titles) == len(unique)
    told = tuple(member.text("description") for member in members)
    named = single and all(titles) and len(set(titles)) == len(titles)
    names = titles if named else ()
    return Choice(
        Enumeration(
            values=tuple(unique.values()),
            names=names,
            descriptions=told if single and any(told) else (),
        ),
        nullable or None in values,
    )


def _open_text(members: list[Node]) -> bool:
    """An inline enumeration beside plain text: the author lists known values only."""
    inline = [m for m in members if not m.has("$ref", "allOf", "oneOf", "anyOf")]
    if len(inline) < len(members) or len(members) < 2:
        return False
    texts = all(m.value("type") == "string" or m.has("enum", "const") for m in members)
    plain = any(not m.has("enum", "const", "format") for m in members)
    listed = any(m.has("enum", "const") for m in members)
    return texts and plain and listed


def _wanted(
    schemas: Schemas, pointer: Pointer, members: list[Node], base: tuple[Node, ...]
) -> Iterator[tuple[Pointer, Node]]:
    """The members, each joined with what stands beside the union where it has to be."""
    structured = any(part.has(*OBJECT) for part in base)
    types = kinds(part for part in base if isinstance(part.tree, dict))
    for member in members:
        parts = [p for p in facets(transparent(member)) if isinstance(p.tree, dict)]
        inherits = any(part.pointer == pointer for part in parts)
        untyped = not (kinds(parts) or hinted(parts) or _has_choice(parts))
        object_like = not kinds(parts) or "object" in kinds(parts)
        if not inherits and ((structured and object_like) or (types and untyped)):
            yield schemas.merged(_merged_at(pointer, member), member, base), member
        else:
            yield schemas.want(member), member


def _has_choice(parts: Iterable[Node]) -> bool:
    return any(part.has("oneOf", "anyOf", "enum", "const") for part in parts)


def _merged_at(pointer: Pointer, member: Node) -> Pointer:
    """Where a merged member is kept: under its name rather than its number."""
    _, tokens = split(member.pointer)
    names = component_name(member) or tokens[-1:]
    return f"{join(pointer, *tokens[-2:-1], *names)}@merged"


def _union(schemas: Schemas, group: Group, wanted: Mapping[Pointer, Node]) -> Shape:
    if not wanted:
        return NullValue()
    if len(wanted) == 1:
        return Alias(target=next(iter(wanted)))
    own = group.owner.get("discriminator")
    told = None if own is None else discriminator(schemas, own, [*wanted.items()]).told
    return Union(members=tuple(wanted), discriminator=told)


def _several(
    schemas: Schemas, pointer: Pointer, groups: list[Group], base: tuple[Node, ...]
) -> Shape:
    """Unions that hold together: one object of all members, which are then optional."""
    parts: list[Node] = [part for part in base if isinstance(part.tree, dict)]
    for group in groups:
        for member in group.members:
            for part in facets(member):
                if part.has("oneOf", "anyOf") or not isinstance(part.tree, dict):
                    schemas.approximate(groups[0].owner, "several unions at once")
                    return AnyValue()
                parts.append(_shorn(part, "required", "discriminator"))
    if "object" not in (kinds(parts) or hinted(parts)):
        schemas.approximate(groups[0].owner, "several unions at once")
        return AnyValue()
    schemas.approximate(
        groups[0].owner, "several unions at once: every member is taken as optional"
    )
    return object_of(schemas, pointer, groups[0].owner, parts)
