"""What a value can be: the sum type that every codec walks. `hints.py` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Meta, Struct

from .models import Model

__all__ = [
    "Anything",
    "Choice",
    "Constants",
    "List",
    "Map",
    "Member",
    "Null",
    "Nullable",
    "Object",
    "Recursive",
    "Reference",
    "Scalar",
    "Shape",
    "describe",
]


class Anything(Struct, frozen=True, eq=False):
    """Any JSON value."""


class Null(Struct, frozen=True, eq=False):
    """Only null."""


class Scalar(Struct, frozen=True, eq=False):
    """A value of one Python type. `names` are known values of an open enumeration."""

    type: type
    form: Literal["", "text", "s", "ms", "upload"] = ""
    names: tuple[str, ...] = ()
    limits: Meta | None = None


class Constants(Struct, frozen=True, eq=False):
    """A closed enumeration."""

    values: tuple[bool | int | str, ...]


class List(Struct, frozen=True, eq=False):
    """An array."""

    item: Shape


class Map(Struct, frozen=True, eq=False):
    """An object without named members."""

    value: Shape


class Object(Struct, frozen=True, eq=False):
    """A model. Its members are read on demand, so that cycles need no special case."""

    model: type[Model]


class Nullable(Struct, frozen=True, eq=False):
    """Null, or what `shape` says."""

    shape: Shape


class Choice(Struct, frozen=True, eq=False):
    """One of several shapes; the rest is as in `OneOf`.

    `open`: an object with another tag is an `UnknownVariant`.
    """

    options: tuple[Shape, ...]
    tag: str | None = None
    mapping: Mapping[str, Shape] = {}
    fallback: Shape | None = None
    open: bool = False


class Reference(Struct, frozen=True, eq=False):
    """An alias that leads back to itself without a model between."""

    alias: type[Recursive]


Shape: TypeAlias = (
    Anything
    | Null
    | Scalar
    | Constants
    | List
    | Map
    | Object
    | Nullable
    | Choice
    | Reference
)


class Member(Struct, frozen=True, eq=False):
    """A member of a model: its Python name, its name on the wire, what its value is."""

    name: str
    wire: str
    shape: Shape
    required: bool
    secret: bool


class Recursive:
    """Stands for an alias that is written as text because it names itself."""

    text = ""
    module = ""


WORDS = {
    "Decimal": "number",
    "NoneType": "null",
    "UUID": "UUID",
    "bool": "boolean",
    "bytes": "base64 text",
    "date": "date",
    "datetime": "date-time",
    "float": "number",
    "int": "integer",
    "str": "string",
    "time": "time",
    "timedelta": "duration",
}


def describe(shape: Shape) -> str:
    """What a value should have been, in JSON's words."""
    match shape:
        case Anything():
            return "a value"
        case Null():
            return "null"
        case Scalar(form="s" | "ms"):
            return "Unix time"
        case Scalar(form="text"):
            return "decimal text"
        case Scalar():
            return WORDS.get(shape.type.__name__, shape.type.__name__)
        case Constants():
            return f"one of {', '.join(map(repr, shape.values))}"
        case List():
            return "array"
        case Map():
            return "object"
        case Object():
            return f"object `{shape.model.__name__}`"
        case Nullable():
            return f"{describe(shape.shape)} or null"
        case Choice():
            return " or ".join(dict.fromkeys(map(describe, shape.options)))
        case Reference():
            return f"`{shape.alias.__name__}`"
