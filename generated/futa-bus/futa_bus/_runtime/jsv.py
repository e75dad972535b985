"""ServiceStack's JSV: `{Name:value,List:[a,b],Text:"a comma, a ""quote"" inside"}`.

Every scalar is text, so that only the annotation says what a value is: without one it
stays text, structure included. Null and absent are the same. Written as .NET does and
read more strictly: what ServiceStack would read in part is an error here.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

from . import drift
from .codec import Format
from .deviations import DecodeFailure, Deviation
from .dotnet import constant, dated, floating, lasting, scalar
from .hints import extras, members, target
from .shapes import (
    Anything,
    Choice,
    Constants,
    List,
    Map,
    Null,
    Nullable,
    Object,
    Reference,
    Scalar,
    Shape,
)
from .unions import fit

__all__ = ["FORMATS", "Jsv"]

DEPTH = 64
QUOTE = re.compile(r'"((?:[^"]|"")*)"')
SPECIAL = re.compile(r'[":,{}\[\]\r\n]')
BRACKETS = {"{": re.compile('[{}"]'), "[": re.compile(r'[\[\]"]')}
MAP, LIST = re.compile("[,}]"), re.compile(",")


class Malformed(ValueError):  # noqa: N818
    """A text is no JSV."""


class Jsv:
    """JSV as a format of `codec.FORMATS`."""

    def decode(self, data: bytes, shape: Shape) -> tuple[object, tuple[Deviation, ...]]:
        """What a body is, and where it departs from its shape.

        Raises:
            DecodeFailure: It is no JSV, or something required does not fit.
        """
        try:
            plain = typed(shape, data.decode(), DEPTH)
        except ValueError as error:
            raise DecodeFailure((Deviation("", "JSV", str(error)),)) from None
        return drift.read(shape, plain)

    def encode(self, value: object) -> bytes:
        """The body of plain data.

        Raises:
            ValueError: A value has no JSV form.
        """
        return written(value).encode()

    def members(self, data: bytes) -> dict[str, bytes]:
        """The members of an object, each as its own text.

        Raises:
            DecodeFailure: It is no object.
        """
        try:
            return {name: raw.encode() for name, raw in pairs(data.decode())}
        except ValueError as error:
            raise DecodeFailure((Deviation("", "JSV", str(error)),)) from None


FORMATS: dict[str, Format] = dict.fromkeys(("text/jsv", "application/jsv"), Jsv())
"""For `codec.FORMATS.update`."""


def eat(text: str, at: int, stop: re.Pattern[str]) -> int:
    """Where the value that starts here ends: at a separator, or at the text's end."""
    first = text[at : at + 1]
    if first == '"':
        quoted = QUOTE.match(text, at)
        if quoted is None:
            raise Malformed(f"the quote at {at} has no end")
        end = quoted.end()
    elif first in ("{", "["):
        end = matching(text, at)
    else:
        separator = stop.search(text, at)
        return len(text) if separator is None else separator.start()
    if end < len(text) and not stop.match(text, end):
        raise Malformed(f"a separator is missing at {end}")
    return end


def matching(text: str, at: int) -> int:
    """The place after the bracket that closes this one; quoted brackets do not count."""
    opening, depth, quoted = text[at], 0, False
    for found in BRACKETS[opening].finditer(text, at):
        mark = found.group()
        if mark == '"':
            quoted = not quoted
        elif not quoted:
            depth += 1 if mark == opening else -1
            if depth == 0:
                return found.end()
    raise Malformed(f"the bracket at {at} has no end")


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """The names and the raw values of a map."""
    if not text.startswith("{"):
        raise Malformed("an object starts with a brace")
    at = 1
    while text[at : at + 1] != "}":
        quoted = QUOTE.match(text, at)
        colon = quoted.end() if quoted else text.find(":", at)
        if colon <= at or text[colon : colon + 1] != ":":
            raise Malformed(f"a name is missing at {at}")
        end = eat(text, colon + 1, MAP)
        yield unquoted(text[at:colon]), text[colon + 1 : end]
        if end == len(text):
            raise Malformed("the object has no end")
        at = end + 1 if text[end] == "," else end
    if at != len(text) - 1:
        raise Malformed(f"text follows the object's end at {at}")


