"""JSON values as JSON text (RFC 8259), compact and in the schema's order."""

from __future__ import annotations

import base64
import json
import re
from datetime import datetime
from decimal import Decimal

from ..link import (
    Array,
    Integer,
    JsonValue,
    Object,
    Pointer,
    String,
)
from .reading import Reading, item_of, spelled

__all__ = ["arranged", "as_json", "canonical", "compact", "known"]


def compact(value: JsonValue) -> str:
    """A value without white space, characters as they are, numbers as short as can be."""
    match value:
        case dict():
            members = (f"{compact(key)}:{compact(v)}" for key, v in value.items())
            return f"{{{','.join(members)}}}"
        case list():
            return f"[{','.join(map(compact, value))}]"
        case float():
            return number(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def number(value: float) -> str:
    """The shortest text that reads as the same number (RFC 8785 section 3.2.2.3)."""
    text = repr(value)
    head, mark, exponent = text.partition("e")
    if not mark:
        return text
    power = int(exponent)
    if -6 < power < 0:
        return f"{value:.{len(head.replace('.', '').lstrip('-')) - 1 - power}f}"
    return f"{head}e{power}"


def arranged(reading: Reading, pointer: Pointer, value: JsonValue) -> JsonValue:
    """The value with the members of objects in the schema's order, others after them.

    JSON has no order (RFC 8259 section 4); a client that writes models has this one.
    """
    schema = reading.chosen(pointer, value)
    match schema.shape, value:
        case Object() as shape, dict():
            stated = {each.name: each.schema for each in shape.properties}
            found: dict[str, JsonValue] = {
                name: arranged(reading, at, value[name])
                for name, at in stated.items()
                if name in value
            }
            for name, member in value.items():
                if name not in stated:
                    more = shape.additional
                    found[name] = (
                        member if more is None else arranged(reading, more, member)
                    )
            return found
        case Array() as shape, list():
            return [
                arranged(reading, item_of(shape, index), item)
                for index, item in enumerate(value)
            ]
        case _:
            return value


def canonical(reading: Reading, pointer: Pointer, value: JsonValue) -> JsonValue:
    """The value arranged, and its texts spelled in one way where there are several.

    A point in time is in RFC 3339 with `Z` for UTC and six digits after the point or
    none; a duration counts days and seconds; a UUID is in lower case (RFC 9562 section
    4); spare bits of base64 are zero (RFC 4648 section 3.5); a whole number has no fraction.
    """
    schema = reading.chosen(pointer, value)
    match schema.shape, value:
        case Object() as shape, dict():
            stated = {each.name: each.schema for each in shape.properties}
            whole = arranged(reading, pointer, value)
            assert isinstance(whole, dict)
            return {
                name: member if at is None else canonical(reading, at, member)
                for name, member in whole.items()
                for at in (stated.get(name, shape.additional),)
            }
        case Array() as shape, list():
            return [
                canonical(reading, item_of(shape, index), item)
                for index, item in enumerate(value)
            ]
        case String(format="date-time"), str():
            moment = datetime.fromisoformat(value)
            return moment.isoformat().replace("+00:00", "Z")
        case String(format="duration"), str():
            return _duration(value)
        case String(format="uuid"), str():
            return value.lower()
        case String() as shape, str() if is_base64(shape) and spelled(shape, value):
            return base64.b64encode(base64.b64decode(value)).decode()
        case Integer(), float():
            return int(value)
        case _:
            return value


def is_base64(shape: String) -> bool:
    """Whether a text stands for bytes."""
    return shape.format in ("byte", "base64") or shape.content_encoding == "base64"


def known(reading: Reading, pointer: Pointer, value: JsonValue) -> JsonValue:
    """A value without the members that a caller has no name for."""
    schema = reading.chosen(pointer, value)
    match schema.shape, value:
        case Object() as shape, dict():
            stated = {each.name: each.schema for each in shape.properties}
            return {
                name: member if at is None else known(reading, at, member)
                for name, member in value.items()
                if name in stated or not stated or shape.openness == "open"
                for at in (stated.get(name, shape.additional),)
            }
        case Array() as shape, list():
            return [
                known(reading, item_of(shape, index), item)
                for index, item in enumerate(value)
            ]
        case _:
            return value


def as_json(reading: Reading, pointer: Pointer, value: JsonValue) -> bytes:
    """A value of a schema as a client writes it."""
    return compact(canonical(reading, pointer, value)).encode()


def _duration(text: str) -> str:
    found = re.fullmatch(
        r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?", text
    )
    if found is None:
        return text
    sign, days, hours, minutes, seconds = found.groups()
    total = Decimal(seconds or 0) + 60 * int(minutes or 0) + 3600 * int(hours or 0)
    whole = int(days or 0) + int(total // 86400)
    rest = (total % 86400).normalize()
    time = f"T{rest:f}S" if rest else ""
    return f"{sign}P{f'{whole}D' if whole or not time else ''}{time}"
