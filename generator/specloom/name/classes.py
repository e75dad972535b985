"""Schemas as classes and aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from ..link import (
    Alias,
    Array,
    Enumeration,
    Object,
    Pointer,
    Property,
    Schema,
    Union,
    resolve,
)
from .collisions import Claim, settle
from .identifiers import avoid, pascal, short
from .places import Place, component, tokens
from .reserved import TYPES
from .scope import Scope

__all__ = ["classes"]

VARIANTS: Final = {"@request": ("Request", "Input"), "@self": ("Base",)}
"""What the names of variants end with, the best first."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """The claims of all schemas met so far."""

    scope: Scope
    claims: dict[Pointer, Claim] = field(default_factory=dict[Pointer, Claim])
    seen: set[Pointer] = field(default_factory=set[Pointer])

    def root(self, place: Place, *, rank: int) -> None:
        """Meet a schema and all that stand inside it.

        What it only refers to is called after the place where that stands.
        """
        schemas = self.scope.api.schemas
        within = _variant(self.scope, place.pointer)[0] + "/"
        todo = [(place, rank)]
        while todo:
            each, rank = todo.pop()
            schema = schemas.get(each.pointer)
            if schema is None or each.pointer in self.seen:
                continue
            self.seen.add(each.pointer)
            wishes = self._wishes(schema, each)
            if rank < 2 or _named(self.scope, schema):
                self.claims[each.pointer] = self._claim(schema, wishes, each, rank)
            inside = [
                (child, 2)
                for child in _children(self.scope, schema, wishes)
                if child.pointer.startswith(within)
            ]
            todo += reversed(inside)

    def _wishes(self, schema: Schema, place: Place) -> tuple[str, ...]:
        """Before all others what is stated, which those inside are called after too."""
        stated = self.scope.stated(place.pointer, schema.python_name, type_=True)
        wishes = place.wishes or ("",)
        if stated:
            return (stated, *wishes)
        return tuple(short(wish, place.pointer) for wish in wishes)

    def _claim(
        self, schema: Schema, wishes: tuple[str, ...], place: Place, rank: int
    ) -> Claim:
        stated = self.scope.stated(place.pointer, schema.python_name, type_=True)
        kept = dict.fromkeys(avoid(wish, TYPES, "Model") for wish in wishes if wish)
        first = next(iter(kept), "Schema")
        return Claim(
            key=place.pointer,
            wishes=tuple(kept),
            pattern=f"{first}{{}}",
            pointer=place.pointer,
            rank=-1 if stated else rank,
        )


def classes(scope: Scope, places: Iterable[Place]) -> dict[Pointer, str]:
    """Component schemas, and inline objects and unions of objects -> class or alias.

    Component schemas come first, then what operations state, then whatever else is
    referred to.
    """
    walk = _Walk(scope)
    for place, rank in _components(scope):
        walk.root(place, rank=rank)
    for place in places:
        if component(place.pointer) is None:
            walk.root(place, rank=2)
    for pointer in sorted(scope.api.schemas.keys() - walk.seen):
        walk.root(_lost(scope, walk, pointer), rank=2)
    named = settle(walk.claims.values(), scope.report)
    return {
        pointer: named[pointer] for pointer in scope.api.schemas if pointer in named
    }


def _components(scope: Scope) -> list[tuple[Place, int]]:
    """Component schemas with their ranks, variants after what they vary."""
    plain_ones: list[tuple[Place, int]] = []
    variants: list[tuple[Place, int]] = []
    for pointer in scope.api.schemas:
        plain, suffixes = _variant(scope, pointer)
        key = component(plain)
        if key is None:
            continue
        wish = pascal(key)
        wishes = tuple(wish and f"{wish}{suffix}" for suffix in suffixes or ("",))
        place = Place(pointer=pointer, wishes=wishes)
        if suffixes:
            variants.append((place, 1))
        else:
            plain_ones.append((place, int(wish != key)))
    return plain_ones + variants


def _variant(scope: Scope, pointer: Pointer) -> tuple[Pointer, tuple[str, ...]]:
    """A variant's plain pointer, and what its name may end with."""
    for mark, suffixes in VARIANTS.items():
        plain = pointer.removesuffix(mark)
        if plain != pointer and plain in scope.api.schemas:
            return plain, suffixes
    return pointer, ()


