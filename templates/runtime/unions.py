"""Which of several shapes a JSON value has.

The value's JSON type decides first, and nothing is converted to fit: 5 is no date.
Among objects the discriminator decides, else the best fit: members that are required are
there, constants match, fewest unknown members, most known ones, the document's order.
Among texts a constant comes before a format, and a format before any text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import TypeAlias, cast
from uuid import UUID

from msgspec import Struct

from .hints import members, target
from .models import Model
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

__all__ = ["fit", "meant", "ranked"]

Fit: TypeAlias = tuple[int, ...]
"""How well a value fits: the smallest wins."""

BEST, GOOD, PLAIN, POOR, LAST = (0,), (1,), (2,), (3,), (9,)

CLOCK = r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
FORMATS = {
    date: re.compile(r"\d{4}-\d\d-\d\d"),
    datetime: re.compile(rf"\d{{4}}-\d\d-\d\d[Tt]{CLOCK}", re.IGNORECASE),
    time: re.compile(CLOCK, re.IGNORECASE),
    timedelta: re.compile(r"-?P(?=[\dT])(\d+D)?(T(?=\d)[\dHMS.]+)?"),
    UUID: re.compile(r"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}", re.IGNORECASE),
    Decimal: re.compile(r"-?(0|[1-9]\d*)(\.\d+)?"),
}
"""When a text is taken for a format although it could be any text (RFC 3339)."""


def ranked(choice: Choice, value: object) -> list[Shape]:
    """The shapes that a value of this JSON type can have, the likeliest first."""
    told = meant(choice, value)
    if told is not None:
        return [told]
    fits = [(fit(option, value), option) for option in choice.options]
    able = [(score, option) for score, option in fits if score is not None]
    return [option for _, option in sorted(able, key=lambda pair: pair[0])]


def meant(choice: Choice, value: object) -> Shape | None:
    """The shape that a discriminator names, or its fallback."""
    if choice.tag is None or not isinstance(value, dict):
        return None
    tag = cast("dict[str, object]", value).get(choice.tag)
    told = choice.mapping.get(tag) if isinstance(tag, str) else None
    return told or choice.fallback


def fit(shape: Shape, value: object) -> Fit | None:
    """How well a value fits at first sight; `None` if its JSON type says no."""
    match shape:
        case Anything():
            return LAST
        case Null():
            return BEST if value is None else None
        case Nullable():
            return BEST if value is None else fit(shape.shape, value)
        case Constants():
            return BEST if holds(shape, value) else None
        case Scalar():
            return fit_scalar(shape, value)
        case List():
            return GOOD if isinstance(value, list) else None
        case Map():
            return (0, 0, 0, len(value), 0) if isinstance(value, dict) else None
        case Object():
            if not isinstance(value, dict):
                return None
            return profile(shape.model).fit(cast("dict[str, object]", value))
        case Choice():
            fits = (fit(option, value) for option in ranked(shape, value))
            return next(fits, None)
        case Reference():
            return fit(target(shape), value)


def holds(shape: Constants, value: object) -> bool:
    """Whether an enumeration has a value; `True` is not 1."""
    return any(type(value) is type(known) and value == known for known in shape.values)


def fit_scalar(shape: Scalar, value: object) -> Fit | None:
    """How well a value fits a scalar."""
    of = shape.type
    match value:
        case bool():
            return BEST if of is bool else None
        case int():
            order = {int: BEST, float: GOOD, Decimal: GOOD, datetime: PLAIN}
        case float() | Decimal():
            whole = {int: POOR} if value == value.to_integral_value() else {}
            order = {float: BEST, Decimal: BEST, datetime: GOOD}
        ...
