"""Errors of httpx2 as ours: what failed, whether bytes may have left, what may pass."""

from __future__ import annotations

import ssl
from typing import Final

import httpx2

from .errors import RequestError, TimeoutError, TransportError
from .wires import Exchange

__all__ = ["LATE", "failed"]

UNSENT: Final = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
)
PHASES: Final = (
    (httpx2.ConnectTimeout, "connect"),
    (httpx2.PoolTimeout, "pool"),
    (httpx2.WriteTimeout, "write"),
    (httpx2.ReadTimeout, "read"),
)


def failed(
    error: httpx2.HTTPError, exchange: Exchange | None = None
) -> TransportError | RequestError:
    """An error of httpx2 as ours: what failed, and whether bytes may have left."""
    text = str(error) or type(error).__name__
    sent = not isinstance(error, UNSENT) and not refused(error)
    if isinstance(error, httpx2.TimeoutException) and exchange and exchange.over:
        return TimeoutError(LATE, phase="total", sent=sent)
    for kind, phase in PHASES:
        if isinstance(error, kind):
            message = f"no answer in time ({phase}){f': {error}' if str(error) else ''}"
            return TimeoutError(message, phase=phase, sent=sent)
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError):
        return RequestError(text)
    passing = not untrusted(error) and not unwelcome(error)
    return TransportError(text, sent=sent, passing=passing)


LATE: Final = "the response took too long"


def refused(error: httpx2.HTTPError) -> bool:
    """Whether HTTP/2 promises that the request was not looked at (RFC 9113 sections 6.8, 8.7)."""
    told: tuple[object, ...] = getattr(error.__cause__, "args", ())
    return any(
        getattr(each, "error_code", None) == REFUSED
        or getattr(each, "last_stream_id", None) == 0
        for each in told
    )


REFUSED: Final = 7
"""REFUSED_STREAM (RFC 9113 section 7)."""


def unwelcome(error: httpx2.HTTPError) -> bool:
    """Whether a proxy refuses the client (4xx, 407 above all): it will the next time, too."""
    return isinstance(error, httpx2.ProxyError) and str(error).startswith("4")


def untrusted(error: BaseException | None) -> bool:
    """Whether a certificate is why: it will be the same one the next time."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None
