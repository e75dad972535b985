"""Connections of asynchronous code; see `wires`."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable
from contextlib import aclosing, contextmanager
from typing import Protocol, cast

import httpcore2
import httpx2

from .wires import CURRENT, Tail, asked, facts, translated

__all__ = ["AsyncBackend", "AsyncPool"]


class AsyncWire(httpcore2.AsyncNetworkStream):
    """A connection of asynchronous code, where a cancel scope keeps the time."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self.inner = inner
        self.tail = Tail()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read something."""
        with secured(httpcore2.ReadError):
            data = await self.inner.read(max_bytes, timeout)
        CURRENT.get().heard = True
        self.tail.read = data
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write everything."""
        exchange = CURRENT.get()
        exchange.sent, exchange.heard = True, False
        with secured(httpcore2.WriteError):
            await self.inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Hang up."""
        await self.inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> AsyncWire:
        """The same connection, secured."""
        inner = await self.inner.start_tls(ssl_context, server_hostname, timeout)
        return AsyncWire(inner)

    def get_extra_info(self, info: str) -> object:
        """Facts; one that is spent seems to have been hung up by the service."""
        if info == "is_readable" and self.tail.spent:
            return True
        found: object = self.inner.get_extra_info(info)
        return found


@contextmanager
def secured(kind: type[httpcore2.NetworkError]) -> Generator[None]:
    """Alerts of the other side (RFC 8446 section 6), which AnyIO passes on as they are."""
    try:
        yield
    except ssl.SSLError as error:
        raise kind(str(error)) from error


class AsyncBackend(httpcore2.AsyncNetworkBackend):
    """Makes such connections."""

    def __init__(self) -> None:
        self.inner = cast("httpcore2.AsyncNetworkBackend", httpcore2.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> AsyncWire:
        """Connect."""
        return AsyncWire(
            await self.inner.connect_tcp(
                host, port, timeout, local_address, socket_options
            )
        )


class Chunks(Protocol):
    """A body as httpcore2 gives it."""

    def __aiter__(self) -> AsyncGenerator[bytes]: ...

    async def aclose(self) -> None:
        """Let go of the connection."""
        ...


class AsyncStream(httpx2.AsyncByteStream):
    """A body as httpx2 takes it."""

    def __init__(self, inner: Chunks) -> None:
        self.inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with translated():
            async with aclosing(aiter(self.inner)) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self.inner.aclose()


class AsyncPool(httpx2.AsyncBaseTransport):
    """Connections that are kept open."""

    def __init__(self, pool: httpcore2.AsyncConnectionPool) -> None:
        self.inner = pool

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and read the head of its response."""
        with translated():
            response = await self.inner.handle_async_request(asked(request))
        return httpx2.Response(
            response.status,
            headers=response.headers,
            stream=AsyncStream(cast("Chunks", response.stream)),
            extensions=facts(response),
        )

    async def aclose(self) -> None:
        """Hang up everywhere."""
        await self.inner.aclose()
