"""Connections that know the time of their attempt, and tell what has passed over them.

httpcore2 gives each read the read limit anew, so that a service which sends a byte now
and then would hold a call for ever; it does not say whether anything of a request has
left; and it takes what stands behind a response for the answer to the next request.
"""

from __future__ import annotations

import ssl
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from time import monotonic
from types import TracebackType
from typing import Final, Protocol, Self, cast

import httpcore2
import httpx2

__all__ = ["CURRENT", "Exchange", "Pool", "Tail", "asked", "facts", "translated"]

MOMENT: Final = 0.001
"""Seconds: the shortest limit, since 0 would mean not to wait at all."""


class Exchange:
    """One attempt: what its connection must know, and what has come of it."""

    __slots__ = ("began", "deadline", "heard", "sent", "token")

    def __init__(self, total: float | None = None) -> None:
        self.began = monotonic()
        self.deadline = None if total is None else self.began + total
        self.sent = False
        """Whether bytes may have left."""
        self.heard = False
        """Whether bytes came after the last ones that left."""

    def __enter__(self) -> Self:
        self.token: Token[Exchange] = CURRENT.set(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        CURRENT.reset(self.token)

    @property
    def over(self) -> bool:
        """Whether its time is."""
        return self.deadline is not None and monotonic() >= self.deadline

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""
        return monotonic() - self.began

    def limit(self, seconds: float | None) -> float | None:
        """The limit of one step that may take so many seconds."""
        if self.deadline is None:
            return seconds
        left = max(self.deadline - monotonic(), MOMENT)
        return left if seconds is None else min(left, seconds)


CURRENT: ContextVar[Exchange] = ContextVar("exchange", default=Exchange())  # noqa: B039


class Tail:
    """What was read last: it tells whether a response ended where its bytes did."""

    __slots__ = ("read", "spent")

    def __init__(self) -> None:
        self.read = b""
        self.spent = False
        """Whether nothing more can come of this connection."""

    def ends(self, end: bytes) -> None:
        """A response ended with these bytes: any behind them spoil the connection."""
        self.spent = self.spent or not self.read.endswith(end)


class Wire(httpcore2.NetworkStream):
    """A connection."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self.inner = inner
        self.tail = Tail()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read something, in time."""
        exchange = CURRENT.get()
        data = self.inner.read(max_bytes, exchange.limit(timeout))
        exchange.heard = True
        self.tail.read = data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write everything, in time."""
        exchange = CURRENT.get()
        exchange.sent, exchange.heard = True, False
        self.inner.write(buffer, exchange.limit(timeout))

    def close(self) -> None:
        """Hang up."""
        self.inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> Wire:
        """The same connection, secured."""
        limit = CURRENT.get().limit(timeout)
        return Wire(self.inner.start_tls(ssl_context, server_hostname, limit))

    def get_extra_info(self, info: str) -> object:
        """Facts; one that is spent seems to have been hung up by the service."""
        if info == "is_readable" and self.tail.spent:
            return True
        found: object = self.inner.get_extra_info(info)
        return found


class Backend(httpcore2.NetworkBackend):
    """Makes such connections."""

    def __init__(self) -> None:
        self.inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> Wire:
        """Connect, in time."""
        limit = CURRENT.get().limit(timeout)
        return Wire(
            self.inner.connect_tcp(host, port, limit, local_address, socket_options)
        )


class Chunks(Protocol):
    """A body as httpcore2 gives it."""

    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


class Stream(httpx2.SyncByteStream):
    """A body as httpx2 takes it."""

    def __init__(self, inner: Chunks) -> None:
        self.inner = inner

    def __iter__(self) -> Iterator[bytes]:
        with translated():
            yield from self.inner

    def close(self) -> None:
        """Let go of the connection."""
        self.inner.close()


class Pool(httpx2.BaseTransport):
    """Connections that are kept open."""

    def __init__(self, pool: httpcore2.ConnectionPool) -> None:
        self.inner = pool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and read the head of its response."""
        with translated():
            response = self.inner.handle_request(asked(request))
        return httpx2.Response(
            response.status,
            headers=response.headers,
            stream=Stream(cast("Chunks", response.stream)),
            extensions=facts(response),
        )

    def close(self) -> None:
        """Hang up everywhere."""
        self.inner.close()


def asked(request: httpx2.Request) -> httpcore2.Request:
    """A request as httpcore2 takes it."""
    url = request.url
    return httpcore2.Request(
        request.method,
        httpcore2.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        ),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


def facts(response: httpcore2.Response) -> dict[str, object]:
    """What is known of a response besides HTTP: its connection, the protocol."""
    found: object = getattr(response, "extensions")  # noqa: B009 - it has no type
    return cast("dict[str, object]", found)


FAILURES: Final = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.UnsupportedProtocol,
)


@contextmanager
def translated() -> Generator[None]:
    """Errors of httpcore2 as those of httpx2, which have the same names."""
    try:
        yield
    except FAILURES as error:
        kind: type[httpx2.TransportError] = getattr(httpx2, type(error).__name__)
        raise kind(str(error)) from error
