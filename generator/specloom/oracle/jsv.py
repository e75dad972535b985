"""JSV (ServiceStack.Text 4.0.60) from values and schemas.

Written from the description of the format, for tests: what is written here must be what
a client writes, and it shares nothing with the client's own codec.
"""

from __future__ import annotations

import json
import re
from typing import cast

from ..link import (
    Array,
    Boolean,
    Integer,
    JsonValue,
    Number,
    Object,
    Pointer,
    String,
)
from .reading import Reading, item_of

__all__ = ["read", "written"]

SPECIAL = frozenset('":,{}[]\r\n')
"""A text that holds one of these stands in quotes."""
RAW = frozenset(("date-time", "date", "duration", "byte", "base64"))


def written(reading: Reading, pointer: Pointer | None, value: JsonValue) -> str:
    """A value as JSV; nothing for null at the root."""
    text = _written(reading, pointer, value)
    return "" if text is None else text


def _written(reading: Reading, pointer: Pointer | None, value: JsonValue) -> str | None:
    schema = None if pointer is None else reading.chosen(pointer, value)
    shape = None if schema is None else schema.shape
    match value:
        case None:
            return None
        case bool():
            return "True" if value else "False"
        case int():
            return str(value)
        case float():
            return _double(value)
        case str():
            format = shape.format if isinstance(shape, String) else ""
            return _text(value, format)
        case list():
            items = (
                _written(
                    reading,
                    item_of(shape, at) if isinstance(shape, Array) else None,
                    item,
                )
                for at, item in enumerate(value)
            )
            return f"[{','.join(item or '' for item in items)}]"
        case dict():
            return _members(reading, shape, value)


def _members(reading: Reading, shape: object, value: dict[str, JsonValue]) -> str:
    stated: dict[str, Pointer] = {}
    more: Pointer | None = None
    if isinstance(shape, Object):
        stated = {each.name: each.schema for each in shape.properties}
        more = shape.additional
    parts: list[str] = []
    for name, member in value.items():
        text = _written(reading, stated.get(name, more), member)
        if text is not None:
            parts.append(f"{name if name in stated else _quoted(name)}:{text}")
    return f"{{{','.join(parts)}}}"


def _text(value: str, format: str) -> str:
    if format == "uuid":
        return value.replace("-", "").lower()
    if format == "date-time":
        return _moment(value)
    return value if format in RAW else _quoted(value)


def _quoted(value: str) -> str:
    if value and SPECIAL.isdisjoint(value):
        return value
    return f'"{value.replace(chr(34), chr(34) * 2)}"'


def _double(value: float) -> str:
    """Shortest round trip; whole numbers without a fraction; `1E+21`."""
    digits, _, exponent = repr(value).partition("e")
    if not exponent:
        return digits.removesuffix(".0")
    power = int(exponent)
    return f"{digits}E{'-' if power < 0 else '+'}{abs(power):02d}"


def _moment(value: str) -> str:
    """The shortest XSD form: a bare date at midnight, else 0, 3 or 7 digits.

    With an offset there are always 7.
    """
    found = re.fullmatch(r"(.{10})T(.{8})(?:\.(\d+))?(Z|[+-]..:..)?", value)
    if found is None:
        return value
    day, time, fraction = found[1], found[2], (found[3] or "").rstrip("0")
    zone = found[4] or ""
    local = zone not in ("", "Z")
    if time == "00:00:00" and not fraction and not local:
        return day
    if fraction or local:
        width = 3 if len(fraction) <= 3 and not local else 7
        fraction = f".{fraction:0<{width}}"
    return f"{day}T{time}{fraction}{zone}"


# Reading: only what examples in documents need, which is what is well formed.

TOKEN = re.compile(r'"((?:[^"]|"")*)"')


def read(reading: Reading, pointer: Pointer, text: str) -> JsonValue:
    """The value of a well-formed JSV text.

    Raises:
        ValueError: It is not well formed, or not what its schema says.
    """
    value, at = _value(reading, pointer, text, 0, root=True)
    if at != len(text):
        raise ValueError(f"text after the value at {at}")
    return value


def _value(
    reading: Reading, pointer: Pointer, text: str, at: int, *, root: bool = False
) -> tuple[JsonValue, int]:
    shape = reading.chosen(pointer, None).shape
    head = text[at : at + 1]
    if head == "{":
        return _object(reading, shape, text, at + 1)
    if head == "[":
        return _list(reading, shape, text, at + 1)
    quoted = TOKEN.match(text, at)
    if quoted is not None:
        return _typed(shape, quoted[1].replace('""', '"')), quoted.end()
    found = re.compile(".*" if root else "[^,}]*", re.DOTALL).match(text, at)
    assert found is not None
    bare = found[0] if root or isinstance(shape, Object) else found[0].partition("]")[0]
    return (_typed(shape, bare) if bare else None), at + len(bare)


def _object(
    reading: Reading, shape: object, text: str, at: int
) -> tuple[JsonValue, int]:
    if not isinstance(shape, Object):
        raise ValueError(f"an object at {at}")
    stated = {each.name: each.schema for each in shape.properties}
    found: dict[str, JsonValue] = {}
    while text[at : at + 1] != "}":
        name, colon, _ = text[at:].partition(":")
        schema = stated.get(name, shape.additional)
        if not colon or schema is None:
            raise ValueError(f"an unknown member at {at}")
        value, at = _value(reading, schema, text, at + len(name) + 1)
        if value is not None:
            found[name] = value
        at += text[at : at + 1] == ","
    return found, at + 1


def _list(reading: Reading, shape: object, text: str, at: int) -> tuple[JsonValue, int]:
    if not isinstance(shape, Array):
        raise ValueError(f"a list at {at}")
    found: list[JsonValue] = []
    while text[at : at + 1] != "]":
        if at >= len(text):
            raise ValueError("a list without an end")
        value, at = _value(reading, item_of(shape, len(found)), text, at)
        found.append(value)
        at += text[at : at + 1] == ","
    return found, at + 1


def _typed(shape: object, text: str) -> JsonValue:
    match shape:
        case Boolean():
            return text.lower() in ("true", "1")
        case Integer():
            return int(text)
        case Number():
            return cast("JsonValue", json.loads(text))
        case _:
            return text