def items(text: str) -> Iterator[str]:
    """The raw items of a list; a trailing comma is an empty item."""
    if matching(text, 0) != len(text):
        raise Malformed("text follows the list's end")
    body = text[1:-1]
    at = 0
    while body and at <= len(body):
        end = eat(body, at, LIST)
        yield body[at:end]
        at = end + 1


def unquoted(raw: str) -> str:
    """The text that a raw scalar is."""
    if not raw.startswith('"'):
        return raw
    quoted = QUOTE.fullmatch(raw)
    if quoted is None:
        raise Malformed("a quote has no end")
    return quoted.group(1).replace('""', '"')


def typed(shape: Shape, raw: str, depth: int) -> object:
    """A raw value as JSON would have it; what does not fit stays text."""
    if depth == 0:
        raise Malformed("nested too deeply")
    if raw == "":
        return None
    match shape:
        case Nullable():
            return typed(shape.shape, raw, depth)
        case Reference():
            return typed(target(shape), raw, depth)
        case List() if raw.startswith("["):
            return [typed(shape.item, item, depth - 1) for item in items(raw)]
        case Map() if raw.startswith("{"):
            read = {name: typed(shape.value, it, depth - 1) for name, it in pairs(raw)}
            return read if nullable(shape.value) else present(read)
        case Object() if raw.startswith("{"):
            return object_(shape, raw, depth)
        case List() | Map() | Object() | Null() if raw == "null":
            return None
        case Choice():
            return chosen(shape, raw, depth)
        case Constants():
            return constant(shape.values, unquoted(raw))
        case Scalar():
            return scalar(shape, unquoted(raw))
        case Anything() | List() | Map() | Object() | Null():
            return unquoted(raw)


def nullable(shape: Shape) -> bool:
    """Whether null is a value of a shape."""
    return isinstance(shape, Nullable | Null | Anything)


def present(read: dict[str, object]) -> dict[str, object]:
    """The members that are there: nothing tells null from absent."""
    return {name: value for name, value in read.items() if value is not None}


def object_(shape: Object, raw: str, depth: int) -> dict[str, object]:
    """The members of a model by their wire names, whose case does not matter."""
    own = members(shape.model)
    known = {member.wire.casefold(): member for member in own}
    unknown = extras(shape.model)
    read: dict[str, object] = {
        member.wire: None
        for member in own
        if member.required and nullable(member.shape)
    }
    for name, text in pairs(raw):
        member = known.get(name.casefold())
        kind = unknown if member is None else member.shape
        value = None if kind is None else typed(kind, text, depth - 1)
        if value is not None and name != "__type":
            read[name if member is None else member.wire] = value
    return read


def chosen(shape: Choice, raw: str, depth: int) -> object:
    """What the option makes of a raw value that its discriminator or its fit picks."""
    if shape.tag is not None and raw.startswith("{"):
        names = {name.casefold(): text for name, text in pairs(raw)}
        tag = unquoted(names.get(shape.tag.casefold(), ""))
        told = shape.mapping.get(tag, shape.fallback)
        if told is not None:
            return typed(told, raw, depth)
        if shape.open and tag:
            return typed(Map(Anything()), raw, depth)
    plains = [(option, typed(option, raw, depth - 1)) for option in shape.options]
    fits = [(fit(option, plain), plain) for option, plain in plains]
    able = [(score, plain) for score, plain in fits if score is not None]
    return min(able, key=lambda pair: pair[0])[1] if able else unquoted(raw)


def written(value: object) -> str:
    """The text of plain data.

    Raises:
        ValueError: A value has no JSV form.
    """
    match value:
        case None:
            return ""
        case str():
            return quoted(value)
        case bool():
            return str(value)
        case int():
            return str(value)
        case float():
            return floating(value)
        case Decimal():
            return format(value, "f")
        case dict():
            members = cast("dict[str, object]", value).items()
            known = ((quoted(str(k)), v) for k, v in members if v is not None)
            return f"{{{','.join(f'{name}:{written(v)}' for name, v in known)}}}"
        case list():
            return f"[{','.join(map(written, cast('list[object]', value)))}]"
        case bytes():
            return b64encode(value).decode()
        case datetime():
            return dated(value)
        case date():
            return value.isoformat()
        case time():
            return quoted(value.isoformat())
        case timedelta():
            return lasting(value)
        case UUID():
            return value.hex
        case _:
            raise ValueError(f"a `{type(value).__name__}` has no JSV form")


def quoted(text: str) -> str:
    """A text, in quotes if it must be."""
    if text and not SPECIAL.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
