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

__all__ = ["fit", "meant", "ranked", "unknown"]

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
    Decimal: re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,9})?"),
}
"""When a text is taken for a format although it could be any text (RFC 3339)."""


def ranked(choice: Choice, value: object) -> list[Shape]:
    """The shapes that a value of this JSON type can have, the likeliest first."""
    told = meant(choice, value)
    if told is not None:
        return [told]
    options = choice.options
    if strange(choice, value):
        options = tuple(it for it in options if not isinstance(it, Object))
    fits = [(fit(option, value), option) for option in options]
    able = [(score, option) for score, option in fits if score is not None]
    return [option for _, option in sorted(able, key=lambda pair: pair[0])]


def meant(choice: Choice, value: object) -> Shape | None:
    """The shape that a discriminator names, or its fallback."""
    if choice.tag is None or not isinstance(value, dict):
        return None
    tag = cast("dict[str, object]", value).get(choice.tag)
    told = choice.mapping.get(tag) if isinstance(tag, str) else None
    return choice.fallback if told is None else told


def unknown(choice: Choice, value: object) -> str | None:
    """The tag of an object that is none of the options, where that may be."""
    if not choice.open or not isinstance(value, dict):
        return None
    tag = cast("dict[str, object]", value).get(choice.tag or "")
    return tag if isinstance(tag, str) and tag not in choice.mapping else None


def strange(choice: Choice, value: object) -> bool:
    """Whether a discriminator has a value that means none of the options."""
    if not choice.mapping or not isinstance(value, dict):
        return False
    return choice.tag in cast("dict[str, object]", value)


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
            return fit_list(shape, value)
        case Map():
            return (0, 1) if isinstance(value, dict) else None
        case Object():
            if not isinstance(value, dict):
                return None
            return profile(shape.model).fit(cast("dict[str, object]", value))
        case Choice():
            fits = (fit(option, value) for option in ranked(shape, value))
            return next(fits, LAST if unknown(shape, value) is not None else None)
        case Reference():
            return fit(target(shape), value)


def fit_list(shape: List, value: object) -> Fit | None:
    """How well a value fits an array: as its first item does."""
    if not isinstance(value, list):
        return None
    items = cast("list[object]", value)
    first = fit(shape.item, items[0]) if items else BEST
    return LAST if first is None else first


def holds(shape: Constants, value: object) -> bool:
    """Whether an enumeration has a value; `True` is not 1."""
    return any(type(value) is type(known) and value == known for known in shape.values)


def fit_scalar(shape: Scalar, value: object) -> Fit | None:
    """How well a value fits a scalar."""
    match value:
        case str():
            return fit_text(shape, value)
        case bool():
            return BEST if shape.type is bool else None
        case int():
            return order(shape, {int: BEST, float: GOOD, Decimal: GOOD})
        case float() | Decimal():
            return order(shape, {float: BEST, Decimal: BEST, int: POOR})
        case _:
            return None


def order(shape: Scalar, preference: Mapping[type, Fit]) -> Fit | None:
    """How well a number fits a scalar: as a point in time, if as nothing else."""
    if shape.form in ("s", "ms"):
        return PLAIN
    return None if shape.form else preference.get(shape.type)


def fit_text(shape: Scalar, value: str) -> Fit | None:
    """How well a text fits a scalar."""
    if shape.type is str:
        return BEST if value in shape.names else PLAIN
    if shape.form in ("s", "ms") or shape.type in (bool, int, float):
        return None
    if shape.type is Decimal and not shape.form:
        return None
    known = FORMATS.get(shape.type)
    return GOOD if known is not None and known.fullmatch(value) else POOR


class Profile(Struct, frozen=True):
    """What of a model can be told at first sight."""

    required: frozenset[str]
    kinds: Mapping[str, frozenset[type] | None]
    """By wire name, the types that plain values of a member can have, if they are few."""
    constants: Mapping[str, Constants]

    def fit(self, value: Mapping[str, object]) -> Fit:
        """How well an object fits; none is ruled out, so that errors can be precise."""
        wrong = sum(name not in value for name in self.required)
        known = 0
        for name, member in value.items():
            if name in self.kinds:
                known += 1
                kinds = self.kinds[name]
                wrong += kinds is not None and type(member) not in kinds
                closed = self.constants.get(name)
                wrong += closed is not None and not holds(closed, member)
        stranger = 2 if value and not known else 0
        return (wrong, stranger, len(value) - known, -known)


@cache
def profile(model: type[Model]) -> Profile:
    """The profile of a model."""
    own = members(model)
    return Profile(
        required=frozenset(member.wire for member in own if member.required),
        kinds={member.wire: kinds(member.shape) for member in own},
        constants={
            member.wire: member.shape
            for member in own
            if isinstance(member.shape, Constants)
        },
    )


def kinds(shape: Shape) -> frozenset[type] | None:
    """The types that a plain value of a shape can have; `None` if that is not simple."""
    match shape:
        case Null():
            return frozenset((type(None),))
        case Constants():
            return frozenset(map(type, shape.values))
        case Scalar(type=of):
            if shape.form in ("s", "ms") or of in (int, float):
                return frozenset((int, float, Decimal))
            if of is Decimal:
                return frozenset((int, float, Decimal, str))
            return frozenset((bool if of is bool else str,))
        case List():
            return frozenset((list,))
        case Map() | Object():
            return frozenset((dict,))
        case Nullable():
            inner = kinds(shape.shape)
            return None if inner is None else inner | {type(None)}
        case Anything() | Choice() | Reference():
            return None
