"""Points in time as numbers (`x-unix-time`)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

__all__ = ["moment", "stamp"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
UNITS = {"s": timedelta(seconds=1), "ms": timedelta(milliseconds=1)}


def moment(value: object, unit: Literal["s", "ms"]) -> datetime:
    """The point in time, in UTC, of a number of seconds or milliseconds since 1970.

    Raises:
        ValueError: It is no number, or no date that Python has.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError("Unix time is a number")
    try:
        whole = value if isinstance(value, int) else float(value)
        return EPOCH + UNITS[unit] * whole
    except OverflowError:
        raise ValueError("Unix time is out of range") from None


def stamp(value: datetime, unit: Literal["s", "ms"]) -> int:
    """The number of whole seconds or milliseconds since 1970.

    Raises:
        ValueError: The point in time has no time zone, so that it can mean many.
    """
    if value.tzinfo is None:
        raise ValueError(f"{value!r} needs a time zone, such as `datetime.UTC`")
    return (value - EPOCH) // UNITS[unit]
