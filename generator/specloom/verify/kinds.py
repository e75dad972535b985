"""JSON types and keywords, one at a time, so that it can be said which does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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
    Schema,
    Shape,
    String,
    Union,
)
from ..oracle import same, sized, spelled, within

__all__ = ["broken", "fits", "type_name", "wanted"]


def fits(shape: Shape, value: JsonValue) -> bool:
    """Whether a value has the JSON type of a shape that is no union and no alias."""
    match shape, value:
        case AnyValue(), _:
            return True
        case Enumeration(values=values), _:
            return any(same(value, each) for each in values)
        case NullValue(), None:
            return True
        case Boolean(), bool():
            return True
        case _, bool():
            return False
        case (Integer() | Number(), int()) | (Number(), float()):
            return True
        case Integer(), float():
            return value.is_integer()
        case (String(), str()) | (Array(), list()) | (Object(), dict()):
            return True
        case _:
            return False


def broken(schema: Schema, value: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """The keywords that do not hold for a value of the right type, with their limits.

    JSON Schema 2020-12, validation, sections 6 and 7.
    """
    match schema.shape, value:
        case String() as shape, str() if not spelled(shape, value):
            yield "format", shape.format or shape.content_encoding
        case Integer(format=format), int() if not sized(format, value):
            yield "format", format
        case _:
            pass
    for keyword, limit in (schema.constraints or {}).items():
        if not within({keyword: limit}, value):
            yield keyword, limit


def wanted(shape: Shape) -> str:
    """The JSON type that a shape asks for, in words."""
    match shape:
        case Boolean():
            return "a boolean"
        case Integer():
            return "a whole number"
        case Number():
            return "a number"
        case String():
            return "a string"
        case Array():
            return "an array"
        case Object():
            return "an object"
        case NullValue():
            return "null"
        case NoValue():
            return "nothing"
        case Enumeration():
            return "one of its values"
        case AnyValue() | Union() | Alias():
            return "anything it says"
        case _:
            assert_never(shape)


def type_name(value: JsonValue) -> str:
    """The JSON type that a value has (RFC 8259 section 3), in words."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"
        case _:
            assert_never(value)
