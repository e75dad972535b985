"""`enum` and `const`: the stated values, and their names."""

from __future__ import annotations

from collections.abc import Iterable

from .api import Enumeration, JsonValue, NullValue, Shape
from .kinds import kind_of
from .node import Node

__all__ = ["enumeration"]


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
    names = _names(parts, values) if len(fitting) == len(plain) else ()
    return Enumeration(values=fitting, names=names), nullable


def _fits(value: JsonValue, allowed: tuple[str, ...]) -> bool:
    kind = kind_of(value)
    return not allowed or kind in allowed or (kind == "integer" and "number" in allowed)


def _names(parts: Iterable[Node], values: tuple[JsonValue, ...]) -> tuple[str, ...]:
    """`x-enum-varnames` (or `x-enumNames`), if there is one name for each value."""
    for part in parts:
        for key in ("x-enum-varnames", "x-enumNames"):
            listed = part.value(key)
            if isinstance(listed, list) and len(listed) == len(values):
                named = [
                    n for n, v in zip(listed, values, strict=True) if v is not None
                ]
                return tuple(name for name in named if isinstance(name, str))
    return ()
