"""The forms in which .NET writes and reads scalars (XML Schema part 2, mostly)."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from uuid import UUID

from .shapes import Scalar
from .times import moment

__all__ = ["constant", "dated", "floating", "lasting", "scalar"]

TICKS = re.compile(r"/Date\((-?\d{1,17})([+-]\d{4})?\)/")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
CLOCK = re.compile(r"(-?)(?:(\d+)\.)?(\d\d?):(\d\d):(\d\d(?:\.\d+)?)")
INTEGER = re.compile(r"\s*[+-]?\d+\s*")
NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*")
WORDS = {"true": True, "1": True, "false": False, "0": False}


def constant(values: tuple[bool | int | str, ...], text: str) -> object:
    """A value of an enumeration: by its name in any case, or by its place."""
    for value in values:
        if str(value).casefold() == text.casefold():
            return value
    place = int(text) if INTEGER.fullmatch(text) and len(text) < 10 else -1
    return values[place] if 0 <= place < len(values) else text


def scalar(shape: Scalar, text: str) -> object:
    """A text as JSON would have the scalar; a text that is none stays as it is."""
    if shape.names:
        return constant(shape.names, text)
    if shape.form in ("s", "ms") or (shape.type is Decimal and not shape.form):
        return Decimal(text.strip()) if NUMBER.fullmatch(text) else text
    if shape.type is int:
        return int(text) if INTEGER.fullmatch(text) else text
    if shape.type is float:
        special = text.strip().lstrip("-") in ("NaN", "Infinity")
        return float(text) if special or NUMBER.fullmatch(text) else text
    if shape.type is bool:
        return WORDS.get(text.casefold(), text)
    if shape.type is datetime:
        return instant(text)
    if shape.type is timedelta:
        return duration(text)
    return text.strip("{}") if shape.type is UUID else text


def instant(text: str) -> str:
    """A date-time as RFC 3339 has it: also from a bare date, or from milliseconds."""
    ticks = TICKS.fullmatch(text)
    if ticks is not None:
        return moment(int(ticks[1]), "ms").isoformat()
    return f"{text}T00:00:00" if DAY.fullmatch(text) else text


def duration(text: str) -> str:
    """A duration as ISO 8601 has it: also from `[d.]hh:mm:ss`."""
    clock = CLOCK.fullmatch(text)
    if clock is None:
        return text
    sign, days, hours, minutes, seconds = clock.groups()
    return f"{sign}P{days or 0}DT{hours}H{minutes}M{seconds}S"


def floating(value: float) -> str:
    """A float as .NET writes it: `1`, `1.5`, `1E+21`, `1E-07`, `NaN`."""
    if not isfinite(value):
        return str(value).replace("nan", "NaN").replace("inf", "Infinity")
    text, _, exponent = repr(value).partition("e")
    text = text.removesuffix(".0")
    return f"{text}E{int(exponent):+03d}" if exponent else text


def dated(value: datetime) -> str:
    """A date-time in the shortest form of XML Schema; other offsets keep 7 digits."""
    naive = value.replace(tzinfo=None)
    if value.tzinfo is not None and value.utcoffset() != timedelta(0):
        offset = value.isoformat()[len(naive.isoformat()) :]
        return f"{naive.isoformat(timespec='microseconds')}0{offset}"
    if value.time() == time(0):
        return value.date().isoformat()
    zone = "Z" if value.tzinfo is not None else ""
    if value.microsecond % 1000:
        return f"{naive.isoformat(timespec='microseconds')}0{zone}"
    return f"{naive.isoformat(timespec='milliseconds').removesuffix('.000')}{zone}"


def lasting(value: timedelta) -> str:
    """A duration of XML Schema: `P1DT2H3M4.5S`, `-PT30S`, `PT0S`."""
    sign = "-" if value < timedelta(0) else ""
    whole = abs(value)
    minutes, seconds = divmod(whole.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    second = Decimal(seconds) + Decimal(whole.microseconds) / 1_000_000
    parts = ((hours, "H"), (minutes, "M"), (f"{second.normalize():f}", "S"))
    clock = "".join(f"{part}{unit}" for part, unit in parts if part not in (0, "0"))
    days = f"{whole.days}D" if whole.days else ""
    if not clock and not days:
        return "PT0S"
    return f"{sign}P{days}{'T' if clock else ''}{clock}"
