"""Whether a value is what a schema allows (JSON Schema 2020-12, validation).

The judgement is that of the specification, on the linked schemas: what a client makes of
a value has no say here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from ..link import (
    Alias,
    AnyValue,
    Api,
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
from .patterns import fits

__all__ = ["Reading", "same", "sized", "spelled", "within"]

DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")
"""RFC 3339 section 5.6, no finer than a microsecond."""
DURATION = re.compile(r"-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,6})?S)?)?")
"""RFC 3339 appendix A, without the years and months that have no fixed length."""
DECIMAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
BASE64 = re.compile(r"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def same(one: JsonValue, other: JsonValue) -> bool:
    """Equality of JSON: `true` is not 1 (JSON Schema 2020-12, core, section 4.2.2)."""
    return one == other and isinstance(one, bool) is isinstance(other, bool)


@dataclass(frozen=True, slots=True)
class Reading:
    """Judges values by the schemas of an API."""

    api: Api
    lenient: bool = False
    """Whether enumerations may grow, and no keyword but a type's own holds.

    That is what is left where an answer is bound to one member of a union.
    """
    encoded: bool = False
    """Whether `binary` is a text of JSON: base64, since JSON has no bytes."""

    def allows(self, pointer: Pointer, value: JsonValue) -> bool:
        """Whether a value is valid under a schema."""
        schema = self.api.schemas[pointer]
        if value is None and schema.nullable:
            return True
        if isinstance(schema.shape, Alias):
            return self.allows(schema.shape.target, value)
        rules = {} if self.lenient else schema.constraints or {}
        return self._fits(schema, value) and within(rules, value)

    def chosen(self, pointer: Pointer, value: JsonValue) -> Schema:
        """The schema that a value means, unions decided; the first that allows it."""
        schema = resolve(self.api, pointer)
        if not isinstance(schema.shape, Union):
            return schema
        told = self.told(schema.shape, value)
        if len(told) == 1:
            return self.chosen(told[0], value)
        for member in told or schema.shape.members:
            if self.allows(member, value):
                return self.chosen(member, value)
        return schema

    def told(self, shape: Union, value: JsonValue) -> tuple[Pointer, ...]:
        """What a discriminator says (OpenAPI 3.1 section 4.8.25), nothing if nothing."""
        told = shape.discriminator
        if told is None or not isinstance(value, dict):
            return ()
        tag = value.get(told.property)
        found = tuple(target for key, target in told.mapping if key == tag)
        if found or told.fallback is None:
            return found
        return (told.fallback,)

    def is_clear(self, pointer: Pointer, value: JsonValue) -> bool:
        """Whether a value surely means one member of a union; true where it is none.

        Enumerations may grow, so that what they hold today tells nothing apart, and
        neither do limits such as `minProperties`.
        """
        schema = resolve(self.api, pointer)
        if not isinstance(schema.shape, Union) or value is None:
            return True
        members = schema.shape.members
        if schema.shape.discriminator is not None and isinstance(value, dict):
            members = self.told(schema.shape, value)
        open = replace(self, lenient=True)
        return sum(open.allows(member, value) for member in members) == 1

    def _fits(self, schema: Schema, value: JsonValue) -> bool:
        shape = schema.shape
        match shape, value:
            case AnyValue(), _:
                return True
            case NoValue(), _:
                return False
            case NullValue(), _:
                return value is None
            case Boolean(), bool():
                return True
            case (Integer() | Number() | String() | Boolean()), bool():
                return False
            case Integer(), int():
                return sized(shape.format, value)
            case Integer(), float():
                return value.is_integer()
            case Number(), int() | float():
                return True
            case String(), str():
                if self.encoded and shape.format == "binary":
                    return bool(BASE64.fullmatch(value))
                return spelled(shape, value)
            case Enumeration(), _:
                if self.lenient and len(shape.values) > 1:
                    return any(type(value) is type(each) for each in shape.values)
                return any(same(value, each) for each in shape.values)
            case Array(), list():
                return all(
                    self.allows(item_of(shape, index), item)
                    for index, item in enumerate(value)
                )
            case Object(), dict():
                return all(self._members(shape, value))
            case Union(), _:
                members = self.told(shape, value) or shape.members
                return any(self.allows(member, value) for member in members)
            case _:
                return False

    def _members(self, shape: Object, value: dict[str, JsonValue]) -> Iterator[bool]:
        stated = {each.name: each for each in shape.properties}
        for name, each in stated.items():
            yield name in value or not each.required
        for name, member in value.items():
            if name in stated:
                yield self.allows(stated[name].schema, member)
            elif shape.openness == "closed":
                yield False
            elif shape.additional is not None:
                yield self.allows(shape.additional, member)
        for choice in shape.alternatives:
            held = sum(all(n in value for n in group) for group in choice.groups)
            yield held == 1 if choice.exclusive else held >= 1
        for name, others in (shape.dependent_required or {}).items():
            yield name not in value or all(other in value for other in others)


def item_of(shape: Array, index: int) -> Pointer:
    """The schema of an item (JSON Schema 2020-12, core, section 10.3.1)."""
    return shape.prefix[index] if index < len(shape.prefix) else shape.items


def sized(format: str, value: int) -> bool:
    """Whether a whole number has its format's size (OpenAPI Format Registry)."""
    bits = {"int8": 8, "int16": 16, "int32": 32, "int64": 64}.get(format)
    return bits is None or -(2 ** (bits - 1)) <= value < 2 ** (bits - 1)


def spelled(shape: String, value: str) -> bool:
    """Whether a text is spelled as its format says, where Python has a type for it."""
    format = "byte" if shape.content_encoding == "base64" else shape.format
    try:
        match format:
            case "date-time":
                return bool(DATE_TIME.fullmatch(value)) and bool(
                    datetime.fromisoformat(value)
                )
            case "date":
                return len(value) == 10 and bool(date.fromisoformat(value))
            case "uuid":
                return str(UUID(value)) == value.lower()
            case "duration":
                return bool(DURATION.fullmatch(value))
            case "decimal":
                return bool(DECIMAL.fullmatch(value))
            case "byte" | "base64":
                return bool(BASE64.fullmatch(value))
            case _:
                return True
    except ValueError:
        return False


def within(rules: Mapping[str, JsonValue], value: JsonValue) -> bool:
    """Whether the validation keywords hold (JSON Schema 2020-12, validation, section 6)."""
    return all(_holds(rule, limit, value) for rule, limit in rules.items())


def _holds(rule: str, limit: JsonValue, value: JsonValue) -> bool:
    match rule, limit, value:
        case _, _, bool() | None:
            return True
        case "minimum", int() | float(), int() | float():
            return value >= limit
        case "maximum", int() | float(), int() | float():
            return value <= limit
        case "exclusiveMinimum", int() | float(), int() | float():
            return isinstance(limit, bool) or value > limit
        case "exclusiveMaximum", int() | float(), int() | float():
            return isinstance(limit, bool) or value < limit
        case "multipleOf", int() | float(), int() | float():
            return not limit or Fraction(str(value)) % Fraction(str(limit)) == 0
        case "minLength", int(), str():
            return len(value) >= limit
        case "maxLength", int(), str():
            return len(value) <= limit
        case "minItems", int(), list():
            return len(value) >= limit
        case "maxItems", int(), list():
            return len(value) <= limit
        case "minProperties", int(), dict():
            return len(value) >= limit
        case "maxProperties", int(), dict():
            return len(value) <= limit
        case "uniqueItems", True, list():
            return all(item not in value[:at] for at, item in enumerate(value))
        case "pattern", str(), str():
            return fits(limit, value) is not False
        case _:
            return True
