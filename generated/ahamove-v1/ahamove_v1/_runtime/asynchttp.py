"""HTTP by httpx2, asynchronous: the default transport of asynchronous clients."""

from __future__ import annotations

import builtins
import os
import ssl
from collections.abc import AsyncIterator
from time import monotonic

import anyio
import httpx2

from .errors import TimeoutError
from .http import Wiring, failed, incoming, most, outgoing
from .transport import AsyncOpened, Headers, Request, Response

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
        self.pools: dict[str | None, httpx2.AsyncBaseTransport] = {}
        self.process = os.getpid()

    def pool(self, url: httpx2.URL) -> httpx2.AsyncBaseTransport:
        """The connections for a URL; a forked process starts with none."""
        if self.inner is not None:
            return self.inner
        if self.process != os.getpid():
            self.pools, self.process = {}, os.getpid()
        proxy = self.proxy_of(url)
        if proxy not in self.pools:
            self.pools[proxy] = httpx2.AsyncHTTPTransport(
                verify=self.tls, http2=self.http2, proxy=proxy, limits=self.limits
            )
        return self.pools[proxy]

    async def send(self, request: Request, /) -> Response:
        """Send once and read the response whole; see `Transport.send`."""
        total = request.timeout.total
        if total is None:
            return await self.exchanged(request)
        with anyio.move_on_after(total):
            return await self.exchanged(request)
        raise TimeoutError("the response took too long", phase="total")

    async def exchanged(self, request: Request) -> Response:
        """As `send`, without a limit for the whole."""
        began = monotonic()
        prepared = outgoing(request)
        try:
            response = await self.pool(prepared.url).handle_async_request(prepared)
            try:
                body = await whole(response)
            finally:
                with anyio.CancelScope(shield=True):
                    await response.aclose()
        except httpx2.HTTPError as error:
            raise failed(error) from error
        return incoming(response, body, monotonic() - began)

    async def stream(self, request: Request, /) -> AsyncOpened:
        """Send once and leave the body to be read; see `StreamingTransport.stream`."""
        prepared = outgoing(request)
        try:
            with anyio.fail_after(request.timeout.total):
                pool = self.pool(prepared.url)
                response = await pool.handle_async_request(prepared)
        except httpx2.HTTPError as error:
            raise failed(error) from error
        except builtins.TimeoutError:
            raise TimeoutError("the response took too long", phase="total") from None
        return AsyncOpened(
            response.status_code,
            Headers(response.headers.multi_items()),
            response.reason_phrase,
            chunks(response),
            response.aclose,
        )

    async def close(self) -> None:
        """Give up the connections."""
        pools, self.pools = self.pools, {}
        for pool in pools.values():
            await pool.aclose()


async def chunks(response: httpx2.Response) -> AsyncIterator[bytes]:
    """The decoded body as it comes.

    Raises:
        TransportError: It breaks off.
    """
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except httpx2.HTTPError as error:
        raise failed(error) from error
    finally:
        with anyio.CancelScope(shield=True):
            await response.aclose()


async def whole(response: httpx2.Response) -> bytes:
    """The decoded body.

    Raises:
        TransportError: There is too much of it.
    """
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        chunks.append(chunk)
        size += len(chunk)
        most(size)
    return b"".join(chunks)
