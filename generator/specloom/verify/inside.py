"""A value, held against a schema, member by member."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..link import (
    Alias,
    Api,
    Array,
    Constant,
    Enumeration,
    JsonValue,
    Object,
    Pointer,
    Schema,
    Union,
)
from ..oracle import Reading
from .deviation import Deviation, Kind
from .kinds import broken, fits, type_name, wanted

__all__ = ["Inside", "Spot"]

Found: TypeAlias = "Iterator[Deviation]"
SHORT = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands in a body, and in the document its schema or the `$ref` to it."""

    at: str
    place: Pointer

    def member(self, name: str | int, place: Pointer) -> Spot:
        """A part of the value."""
        token = str(name).replace("~", "~0").replace("/", "~1")
        return Spot(f"{self.at}/{token}", place)


@dataclass(frozen=True, slots=True)
class Inside:
    """Goes through one body with its schema."""

    api: Api
    operation: Pointer

    def value(self, pointer: Pointer, value: JsonValue, spot: Spot) -> Found:
        """What a value has against it, by a schema."""
        schema = self.api.schemas[pointer]
        if value is None and schema.nullable:
            return
        match schema.shape:
            case Alias(target=target):
                yield from self.value(target, value, spot)
                return
            case Union() as shape if value is not None:
                yield from self._union(schema, shape, value, spot)
            case Array() as shape if isinstance(value, list):
                for index, item in enumerate(value):
                    items = (*shape.prefix, shape.items)[min(index, len(shape.prefix))]
                    inner = spot.member(index, f"{schema.pointer}/items")
                    yield from self.value(items, item, inner)
            case Object() as shape if isinstance(value, dict):
                yield from self._missing(schema, shape, value, spot)
                yield from self._members(schema, shape, value, spot)
            case _:
                yield from self._plain(schema, value, spot)
        for keyword, limit in broken(schema, value):
            said = f"{keyword} {json.dumps(limit)}"
            here = Spot(spot.at, schema.pointer)
            yield self._found("keyword", schema, value, here, keyword, said)

    def _plain(self, schema: Schema, value: JsonValue, spot: Spot) -> Found:
        shape = schema.shape
        if fits(shape, value):
            return
        listing = shape.values if isinstance(shape, Enumeration) else ()
        said = listed(listing) or wanted(shape)
        if value is None:
            yield self._found("null", schema, value, spot, "type", said)
        elif listing:
            here = Spot(spot.at, schema.pointer)
            yield self._found("value", schema, value, here, "enum", said)
        else:
            yield self._found("type", schema, value, spot, "type", said)

    def _missing(
        self, schema: Schema, shape: Object, value: dict[str, JsonValue], spot: Spot
    ) -> Found:
        for each in shape.properties:
            if each.required and not each.write_only and each.name not in value:
                yield Deviation(
                    kind="missing",
                    operation=self.operation,
                    place=each.pointer,
                    schema=schema.pointer,
                    name=each.name,
                    at=spot.member(each.name, each.pointer).at,
                    says="required",
                    seen="absent",
                )

    def _members(
        self, schema: Schema, shape: Object, value: dict[str, JsonValue], spot: Spot
    ) -> Found:
        stated = {each.name: each for each in shape.properties}
        for name, member in value.items():
            if name in stated:
                here = spot.member(name, stated[name].pointer)
                yield from self.value(stated[name].schema, member, here)
            elif shape.additional is not None:
                here = spot.member(name, f"{schema.pointer}/additionalProperties")
                yield from self.value(shape.additional, member, here)
            elif shape.openness != "open":
                here = spot.member(name, schema.pointer)
                said = "no further members" if shape.openness == "closed" else "nothing"
                yield self._found("unknown", schema, member, here, name, said)

    def _union(
        self, schema: Schema, shape: Union, value: JsonValue, spot: Spot
    ) -> Found:
        """The member that a discriminator tells, else the one with the least against it."""
        told, tagged = Reading(self.api).told(shape, value), shape.discriminator
        if len(told) == 1:
            yield from self.value(told[0], value, spot)
        elif told:
            yield from self._nearest(schema, told, value, spot)
        elif tagged is not None and isinstance(value, dict):
            tag = value.get(tagged.property)
            here = spot.member(tagged.property, schema.pointer)
            said = listed([key for key, _ in tagged.mapping])
            yield self._found("value", schema, tag, here, "discriminator", said)
        else:
            yield from self._nearest(schema, shape.members, value, spot)

    def _nearest(
        self, schema: Schema, members: tuple[Pointer, ...], value: JsonValue, spot: Spot
    ) -> Found:
        every = ([*self.value(each, value, spot)] for each in members)
        best = min(every, key=lambda found: _weight(found, spot.at))
        if not _weight(best, spot.at)[0]:
            yield from best
            return
        kinds = (wanted(self.api.schemas[each].shape) for each in members)
        said = " or ".join(dict.fromkeys(kinds))
        yield self._found("type", schema, value, spot, "type", said)

    def _found(
        self,
        kind: Kind,
        schema: Schema,
        value: JsonValue,
        spot: Spot,
        name: str,
        says: str,
    ) -> Deviation:
        is_told = kind in {"value", "keyword"} and not schema.sensitive
        return Deviation(
            kind=kind,
            operation=self.operation,
            place=spot.place,
            name=name,
            at=spot.at,
            says=says,
            seen=shortened(value) if is_told else type_name(value),
            sample=Constant(value=value),
        )


def listed(values: Sequence[JsonValue]) -> str:
    """The first values of several, as JSON."""
    more = ", ..." if len(values) > 5 else ""
    return " or ".join(json.dumps(each) for each in values[:5]) + more


def shortened(value: JsonValue) -> str:
    """A value as JSON, fit for a table."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHORT else f"{text[: SHORT - 3]}..."


def _weight(found: list[Deviation], at: str) -> tuple[bool, int]:
    """Whether the value is of another type altogether, and how much is wrong."""
    return any(each.at == at and each.kind == "type" for each in found), len(found)
