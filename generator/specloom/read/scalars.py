"""Plain YAML scalars as JSON values: the core schema (YAML 1.2.2 section 10.3.2)."""

from __future__ import annotations

import math
import re

__all__ = ["TAGS", "NotJson", "plain", "tagged"]

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST = frozenset("-+.0123456789")
# A leading zero is left a string: `0123` is far more often a code than a number.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,4000})")
_RADIX = re.compile(r"0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

_PREFIX = "tag:yaml.org,2002:"
TAGS = frozenset(
    _PREFIX + name
    for name in (
        *("str", "binary", "timestamp", "int", "float", "bool", "null"),
        *("map", "seq", "set", "omap"),
    )
)
"""The tags that say what a value is anyway, or how its text is read."""
_TEXT = frozenset(_PREFIX + name for name in ("str", "binary", "timestamp"))


class NotJson(ValueError):  # noqa: N818 - as `Broken`: the text is
    """The scalar is a number that JSON can't hold."""


def plain(text: str) -> str | int | float | bool | None:
    """What a plain scalar means.

    Raises:
        NotJson: It is infinite, or not a number.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _RADIX.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if math.isinf(number):
            raise NotJson(text)
        return number
    if _NOT_FINITE.fullmatch(text):
        raise NotJson(text)
    return text


def tagged(tag: str | None, text: str, *, is_plain: bool) -> str | int | float | None:
    """What a scalar with a tag of its own means; an unknown tag changes nothing."""
    if tag in _TEXT or tag is None or (tag not in TAGS and not is_plain):
        return text
    value = plain(text)
    wants_float = tag == _PREFIX + "float" and type(value) is int
    return float(value) if wants_float and value is not None else value
