"""Annotations as sets of values: which of two allows more."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from ..effect import Effect

__all__ = ["Type", "effect_of", "names_in", "parsed"]


@dataclass(frozen=True, slots=True)
class Literal:
    """One value of a `Literal`."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """A class or an alias with its arguments; the last word of a dotted name."""

    name: str
    arguments: tuple[Type, ...] = ()


Type: TypeAlias = "frozenset[Literal | Name]"
"""A union of its members."""

_ANY: Final = frozenset({"JsonValue", "Any", "object"})
_ABSENT: Final = Name("UnsetType")
_WIDER: Final = {
    "bool": ("int", "float"),
    "int": ("float",),
    "list": ("Sequence",),
    "dict": ("Mapping",),
}
"""Promotions of type-checkers (PEP 484), and what lists and dictionaries are."""


@lru_cache(maxsize=65536)
def parsed(annotation: str) -> Type:
    """The members of an annotation, without what only annotates it and without absence."""
    return frozenset(_members(ast.parse(annotation, mode="eval").body)) - {_ABSENT}


def _members(node: ast.expr) -> Iterator[Literal | Name]:
    match node:
        case ast.BinOp(op=ast.BitOr()):
            yield from _members(node.left)
            yield from _members(node.right)
        case ast.Subscript(value=value, slice=inside):
            yield from _applied(_word(value), _arguments(inside))
        case ast.Constant(value=str() as text):
            yield from _members(ast.parse(text, mode="eval").body)
        case _:
            yield Name(_word(node))


def _applied(name: str, arguments: list[ast.expr]) -> Iterator[Literal | Name]:
    match name:
        case "Annotated":
            yield from _members(arguments[0])
        case "Literal":
            for each in arguments:
                value = ast.literal_eval(each)
                yield Literal(type(value).__name__, repr(value))
        case _:
            yield Name(name, tuple(frozenset(_members(each)) for each in arguments))


def _arguments(inside: ast.expr) -> list[ast.expr]:
    return list(inside.elts) if isinstance(inside, ast.Tuple) else [inside]


def _word(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ast.unparse(node)


def names_in(found: Type) -> Iterator[str]:
    """Every name in a type."""
    for each in found:
        if isinstance(each, Name):
            yield each.name
            for inside in each.arguments:
                yield from names_in(inside)


def effect_of(before: Type, after: Type, renamed: Mapping[str, str]) -> Effect | None:
    """What a change of type does; `None` where nothing changes but names."""
    old = _renamed(before, renamed)
    wider, narrower = _within(old, after), _within(after, old)
    if wider and narrower:
        return None
    return Effect.WIDENS if wider else Effect.NARROWS if narrower else Effect.MOVES


def _renamed(found: Type, renamed: Mapping[str, str]) -> Type:
    if not renamed:
        return found
    return frozenset(
        (
            Name(
                renamed.get(each.name, each.name),
                tuple(_renamed(inside, renamed) for inside in each.arguments),
            )
            if isinstance(each, Name)
            else each
        )
        for each in found
    )


def _within(one: Type, other: Type) -> bool:
    """Whether every value of one is one of the other."""
    if one == other or any(isinstance(e, Name) and e.name in _ANY for e in other):
        return True
    return all(any(_fits(each, wide) for wide in other) for each in one)


def _fits(one: Literal | Name, wide: Literal | Name) -> bool:
    if one == wide:
        return True
    if isinstance(wide, Literal):
        return False
    name = one.kind if isinstance(one, Literal) else one.name
    if wide.name != name and wide.name not in _WIDER.get(name, ()):
        return False
    inside = () if isinstance(one, Literal) else one.arguments
    return len(inside) == len(wide.arguments) and all(
        map(_within, inside, wide.arguments)
    )
