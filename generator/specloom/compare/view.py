"""A schema as whoever reads a value sees it: aliases followed, what they add kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, assert_never

from ..link import (
    Alias,
    AnyValue,
    Api,
    Array,
    Boolean,
    Constant,
    Enumeration,
    Integer,
    JsonValue,
    NoValue,
    NullValue,
    Number,
    Object,
    Pointer,
    Schema,
    Shape,
    String,
    Union,
)

__all__ = ["ANYTHING", "View", "bare", "kinds", "listed", "plain", "said", "view"]

ANYTHING: Final[Pointer] = ""
_BARE: Final = "?bare"
_SHOWN: Final = 6
_LONG: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a pointer means."""

    pointer: Pointer
    shape: Shape
    nullable: bool
    deprecated: bool
    default: Constant | None
    constraints: Mapping[str, JsonValue]
    assertions: Mapping[str, tuple[JsonValue, ...]]


_NOTHING_SAID: Final = View(
    pointer="",
    shape=AnyValue(),
    nullable=False,
    deprecated=False,
    default=None,
    constraints={},
    assertions={},
)


def bare(pointer: Pointer) -> Pointer:
    """The schema at a pointer, but never `null`: what one member of a union is."""
    return f"{pointer}{_BARE}"


def view(api: Api, pointer: Pointer) -> View:
    """The schema at a pointer with its aliases; a cycle of aliases is any value.

    `ANYTHING` stands for a schema that nobody wrote; `bare(pointer)` leaves `null` out.
    """
    if pointer == ANYTHING:
        return _NOTHING_SAID
    if pointer.endswith(_BARE):
        return replace(view(api, pointer.removesuffix(_BARE)), nullable=False)
    schema = api.schemas[pointer]
    chain: dict[Pointer, Schema] = {}
    shape: Shape = schema.shape
    while schema.pointer not in chain:
        chain[schema.pointer] = schema
        shape = schema.shape
        if not isinstance(shape, Alias):
            return _view(tuple(chain.values()), shape)
        schema = api.schemas[shape.target]
    return _view(tuple(chain.values()), AnyValue())


def _view(chain: tuple[Schema, ...], shape: Shape) -> View:
    constraints: dict[str, JsonValue] = {}
    assertions: dict[str, tuple[JsonValue, ...]] = {}
    for each in reversed(chain):
        constraints.update(each.constraints or {})
        assertions.update(each.assertions or {})
    return View(
        pointer=chain[-1].pointer,
        shape=shape,
        nullable=any(each.nullable for each in chain),
        deprecated=any(each.deprecated for each in chain),
        default=next((s.default for s in chain if s.default is not None), None),
        constraints=constraints,
        assertions=assertions,
    )


def kinds(shape: Shape) -> frozenset[str]:
    """The JSON types that a shape allows, those of unions aside; every integer is a number."""
    match shape:
        case Boolean():
            return frozenset({"boolean"})
        case Integer():
            return frozenset({"integer"})
        case Number():
            return frozenset({"integer", "number"})
        case String():
            return frozenset({"string"})
        case Enumeration():
            return frozenset(map(_kind, shape.values))
        case Array():
            return frozenset({"array"})
        case Object():
            return frozenset({"object"})
        case NullValue():
            return frozenset({"null"})
        case AnyValue() | NoValue() | Union() | Alias():
            return frozenset()
        case _:
            assert_never(shape)


def _kind(value: JsonValue) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
        case None:
            return "null"


def said(shape: Shape) -> str:
    """A shape in two words: `string (uuid)`, `array`, `any value`."""
    match shape:
        case AnyValue():
            return "any value"
        case NoValue():
            return "no value"
        case Integer() | Number() | String():
            word = type(shape).__name__.lower()
            return f"{word} ({shape.format})" if shape.format else word
        case Enumeration():
            return f"one of {listed(shape.values)}"
        case Union():
            return f"one of {len(shape.members)} schemas"
        case NullValue():
            return "null"
        case Boolean() | Array() | Object() | Alias():
            return type(shape).__name__.lower()
        case _:
            assert_never(shape)


def listed(values: Iterable[JsonValue]) -> str:
    """A few values as JSON, and how many more there are."""
    values = tuple(values)
    words = ", ".join(f"`{plain(value)}`" for value in values[:_SHOWN])
    more = len(values) - _SHOWN
    return f"{words} and {more} more" if more > 0 else words


def plain(value: JsonValue) -> str:
    """A value as a reader writes it: texts bare, all else as JSON, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"
