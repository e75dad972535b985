"""Whether a call may be repeated, and when (RFC 9110 sections 9.2.2 and 10.2.3)."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Final

from .operations import Operation
from .transport import Headers

__all__ = ["MAX_WAIT", "SAFE", "backoff", "idempotent", "passing", "retry_after"]

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
"""Methods that change nothing (RFC 9110 section 9.2.1)."""
IDEMPOTENT: Final = SAFE | {"PUT", "DELETE"}
"""Methods that may be sent twice (RFC 9110 section 9.2.2)."""

MAX_WAIT: Final = 60.0
"""Seconds. Whoever is told to wait longer than this is told so instead."""
FIRST, LONGEST = 0.5, 8.0


def idempotent(operation: Operation[object]) -> bool:
    """Whether sending twice does what sending once does, by the method alone."""
    return operation.method.upper() in IDEMPOTENT and not operation.unsafe


def passing(status: int) -> bool:
    """Whether another attempt may end otherwise: 408, 425, 429 and the 5xx but 501."""
    return status in (408, 425, 429) or (status >= 500 and status != 501)


def backoff(failures: int) -> float:
    """Seconds to wait after so many failed attempts: exponential, with full jitter."""
    return random.uniform(0, min(LONGEST, FIRST * 2 ** (failures - 1)))


def retry_after(headers: Headers) -> float | None:
    """Seconds that the service asks to wait, or `None`.

    `Retry-After` is a number of seconds or a date (RFC 9110 section 10.2.3);
    `retry-after-ms`, which some services add, is finer.
    """
    fine = number(headers.get("retry-after-ms"))
    if fine is not None:
        return fine / 1000
    stated = headers.get("retry-after")
    seconds = number(stated)
    if seconds is not None or stated is None:
        return seconds
    try:
        moment = parsedate_to_datetime(stated)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def number(text: str | None) -> float | None:
    """A number that is not negative, or `None`."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if isfinite(value) and value >= 0 else None
