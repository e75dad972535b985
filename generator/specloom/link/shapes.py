"""What schemas mean, after `allOf` is merged and dialects are gone.

They refer to each other by pointer, never by object, so that cycles need no special case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Alias",
    "Alternatives",
    "AnyValue",
    "Array",
    "Boolean",
    "Constant",
    "Discriminator",
    "Enumeration",
    "Example",
    "Integer",
    "JsonValue",
    "Lifecycle",
    "NoValue",
    "NullValue",
    "Number",
    "Object",
    "Pointer",
    "Property",
    "Provenance",
    "Schema",
    "Shape",
    "String",
    "Union",
]

Pointer: TypeAlias = str


JsonValue: TypeAlias = (
    "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """A JSON value that a document states; the wrapper tells `null` from nothing."""

    value: JsonValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a fact comes from (`x-source`): page, quote and standing."""

    page: str
    says: str = ""
    standing: str = "documented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How far the author stands by a part: `x-stability-level`, and `x-sunset`, its last day."""

    stability: str = ""
    sunset: str = ""
    reason: str = ""
    """Why it is deprecated, or what to use instead: `x-deprecated-reason` and its like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example of a value (OpenAPI 3.1 section 4.8.19)."""

    name: str
    value: JsonValue
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyValue:
    """Any JSON value: an empty schema, `true`, or a part that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoValue:
    """No JSON value at all: `false`, or `allOf` members that contradict each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NullValue:
    """Only `null`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Integer:
    """A whole number; `format` such as `int64`, or empty."""

    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number; `format` such as `double` or `decimal`, or empty."""

    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """A text; `format` such as `date-time`, `uuid`, `binary` or `byte`, or empty."""

    format: str = ""
    content_encoding: str = ""
    content_media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """One of the stated values, never `null` (that is the schema's `nullable`).

    Values are unique, in the document's order; a `const` is an enumeration of one value.
    """

    values: tuple[JsonValue, ...]
    names: tuple[str, ...] = ()
    """Names from `x-enum-varnames` or `oneOf`/`const`/`title`, one a value, or none."""
    descriptions: tuple[str, ...] = ()
    """What each value means, from `x-enum-descriptions` or the like, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list: `prefix` types the first items, `items` all further ones."""

    items: Pointer
    prefix: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A member of an object. `pointer` is its place, `schema` what its value is."""

    pointer: Pointer
    name: str
    schema: Pointer
    required: bool
    read_only: bool = False
    write_only: bool = False
    description: str = ""
    default: Constant | None = None
    """The `default` that counts here, which may be another than its schema's."""
    deprecated: bool = False
    lifecycle: Lifecycle | None = None
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Groups of members of which at least one group must be present (required-only `anyOf`).

    `exclusive` means exactly one (`oneOf`).
    """

    groups: tuple[tuple[str, ...], ...]
    exclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object. Without properties it is a dictionary of `additional`.

    `openness` says what the document states about further members: `closed`
    (`additionalProperties: false`), `unstated`, or `open` (`true` or a schema, whose
    pointer is `additional`).
    """

    properties: tuple[Property, ...] = ()
    openness: Literal["closed", "unstated", "open"] = "unstated"
    additional: Pointer | None = None
    alternatives: tuple[Alternatives, ...] = ()
    dependent_required: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """How the member of a union is told: a property, and which value means which schema.

    `mapping` is complete: implicit names are spelled out; a value that stands there more
    than once means one of several. `fallback` is what a value that
    is not listed means (a base object, OpenAPI 3.2's `defaultMapping`), if anything.
    """

    property: str
    mapping: tuple[tuple[str, Pointer], ...]
    fallback: Pointer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """One of several schemas (at least two, never `null`: that is `nullable`)."""

    members: tuple[Pointer, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another schema by its pointer, with annotations of its own."""

    target: Pointer


Shape: TypeAlias = (
    AnyValue
    | NoValue
    | NullValue
    | Boolean
    | Integer
    | Number
    | String
    | Enumeration
    | Array
    | Object
    | Union
    | Alias
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A schema: its shape and what is said about it."""

    pointer: Pointer
    shape: Shape
    nullable: bool = False
    title: str = ""
    description: str = ""
    default: Constant | None = None
    examples: tuple[Example, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    sensitive: bool = False
    """`format: password`, `x-sensitive`: never in a `repr`, a log or a message."""
    unix_time: Literal["s", "ms"] | None = None
    constraints: Mapping[str, JsonValue] | None = None
    """Validation keywords as written (`minimum`, `pattern`, `maxItems`, ...)."""
    assertions: Mapping[str, tuple[JsonValue, ...]] | None = None
    """Keywords that no type holds (`if`, `contains`, `not`, ...), once a part that has one."""
    python_name: str | None = None
    source: Provenance | None = None
