"""What plain values are where a scalar should stand, without any conversion to fit."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from typing import cast

import msgspec

from .lower import limited
from .shapes import Scalar
from .times import moment
from .unions import FORMATS

__all__ = ["scalar", "simple"]

DIGITS = 400
"""Integers that are longer are not made of numbers with an exponent."""


def scalar(shape: Scalar, value: object) -> object:
    """What a plain value is.

    Raises:
        ValueError: It is not that.
    """
    if shape.form == "s" or shape.form == "ms":
        return moment(value, shape.form)
    result = unlimited(shape, value)
    if shape.limits is not None:
        msgspec.convert(result, cast("type[object]", limited(shape)))
    return result


def unlimited(shape: Scalar, value: object) -> object:
    """What a plain value is, whatever the limits.

    Raises:
        ValueError: It is not that.
    """
    match value:
        case bool():
            fits = shape.type is bool
        case int() | Decimal() | float():
            return number(shape.type, value)
        case str() if shape.type is Decimal:
            if FORMATS[Decimal].fullmatch(value) is None:
                raise ValueError
            return Decimal(value)
        case str() if shape.type not in (bool, int, float, str):
            return msgspec.convert(value, cast("type[object]", shape.type))
        case _:
            fits = isinstance(value, shape.type)
    if not fits:
        raise ValueError
    return value


def number(kind: type, value: int | float | Decimal) -> object:
    """A number of the kind that is wanted, if it is the same number.

    Raises:
        ValueError: It is not.
    """
    if kind is Decimal:
        return Decimal(value)
    if kind is float and (isinstance(value, float) or isfinite(as_float(value))):
        return float(value)
    if kind is int:
        exact = Decimal(value)
        short = exact.is_finite() and exact.adjusted() < DIGITS
        if isinstance(value, int) or (short and exact == exact.to_integral_value()):
            return int(value)
    raise ValueError


def as_float(value: int | float | Decimal) -> float:
    """The number as a float; infinite if it is too large."""
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def simple(value: object) -> object:
    """A plain value without decimals."""
    match value:
        case Decimal():
            return float(value)
        case list():
            return [simple(item) for item in cast("list[object]", value)]
        case dict():
            plain = cast("dict[str, object]", value)
            return {name: simple(member) for name, member in plain.items()}
        case _:
            return value
