"""Values that schemas allow: the document's examples first, else made-up ones.

Nothing is drawn at random: the same schema gives the same value in every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from ..link import (
    Alias,
    AnyValue,
    Array,
    Boolean,
    Enumeration,
    Integer,
    JsonValue,
    NoValue,
    NullValue,
    Number,
    Object,
    Pointer,
    Schema,
    String,
    Union,
    resolve,
)
from .members import excluded, groups, needed
from .reading import Reading
from .scalars import Rules, Taste, integers, numbers, texts

__all__ = ["ImpossibleError", "Told", "Values"]

Told: TypeAlias = Mapping[Pointer, tuple[JsonValue, JsonValue]]
"""Two objects that stand for each model."""

DEEPEST = 12
MOST = 100
"""Arrays that need more items than this are not made."""
LEAVES = 10_000
"""Nor are those that hold more, arrays inside of arrays."""


class ImpossibleError(Exception):
    """No value was found that the schema allows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Where a value stands: what it is called, and what it is inside of."""

    name: str
    number: int = 0
    depth: int = 0
    odd: bool = True
    """Whether a text has odd characters; one in an object is enough."""
    open: frozenset[Pointer] = frozenset()

    def within(self, pointer: Pointer) -> Around:
        """The same place, with the schema that is being read."""
        return replace(self, open=self.open | {pointer})

    def member(self, name: str, number: int) -> Around:
        """The place of a member or an item."""
        return replace(self, name=name, number=number, depth=self.depth + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Makes values of an API's schemas."""

    reading: Reading
    told: Told = field(default_factory=dict[Pointer, tuple[JsonValue, JsonValue]])
    """The objects that stand for models inside of others, by turns."""
    odd: str = ' "é,:{'
    """What odd texts end in: not ASCII, and characters that mean something there."""

    def value(
        self,
        pointer: Pointer,
        taste: Taste = Taste.PLAIN,
        *,
        name: str = "text",
        number: int = 0,
    ) -> JsonValue:
        """A value that the schema allows; `name` and `number` tell it from others.

        Raises:
            ImpossibleError: None was found.
        """
        return self._value(pointer, taste, Around(name=name, number=number))

    def clear(self, pointer: Pointer) -> JsonValue:
        """A value that surely means one member where the schema is a union.

        Raises:
            ImpossibleError: None was found.
        """
        shape = resolve(self.reading.api, pointer).shape
        if not isinstance(shape, Union):
            return self.value(pointer)
        for member in shape.members:
            try:
                return self.alternative(pointer, shape, member)
            except ImpossibleError:
                continue
        return self.value(pointer)

    def alternative(self, owner: Pointer, shape: Union, member: Pointer) -> JsonValue:
        """A value of one member of a union that cannot be taken for another one's.

        Raises:
            ImpossibleError: None was found.
        """
        for taste in (Taste.PLAIN, Taste.ODD):
            value = self.value(member, taste)
            told = self._tagged(shape, member, value)
            value = value if told is None else told
            if self.reading.is_clear(owner, value):
                return value
        raise ImpossibleError("no value of a member is no other one's")

    def _value(self, pointer: Pointer, taste: Taste, around: Around) -> JsonValue:
        if pointer in around.open or around.depth > DEEPEST:
            raise ImpossibleError(f"{pointer} leads back to itself")
        bare = replace(self.reading, lenient=True)
        for found in self._candidates(pointer, taste, around.within(pointer)):
            if self.reading.allows(pointer, found):
                return found
            if taste is Taste.FALSY and bare.allows(pointer, found):
                return found
        raise ImpossibleError(f"no value of {pointer} was found")

    def _candidates(
        self, pointer: Pointer, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        schema = self.reading.api.schemas[pointer]
        if taste is Taste.FALSY and schema.nullable:
            yield None
        if around.depth and pointer in self.told:
            yield self._standing(pointer, taste, around)
        if taste is Taste.PLAIN:
            yield from (each.value for each in schema.examples)
        failed: ImpossibleError | None = None
        try:
            yield from self._made(schema, taste, around)
        except ImpossibleError as reason:
            failed = reason
        if taste is not Taste.PLAIN:
            yield from self._candidates(pointer, Taste.PLAIN, around)
        if schema.nullable:
            yield None
        if schema.default is not None:
            yield schema.default.value
        if failed is not None:
            raise failed

    def _standing(self, pointer: Pointer, taste: Taste, around: Around) -> JsonValue:
        """The object that stands for a model; the lesser one among falsy values."""
        both = self.told[pointer]
        if taste is Taste.FALSY:
            return min(
                both, key=lambda each: len(each) if isinstance(each, dict) else 0
            )
        return both[around.number % 2]

    def _made(
        self, schema: Schema, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        shape, rules = schema.shape, schema.constraints or {}
        match shape:
            case Alias():
                yield self._value(shape.target, taste, around)
            case AnyValue():
                yield False if taste is Taste.FALSY else around.name
            case NoValue():
                return
            case NullValue():
                yield None
            case Boolean():
                yield taste is not Taste.FALSY and not around.number % 2
            case Integer():
                yield from integers(schema, shape, taste, around.number)
            case Number():
                yield from numbers(rules, taste, around.number)
            case String():
                yield from texts(
                    shape,
                    rules,
                    taste,
                    name=around.name,
                    number=around.number,
                    odd=self.odd if around.odd else "",
                )
            case Enumeration():
                if taste is Taste.FALSY:
                    yield from (each for each in shape.values if not each)
                yield from shape.values[:: -1 if taste is Taste.ODD else 1]
            case Array():
                yield from self._arrays(shape, rules, taste, around)
            case Object(properties=()):
                yield from self._dictionaries(shape, taste, around)
            case Object():
                yield from self._objects(shape, rules, taste, around)
            case Union():
                yield from self._unions(schema.pointer, shape, taste, around)
            case _:
                assert_never(shape)

    def _arrays(
        self, shape: Array, rules: Rules, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        if taste is Taste.FALSY:
            yield []
        inner = Taste.PLAIN if taste is Taste.FALSY else taste
        inside = around.member(around.name, 0)
        fixed = [self._value(each, inner, inside) for each in shape.prefix]
        least = rules.get("minItems")
        size = max(len(fixed), 1, least if isinstance(least, int) else 1)
        if size > MOST:
            raise ImpossibleError(f"more than {MOST} items")
        try:
            item = self._value(shape.items, inner, inside)
        except ImpossibleError:
            yield from (fixed, [])
            raise
        if size > 1 and size * _leaves(item) > LEAVES:
            raise ImpossibleError(f"more than {LEAVES} values")
        if taste is Taste.ODD:
            yield [*fixed, self._value(shape.items, Taste.PLAIN, inside), item]
        yield [*fixed, *([item] * (size - len(fixed)))]
        yield from self._distinct(shape, item, size)
        yield []

    def _distinct(
        self, shape: Array, item: JsonValue, size: int
    ) -> Iterator[JsonValue]:
        """Items of which none is repeated (`uniqueItems`)."""
        target = resolve(self.reading.api, shape.items).shape
        if isinstance(target, Enumeration):
            yield list(target.values[:size])
        if isinstance(target, String):
            yield [f"{item}{number or ''}" for number in range(size)]
        if isinstance(target, Integer | Number):
            yield [number + 1 for number in range(size)]

    def _dictionaries(
        self, shape: Object, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        if taste is Taste.FALSY:
            yield {}
        inner = Taste.PLAIN if taste is Taste.FALSY else taste
        if shape.additional is None:
            yield {"key": "value"}
        else:
            inside = around.member(around.name, 0)
            yield {"key": self._value(shape.additional, inner, inside)}
        yield {}

    def _objects(
        self, shape: Object, rules: Rules, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        if around.depth:
            taste = Taste.PLAIN
        for group in groups(shape):
            wanted = needed(shape, group)
            if taste is not Taste.PLAIN:
                out = excluded(shape, group)
                wanted |= {e.name for e in shape.properties if e.name not in out}
            yield self._object(shape, wanted, taste, around)
        least = rules.get("minProperties")
        if isinstance(least, int):
            first = frozenset(each.name for each in shape.properties[:least])
            yield self._object(shape, first | needed(shape, ()), taste, around)

    def _object(
        self, shape: Object, wanted: frozenset[str], taste: Taste, around: Around
    ) -> JsonValue:
        found: dict[str, JsonValue] = {}
        for number, each in enumerate(shape.properties):
            if each.name in wanted:
                try:
                    inside = around.member(each.name, number)
                    found[each.name] = self._value(each.schema, taste, inside)
                except ImpossibleError:
                    if each.required:
                        raise
                if isinstance(resolve(self.reading.api, each.schema).shape, String):
                    around = replace(around, odd=False)
        return found

    def _unions(
        self, owner: Pointer, shape: Union, taste: Taste, around: Around
    ) -> Iterator[JsonValue]:
        """Values of each member, first those that surely mean one, and only one allows."""
        found: list[JsonValue] = []
        failed: ImpossibleError | None = None
        for member in shape.members:
            try:
                value = self._value(member, taste, around)
            except ImpossibleError as reason:
                failed = reason
                continue
            told = self._tagged(shape, member, value)
            if told is not None:
                yield told
            found.append(value)
        if failed is not None and not found:
            raise failed
        allows = self.reading.allows
        clear = self.reading.is_clear
        yield from sorted(
            found,
            key=lambda value: (
                not clear(owner, value),
                sum(allows(member, value) for member in shape.members),
            ),
        )

    def _tagged(self, shape: Union, member: Pointer, value: JsonValue) -> JsonValue:
        """The value with the discriminator's word for this member, if it has one."""
        told = shape.discriminator
        if told is None or not isinstance(value, dict):
            return None
        api = self.reading.api
        wanted = resolve(api, member).pointer
        keys = [k for k, at in told.mapping if resolve(api, at).pointer == wanted]
        if value.get(told.property) in keys:
            return value
        return {**value, told.property: keys[0]} if keys else None


def _leaves(value: JsonValue) -> int:
    """How many values there are inside, itself included."""
    match value:
        case dict():
            return 1 + sum(map(_leaves, value.values()))
        case list():
            return 1 + sum(map(_leaves, value))
        case _:
            return 1
