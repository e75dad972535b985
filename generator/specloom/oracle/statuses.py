"""What statuses and methods mean (RFC 9110), as far as the document does not say it."""

from __future__ import annotations

from ..link import Operation, Response

__all__ = ["IDEMPOTENT", "concrete", "good", "is_answer", "repeatable"]

ANSWERS = ("1", "2", "3")
"""How statuses begin that are no failures (RFC 9110 section 15)."""
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"})
"""Methods that may be sent twice (RFC 9110 section 9.2.2)."""
SPARE = (500, 501, 418, 451, 599)


def is_answer(status: str) -> bool:
    """Whether a documented status is no failure by itself."""
    return status.startswith(ANSWERS)


def good(operation: Operation) -> tuple[Response, ...]:
    """The responses that mean success; others than 2xx only where there is no such.

    OpenAPI 3.1 section 4.8.16.
    """
    real = [each for each in operation.responses if each.status.startswith("2")]
    other = [
        each
        for each in operation.responses
        if is_answer(each.status) or each.status == "default"
    ]
    return tuple(real or other)


def concrete(operation: Operation, status: str) -> int:
    """A status code that a documented status covers and no other one does."""
    stated = {each.status.upper() for each in operation.responses}
    if status == "default":
        is_good = any(each.status == status for each in good(operation))
        choices = (200,) if is_good else SPARE
        free = (c for c in choices if not {str(c), f"{c // 100}XX"} & stated)
        return next(free, 599)
    if status.upper().endswith("XX"):
        first = int(status[0]) * 100
        return next(c for c in range(first, first + 100) if str(c) not in stated)
    return int(status)


def repeatable(operation: Operation) -> bool:
    """Whether sending twice does what sending once does, as the document tells it."""
    header = (operation.idempotency or {}).get("header")
    if isinstance(header, str):
        return True
    return operation.method.upper() in IDEMPOTENT and not operation.unsafe
