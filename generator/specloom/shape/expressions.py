"""JSON values as the Python expressions that a caller would write for them."""

from __future__ import annotations

import base64
import datetime as dt
from dataclasses import dataclass, field, replace
from uuid import UUID

from ..link import (
    Array,
    Enumeration,
    Integer,
    JsonValue,
    Number,
    Object,
    Pointer,
    Schema,
    String,
    Union,
    resolve,
)
from ..oracle import Reading, canonical, file_name
from .annotation import STRINGS, Annotations, Use, textual
from .imports import Import
from .models import is_open
from .text import byte_literal, literal

__all__ = [
    "Expressions",
    "UnsayableError",
    "bytes_text",
    "wrapped",
    "wrapped_text",
]

USE = Use(place="resources", direction="response")
DATE = Import(module="datetime", alias="dt")


MANY = 20
"""Numbers: a longer list of them is a text in tests."""
NARROW = 52
"""Characters of a line of such a text, which may stand deep inside of a call."""


class UnsayableError(Exception):
    """A value that a caller could not write, or that may mean several things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expressions:
    """Writes values of one package, and collects what they import."""

    annotations: Annotations
    read: bool = True
    """Whether the value comes from a service: what it is taken for must be clear."""
    moments: bool = False
    """Whether points in time are said as RFC 3339 writes them, for tests.

    So are many numbers as a text.
    """
    imports: set[Import] = field(default_factory=set[Import])

    @property
    def reading(self) -> Reading:
        """How values are judged."""
        return Reading(self.annotations.api)

    def expression(
        self, pointer: Pointer, value: JsonValue, *, file: str | None = None
    ) -> str:
        """A value of a schema, on one line; binary ones are files of the name `file`.

        Without a name (`""`) they are bytes as they are, else (`None`) a text in base64.

        Raises:
            UnsayableError: There is no expression that surely is this value.
        """
        if value is None:
            return "None"
        if self.is_any(pointer):
            return literal(canonical(self.reading, pointer, value))
        if self.read and not self._is_sure(pointer, value):
            raise UnsayableError("the value fits several members of a union")
        schema = self.reading.chosen(pointer, value)
        shape = schema.shape
        match shape, value:
            case Integer() | Number(), int() | float() if not isinstance(value, bool):
                return self._number(schema, value)
            case String(), str():
                return self._text(shape, value, file)
            case Array(), list():
                prefix, rest = shape.prefix, shape.items
                items = (
                    self.expression(
                        prefix[at] if at < len(prefix) else rest, item, file=file
                    )
                    for at, item in enumerate(value)
                )
                return self._list(list(items), value)
            case Object(properties=()), dict():
                return self._mapping(shape.additional, value)
            case Object(), dict():
                return self._model(schema, shape, value)
            case Union(), dict() | list():
                return self._member(shape, value, file)
            case _:
                return literal(value)

    def _list(self, items: list[str], value: list[JsonValue]) -> str:
        """A list; in tests many numbers are a text of several lines, not a line each."""
        plain = all(map(_is_number, value)) and items == list(map(literal, value))
        if not (self.moments and plain and len(items) > MANY):
            return f"[{', '.join(items)}]"
        kind = "integers" if all(isinstance(n, int) for n in value) else "numbers"
        text = wrapped_text(",".join(items), NARROW).removeprefix("(")
        return f"{kind}({text.removesuffix(')')})"

    def is_any(self, pointer: Pointer) -> bool:
        """Whether a schema, whatever it is called, is no more than any JSON value."""
        schema = resolve(self.annotations.api, pointer)
        if self.annotations.is_class(schema):
            return False
        return self.annotations.written(schema, USE).members == ("JsonValue",)

    def _is_sure(self, pointer: Pointer, value: JsonValue) -> bool:
        """Whether a value is the same, whichever member of a union it is taken for."""
        if self.reading.is_clear(pointer, value):
            return True
        shape = resolve(self.annotations.api, pointer).shape
        if not isinstance(shape, Union) or not isinstance(value, str):
            return False
        fitting = (each for each in shape.members if self.reading.allows(each, value))
        return all(map(self._is_plain, fitting))

    def _is_plain(self, pointer: Pointer) -> bool:
        """Whether a text of a schema is no more than a text in Python."""
        shape = resolve(self.annotations.api, pointer).shape
        if isinstance(shape, String):
            return STRINGS.get(textual(shape), ("str", None))[0] == "str"
        return isinstance(shape, Enumeration)

    def _number(self, schema: Schema, value: int | float) -> str:
        if schema.unix_time is not None:
            if isinstance(value, float):
                raise UnsayableError("Unix time with a fraction")
            return self._moment(
                dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
                + dt.timedelta(**{_UNITS[schema.unix_time]: value})
            )
        if isinstance(schema.shape, Number) and schema.shape.format == "decimal":
            self.imports.add(Import(module="decimal", name="Decimal"))
            return f"Decimal({literal(str(value))})"
        if isinstance(schema.shape, Integer):
            return literal(int(value))
        if self.read and float(value) != value:
            raise UnsayableError("no float is that integer")
        return literal(value)

    def _text(self, shape: String, value: str, file: str | None) -> str:
        kind = STRINGS.get(textual(shape), ("str", None))
        if kind[1] is not None and kind[1] != DATE:
            self.imports.add(kind[1])
        match kind[0]:
            case "dt.datetime":
                return self._moment(dt.datetime.fromisoformat(value))
            case "dt.date":
                self.imports.add(DATE)
                date = dt.date.fromisoformat(value)
                return f"dt.date({date.year}, {date.month}, {date.day})"
            case "dt.timedelta":
                return self._duration(value)
            case "UUID":
                return f"UUID({literal(str(UUID(value)))})"
            case "Decimal":
                return f"Decimal({literal(value)})"
            case "bytes" if file and textual(shape) == "binary":
                self.imports.add(Import(module=self._package, name="File"))
                return (
                    f"File({byte_literal(value.encode())}, {literal(file_name(file))})"
                )
            case "bytes" if file == "" and textual(shape) == "binary":
                return byte_literal(value.encode())
            case "bytes" if textual(shape) == "binary" and len(value) % 4:
                raise UnsayableError("bytes inside a text")
            case "bytes":
                return byte_literal(base64.urlsafe_b64decode(_standard(value)))
            case _:
                return wrapped_text(value)

    @property
    def _package(self) -> str:
        return self.annotations.names.package

    def _moment(self, moment: dt.datetime) -> str:
        if self.moments:
            return f"moment({literal(moment.isoformat().replace('+00:00', 'Z'))})"
        self.imports.add(DATE)
        parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute]
        if moment.second or moment.microsecond:
            parts.append(moment.second)
        if moment.microsecond:
            parts.append(moment.microsecond)
        offset = moment.utcoffset()
        if not offset:
            zone = "dt.UTC"
        else:
            minutes = int(offset.total_seconds() // 60)
            zone = f"dt.timezone(dt.timedelta(minutes={minutes}))"
        return f"dt.datetime({', '.join(map(str, parts))}, tzinfo={zone})"

    def _duration(self, text: str) -> str:
        self.imports.add(DATE)
        sign = "-" if text.startswith("-") else ""
        days, _, time = text.removeprefix("-").removeprefix("P").partition("T")
        parts = {"days": days.removesuffix("D")}
        for unit, name in (("H", "hours"), ("M", "minutes"), ("S", "seconds")):
            head, mark, rest = time.partition(unit)
            if mark:
                parts[name], time = head, rest
        told = (f"{name}={sign}{count}" for name, count in parts.items() if count)
        return f"dt.timedelta({', '.join(told)})"

    def _member(self, shape: Union, value: JsonValue, file: str | None) -> str:
        """A value that several members of a union may be, as the first of them.

        Raises:
            UnsayableError: It is none of them.
        """
        bare = replace(self.reading, lenient=True)
        for member in shape.members:
            if bare.allows(member, value):
                return self.expression(member, value, file=file)
        raise UnsayableError("the value fits no member of a union")

    def _mapping(self, pointer: Pointer | None, value: dict[str, JsonValue]) -> str:
        if pointer is None:
            return literal(value)
        members = (
            f"{literal(key)}: {self.expression(pointer, member)}"
            for key, member in value.items()
        )
        return f"{{{', '.join(members)}}}"

    def _model(self, schema: Schema, shape: Object, value: dict[str, JsonValue]) -> str:
        """A model by its fields; unknown members where it keeps them.

        Raises:
            UnsayableError: A value that its discriminator means otherwise lacks members.
        """
        if any(each.required and each.name not in value for each in shape.properties):
            raise UnsayableError("a required member is missing")
        self.imports.add(Import(module=self._package, name="models"))
        names = self.annotations.names
        file = None if self.read else self.annotations.upload(schema.pointer)
        parts = [
            f"{names.fields[schema.pointer][each.name]}="
            + self.expression(each.schema, value[each.name], file=file and each.name)
            for each in shape.properties
            if each.name in value
        ]
        stated = {each.name for each in shape.properties}
        more = {name: v for name, v in value.items() if name not in stated}
        if more and is_open(self.annotations, schema, shape):
            parts.append(
                f"additional_properties={self._mapping(shape.additional, more)}"
            )
        return f"models.{names.types[schema.pointer]}({', '.join(parts)})"


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_UNITS = {"s": "seconds", "ms": "milliseconds"}


def _standard(text: str) -> str:
    return text.replace("+", "-").replace("/", "_")


def bytes_text(data: bytes) -> str:
    """Bytes that people read: as text where they are not ASCII."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return wrapped(data)
    if text.isascii():
        return wrapped(data)
    return f"{wrapped_text(text)}.encode()"


def wrapped(data: bytes, width: int = 66) -> str:
    """Bytes as literals of a readable length, in parentheses where there are several."""
    pieces = _pieces(data.decode("latin-1"), width)
    lines = [byte_literal(piece.encode("latin-1")) for piece in pieces]
    return lines[0] if len(lines) == 1 else f"({' '.join(lines)})"


def wrapped_text(text: str, width: int = 66) -> str:
    """A text as literals of a readable length, in parentheses where there are several."""
    lines = [literal(line) for line in _pieces(text, width)]
    return lines[0] if len(lines) == 1 else f"({' '.join(lines)})"


WHOLE = 80
"""Shorter texts stay whole: pieces of them would fit on one line again."""


def _pieces(text: str, width: int) -> list[str]:
    """The text in pieces, cut after a comma or an ampersand where there is one."""
    if len(text) <= WHOLE:
        return [text]
    lines: list[str] = []
    while len(text) > width:
        cut = max(text.rfind(mark, width // 2, width) for mark in ",&?")
        cut = cut + 1 if cut > 0 else width
        lines.append(text[:cut])
        text = text[cut:]
    return [*lines, text] if text or not lines else lines
