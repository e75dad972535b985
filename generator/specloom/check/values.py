"""What can be said about a value and a format from one schema alone."""

from __future__ import annotations

from ..read import Tree

__all__ = ["fits", "is_odd_format"]

_TEXTUAL = frozenset(
    (
        *("date-time", "date", "time", "uuid", "email", "uri", "hostname"),
        *("ipv4", "ipv6", "byte", "binary", "password"),
    )
)
_NUMERIC = frozenset(("int32", "int64", "uint32", "uint64", "float", "double"))


def is_odd_format(kind: str, name: str) -> bool:
    """Whether a well-known format says nothing about values of a type.

    Formats are for values of one type (JSON Schema 2020-12 validation, section 7.1).
    """
    if kind == "string":
        return name in _NUMERIC
    if kind in ("integer", "number"):
        return name in _TEXTUAL or "#" in name
    return kind == "boolean" and (name in _TEXTUAL or name in _NUMERIC)


def fits(value: Tree, schema: dict[str, Tree]) -> bool:
    """Whether neither `type` nor `enum` speaks against the value."""
    kinds = schema.get("type")
    if isinstance(kinds, str):
        kinds = [kinds]
    if isinstance(kinds, list) and not any(_is(value, kind) for kind in kinds):
        return False
    values = schema.get("enum")
    if not isinstance(values, list) or isinstance(value, list):
        return True
    return any(
        value == v and isinstance(value, bool) is isinstance(v, bool) for v in values
    )


def _is(value: Tree, kind: Tree) -> bool:
    match value:
        case None:
            return kind == "null"
        case bool():
            return kind == "boolean"
        case int():
            return kind in ("integer", "number")
        case float():
            return kind == "number" or (kind == "integer" and value.is_integer())
        case str():
            return kind == "string"
        case list():
            return kind == "array"
        case dict():
            return kind == "object"
