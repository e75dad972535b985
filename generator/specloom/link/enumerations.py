"""`enum` and `const`: the stated values, and their names."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .api import Enumeration, JsonValue, NullValue, Shape
from .kinds import kind_of
from .node import Node

__all__ = ["enumeration"]

NAMES = ("x-enum-varnames", "x-enumNames")
DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions")


def enumeration(
    values: tuple[JsonValue, ...], parts: Iterable[Node], allowed: tuple[str, ...]
) -> tuple[Shape, bool]:
    """The values of `enum` or `const`; `null` among them stands apart.

    Whoever lists `null` means it, even where `type` forgets it.
    """
    parts = tuple(parts)
    plain = tuple(value for value in values if value is not None)
    nullable = len(plain) < len(values)
    if not plain:
        return NullValue(), False
    fitting = tuple(value for value in plain if _fits(value, allowed)) or plain
    if len(fitting) < len(plain):
        return Enumeration(values=fitting), nullable
    names = _told(parts, values, NAMES, "name")
    told = _told(parts, values, DESCRIPTIONS, "description")
    return Enumeration(values=plain, names=names, descriptions=told), nullable


def _fits(value: JsonValue, allowed: tuple[str, ...]) -> bool:
    kind = kind_of(value)
    return not allowed or kind in allowed or (kind == "integer" and "number" in allowed)


def _told(
    parts: Iterable[Node], values: tuple[JsonValue, ...], keys: Iterable[str], part: str
) -> tuple[str, ...]:
    """A text for each value that isn't `null`, from the first key that has them all.

    Vendors write a list beside the values, an object by value, or Microsoft's
    `x-ms-enum` (AutoRest's "OpenAPI extensions").
    """
    for node in parts:
        stated = [node.value(key) for key in keys]
        listed = node.get("x-ms-enum")
        if listed is not None:
            each = [*listed.items("values")]
            stated.append({_text(e.value("value")): e.value(part) for e in each})
        for found in stated:
            texts = _by_value(found, values)
            if texts:
                return texts
    return ()


def _by_value(found: JsonValue, values: tuple[JsonValue, ...]) -> tuple[str, ...]:
    if isinstance(found, dict):
        found = [found.get(_text(value)) for value in values]
    if not isinstance(found, list) or len(found) != len(values):
        return ()
    pairs = zip(found, values, strict=True)
    texts = [text for text, value in pairs if value is not None]
    whole = all(isinstance(text, str) for text in texts)
    return tuple(text for text in texts if isinstance(text, str)) if whole else ()


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value)