def _lost(scope: Scope, walk: _Walk, pointer: Pointer) -> Place:
    """A schema that is only referred to, or a variant of an inline one."""
    plain, suffixes = _variant(scope, pointer)
    claim = walk.claims.get(plain) if suffixes else None
    if claim is not None and claim.wishes:
        wishes = tuple(claim.wishes[0] + suffix for suffix in suffixes)
        return Place(pointer=pointer, wishes=wishes)
    match tokens(plain):
        case ["components", "schemas", key, *rest]:
            parts = [key, *rest[-1:]]
        case path:
            parts = [part for part in path if not part.isdigit()][-2:]
    stem = "".join(map(pascal, parts))
    wishes = tuple(stem + suffix for suffix in suffixes or ("",))
    return Place(pointer=pointer, wishes=wishes)


def _named(scope: Scope, schema: Schema) -> bool:
    """Whether an inline schema can't be written where it is used."""
    match schema.shape:
        case Object(properties=properties):
            return bool(properties)
        case Union(members=members):
            shapes = [resolve(scope.api, member).shape for member in members]
            return sum(isinstance(shape, Object | Union) for shape in shapes) > 1
        case _:
            return False


def _children(scope: Scope, schema: Schema, wishes: tuple[str, ...]) -> Iterator[Place]:
    """The schemas right inside, called after this one."""
    match schema.shape:
        case Object(properties=properties, additional=additional):
            for each in properties:
                said = _member(each)
                yield _inner(each.schema, wishes, said)
            if additional is not None:
                yield _inner(additional, wishes, "Value")
        case Array(items=items, prefix=prefix):
            for pointer in (*prefix, items):
                yield _inner(pointer, wishes, "Item")
        case Union():
            yield from _options(scope, schema.shape, wishes)
        case Alias(target=target):
            longer = tuple(f"{wish}Value" for wish in wishes)
            yield Place(pointer=target, wishes=(*wishes, *longer))
        case _:
            return


def _inner(pointer: Pointer, wishes: tuple[str, ...], said: str) -> Place:
    return Place(pointer=pointer, wishes=tuple(f"{wish}{said}" for wish in wishes))


def _member(each: Property) -> str:
    return pascal(each.python_name or each.name) or "Member"


def _options(scope: Scope, shape: Union, wishes: tuple[str, ...]) -> Iterator[Place]:
    """A union's members, told by discriminator, title, constant or required members."""
    values: dict[Pointer, str] = {}
    if shape.discriminator:
        for value, pointer in shape.discriminator.mapping:
            values.setdefault(pointer, value)
    for pointer in shape.members:
        member = scope.api.schemas.get(pointer)
        if member is None:
            continue
        said = (
            pascal(member.title)
            or pascal(values.get(pointer, ""))
            or _merged(pointer)
            or _telling(scope, member)
        )
        yield _inner(pointer, wishes, said or "Option")


def _merged(pointer: Pointer) -> str:
    """What a member that was merged with the union's own members is called."""
    last = pointer.rpartition("/")[2]
    name = last.removesuffix("@merged")
    return "" if name == last or name.isdigit() else pascal(name)


def _telling(scope: Scope, member: Schema) -> str:
    match member.shape:
        case Object(properties=properties):
            # The order of keys means nothing in JSON, and so nothing in names.
            ordered = sorted(properties, key=lambda each: each.name)
            required = [each for each in ordered if each.required]
            others = [each for each in ordered if not each.required]
        case Array():
            return "List"
        case _:
            return ""
    for each in (*required, *others):
        match resolve(scope.api, each.schema).shape:
            case Enumeration(values=(str() as value,)) if pascal(value):
                return pascal(value)
            case _:
                continue
    told = "And".join(_member(each) for each in required[:3])
    return f"With{told}" if told else ""
