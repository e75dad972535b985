"""Which JSON types a schema allows."""

from __future__ import annotations

from collections.abc import Iterable

from .node import Node

__all__ = ["contradict", "hinted", "kind_of", "kinds"]

_HINTS = {
    "properties": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "required": "object",
    "discriminator": "object",
    "items": "array",
    "prefixItems": "array",
    "pattern": "string",
    "minLength": "string",
    "maxLength": "string",
    "contentEncoding": "string",
    "contentMediaType": "string",
    "minimum": "number",
    "maximum": "number",
    "multipleOf": "number",
}
"""What a keyword without a `type` means to its author: it restricts one type only."""

_NUMBER_FORMATS = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
}
_STRING_FORMATS = frozenset(
    [
        "binary",
        "byte",
        "date",
        "date-time",
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "password",
        "regex",
        "time",
        "uri",
        "uri-reference",
        "uuid",
    ]
)


def kinds(parts: Iterable[Node]) -> tuple[str, ...]:
    """The types that all parts allow; without any `type`, what their keywords hint at.

    Empty where nothing is said. Types that contradict each other: the last part counts.
    """
    allowed: tuple[str, ...] = ()
    for part in parts:
        stated = _stated(part)
        if not stated:
            continue
        common = _both(allowed, stated) if allowed else stated
        allowed = common or stated
    return allowed


def contradict(parts: Iterable[Node]) -> bool:
    """Whether no value could be of the types that all parts state."""
    allowed: tuple[str, ...] = ()
    for part in parts:
        stated = _stated(part)
        if allowed and stated and not _both(allowed, stated):
            return True
        allowed = stated or allowed
    return False


def hinted(parts: Iterable[Node]) -> tuple[str, ...]:
    """The type that the keywords restrict, where none is stated."""
    for part in parts:
        number = _NUMBER_FORMATS.get(part.text("format"))
        if number is not None:
            return (number,)
        for keyword, kind in _HINTS.items():
            if part.has(keyword):
                return (kind,)
        if part.text("format") in _STRING_FORMATS:
            return ("string",)
    return ()


def _stated(part: Node) -> tuple[str, ...]:
    value = part.value("type")
    return (value,) if isinstance(value, str) else part.texts("type")


def _both(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """What both allow; every integer is a number."""
    common = [kind for kind in left if kind in right]
    if "integer" not in common:
        mixed = {"integer", "number"} <= {*left, *right}
        if mixed and not ("number" in left and "number" in right):
            common.append("integer")
    return tuple(common)


def kind_of(value: object) -> str:
    """The JSON type of a value; a whole number is an integer."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
