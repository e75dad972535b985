"""HTTP by httpx2, asynchronous: the default transport of asynchronous clients."""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import cast

import anyio
import httpcore2
import httpx2
from anyio.lowlevel import EventLoopToken, current_token

from .asyncwires import AsyncBackend, AsyncPool
from .errors import TimeoutError
from .http import Wiring, head, headers, incoming, outgoing, tail
from .outages import LATE, failed
from .packing import Body, Unpacking
from .transport import AsyncOpened, Content, Request, Response
from .uploads import Upload
from .wires import Exchange

__all__ = ["AsyncHttpTransport"]


class AsyncHttpTransport(Wiring):
    """Connections to any number of hosts, kept open between calls; see `Wiring`."""

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        proxy: str | None = None,
        http2: bool = False,
        connections: int = 100,
        inner: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """Connect nothing yet. `inner` is a transport of httpx2 to use instead."""
        super().__init__(tls=tls, proxy=proxy, http2=http2, connections=connections)
        self.inner = inner
        self.pools: dict[tuple[EventLoopToken, str | None], AsyncPool] = {}
        self.process = os.getpid()

    def pool(self, url: httpx2.URL) -> httpx2.AsyncBaseTransport:
        """The connections for a URL; each event loop and process has its own."""
        if self.inner is not None:
            return self.inner
        if self.process != os.getpid():
            self.pools, self.process = {}, os.getpid()
        key = (current_token(), self.proxy_of(url))
        if key not in self.pools:
            pool = httpcore2.AsyncConnectionPool(
                **self.pooled(key[1]), network_backend=AsyncBackend()
            )
            self.pools[key] = AsyncPool(pool)
        return self.pools[key]

    async def send(self, request: Request, /) -> Response:
        """Send once and read the response whole; see `Transport.send`."""
        prepared = outgoing(request, sent(request.body))
        total = request.timeout.total
        with Exchange(total) as exchange, anyio.move_on_after(total):
            try:
                pool = self.pool(prepared.url)
                response = await pool.handle_async_request(prepared)
                try:
                    head(response, exchange)
                    body = Body(headers(response))
                    async with aclosing(raw(response)) as pieces:
                        async for data in pieces:
                            body.add(data)
                finally:
                    with anyio.CancelScope(shield=True):
                        await response.aclose()
            except httpx2.HTTPError as error:
                raise failed(error, exchange) from error
            return incoming(response, body.whole(), exchange.elapsed)
        raise TimeoutError(LATE, phase="total", sent=exchange.sent)

    async def stream(self, request: Request, /) -> AsyncOpened:
        """Send once and leave the body to be read; see `StreamingTransport.stream`."""
        prepared = outgoing(request, sent(request.body))
        total = request.timeout.total
        with Exchange(total) as exchange, anyio.move_on_after(total):
            try:
                pool = self.pool(prepared.url)
                response = await pool.handle_async_request(prepared)
                head(response, exchange)
            except httpx2.HTTPError as error:
                raise failed(error, exchange) from error
            return AsyncOpened(
                response.status_code,
                headers(response),
                response.reason_phrase,
                chunks(response),
                response.aclose,
            )
        raise TimeoutError(LATE, phase="total", sent=exchange.sent)

    async def close(self) -> None:
        """Give up the connections."""
        pools, self.pools = self.pools, {}
        loop = current_token()
        for (home, _), pool in pools.items():
            if home == loop:  # the connections of a loop that has ended went with it
                await pool.aclose()


def sent(body: Content) -> Content:
    """A body as asynchronous code sends it: one that could be read both ways is awaited."""
    return Awaiting(body) if isinstance(body, Upload) else body


class Awaiting:
    """An upload that can be read asynchronously only."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self.upload)


async def raw(response: httpx2.Response) -> AsyncGenerator[bytes]:
    """The body as it travels."""
    data = b""
    stream = cast("httpx2.AsyncByteStream", response.stream)
    async with aclosing(cast("AsyncGenerator[bytes]", aiter(stream))) as pieces:
        async for data in pieces:
            yield data
    tail(response, data)


async def chunks(response: httpx2.Response) -> AsyncGenerator[bytes]:
    """The decoded body as it comes.

    Raises:
        TransportError: It breaks off.
    """
    unpacking = Unpacking(headers(response))
    try:
        async with aclosing(raw(response)) as pieces:
            async for data in pieces:
                for piece in unpacking.feed(data):
                    yield piece
        unpacking.end()
    except httpx2.HTTPError as error:
        raise failed(error) from error
    finally:
        with anyio.CancelScope(shield=True):
            await response.aclose()
