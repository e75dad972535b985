"""Texts and numbers that schemas allow, most wanted first; the caller tries them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from fractions import Fraction

from ..link import Integer, JsonValue, Schema, String
from .patterns import matching

__all__ = ["Taste", "integers", "numbers", "texts"]

Rules = Mapping[str, JsonValue]
EXACT = 1e15
"""Beyond it, floating-point numbers have no thousandths."""


class Taste(Enum):
    """What kind of value is wanted."""

    PLAIN = "plain"
    """What must be there, by the document's examples, else short and readable."""
    ODD = "odd"
    """Everything at the top, with characters and numbers at the edge."""
    FALSY = "falsy"
    """Null, "", 0, false and [] where they are allowed."""


PLAIN_TEXTS: Mapping[str, str] = {
    "date-time": "2024-01-30T07:33:20Z",
    "date": "2024-01-30",
    "time": "07:33:20Z",
    "duration": "P1DT30S",
    "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "byte": "aGVsbG8=",
    "base64": "aGVsbG8=",
    "base64url": "aGVsbG8=",
    "decimal": "12345678901234567.89",
    "email": "customer@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}
ODD_TEXTS: Mapping[str, str] = {
    **PLAIN_TEXTS,
    "date-time": "2024-02-29T23:59:59.123456+07:00",
    "date": "2024-02-29",
    "byte": "+/8A",
    "base64": "+/8A",
}


def texts(
    shape: String, rules: Rules, taste: Taste, *, name: str, number: int, odd: str
) -> Iterator[str]:
    """Texts; where no format speaks against it they say what they are the value of."""
    encoded = shape.content_encoding == "base64"
    format = "byte" if encoded else shape.format
    if taste is Taste.FALSY:
        yield ""
    known = ODD_TEXTS if taste is Taste.ODD else PLAIN_TEXTS
    plain = known.get(format) or (f"{name}{odd}" if taste is Taste.ODD else name)
    if format in known:
        yield moved(plain, format, number)
    yield plain
    if format == "binary":
        yield known["byte"]
    least, most = rules.get("minLength"), rules.get("maxLength")
    if isinstance(most, int):
        yield plain[:most]
        yield plain[len(plain) - most :] if most else ""
    if isinstance(least, int) and 0 < least <= 10_000:
        yield (plain * (least // len(plain) + 1))[:least]
    pattern = rules.get("pattern")
    if isinstance(pattern, str):
        at_least = least if isinstance(least, int) else 0
        yield from matching(pattern, at_least, number)


def moved(text: str, format: str, number: int) -> str:
    """Another text of the same format, so that members that are exchanged are noticed."""
    match format:
        case "date":
            return (date.fromisoformat(text) + timedelta(days=number)).isoformat()
        case "date-time":
            moment = datetime.fromisoformat(text) + timedelta(minutes=number)
            return moment.isoformat().replace("+00:00", "Z")
        case "uuid":
            return f"{text[:-4]}{(int(text[-4:], 16) + number) % 0x10000:04x}"
        case _:
            return text


def integers(
    schema: Schema, shape: Integer, taste: Taste, number: int
) -> Iterator[int | float]:
    """Whole numbers; at the edge, each member another one so that none are swapped."""
    rules = schema.constraints or {}
    if schema.unix_time is not None:
        moment = 1706600000 + 60 * number
        yield moment * 1000 if schema.unix_time == "ms" else moment
    if taste is Taste.FALSY:
        yield 0
    if taste is Taste.ODD:
        top = _limit(rules, "maximum")
        small = {"int8": 2**7, "int16": 2**15, "int32": 2**31}.get(shape.format)
        edge = small - 1 if small else 2**53 + 1000
        yield (int(top) if top is not None else edge) - number
        yield 100 - number
    yield number + 1
    yield 1
    for rule in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
        limit = _limit(rules, rule)
        if limit is not None:
            yield from (int(limit), int(limit) + 1, int(limit) - 1)
    step = _limit(rules, "multipleOf")
    if step:
        yield int(step)
        least, each = Fraction(_limit(rules, "minimum") or 0), Fraction(step)
        yield int(-(-least // each) * each)


def numbers(rules: Rules, taste: Taste, number: int) -> Iterator[int | float]:
    """Numbers with a fraction."""
    if taste is Taste.FALSY:
        yield 0
    if taste is Taste.ODD:
        yield -0.5 - number
    yield round(number + 0.1, 1)
    yield 0.1
    yield 1.5
    for rule in ("minimum", "maximum", "multipleOf"):
        limit = _limit(rules, rule)
        if limit is not None:
            yield limit
    for rule, step in (("exclusiveMinimum", 0.5), ("exclusiveMaximum", -0.5)):
        limit = _limit(rules, rule)
        if limit is not None and abs(limit) < EXACT:
            yield from (limit + step, limit + step / 1000)


def _limit(rules: Rules, rule: str) -> int | float | None:
    limit = rules.get(rule)
    if isinstance(limit, bool) or not isinstance(limit, int | float):
        return None
    return limit
