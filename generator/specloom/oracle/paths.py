"""What stands at a dotted path of a JSON value."""

from __future__ import annotations

from collections.abc import Mapping

from ..link import JsonValue

__all__ = ["another", "at", "put"]


def at(value: JsonValue, dotted: str) -> JsonValue:
    """What stands at a dotted path, `None` where nothing does."""
    for name in dotted.split(".") if dotted else ():
        value = value.get(name) if isinstance(value, dict) else None
    return value


def put(value: JsonValue, dotted: str, new: JsonValue) -> JsonValue:
    """The value with another one at a dotted path."""
    name, _, rest = dotted.partition(".")
    known: Mapping[str, JsonValue] = value if isinstance(value, dict) else {}
    return {**known, name: put(known.get(name), rest, new) if rest else new}


def another(value: JsonValue) -> JsonValue:
    """A value of the same type that is not the same."""
    match value:
        case bool():
            return not value
        case int() | float():
            return 0 if value else 1
        case str():
            return f"not {value}"
        case _:
            return "refused"
