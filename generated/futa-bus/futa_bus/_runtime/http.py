"""HTTP by httpx2, synchronous: the default transport."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from threading import Lock
from time import monotonic
from typing import Final
from urllib.request import getproxies, proxy_bypass

import httpx2

from .errors import RequestError, TimeoutError, TransportError
from .transport import Headers, Opened, Request, Response

__all__ = ["HttpTransport", "Wiring", "failed", "incoming", "most", "outgoing"]

MOST_BYTES: Final = 256 * 1024 * 1024
"""A response that is read whole may hold no more: an archive bomb ends there."""


class Wiring:
    """How connections are made; what the sync and the async transport share.

    Args:
        tls: How servers are verified, and the client's certificate (mutual TLS).
        proxy: The URL of a proxy; without it, the environment's variables count.
        http2: Offer HTTP/2 (needs the package h2).
        connections: The most that are open at a time.
    """

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        proxy: str | None = None,
        http2: bool = False,
        connections: int = 100,
    ) -> None:
        self.tls: ssl.SSLContext | bool = True if tls is None else tls
        self.proxy = proxy
        self.http2 = http2
        self.limits = httpx2.Limits(max_connections=connections)
        self.proxies = {} if proxy else getproxies()

    def proxy_of(self, url: httpx2.URL) -> str | None:
        """The proxy for a URL: `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name it."""
        if not self.proxies:
            return self.proxy
        found = self.proxies.get(url.scheme) or self.proxies.get("all")
        return None if not found or proxy_bypass(url.host) else found


class HttpTransport(Wiring):
    """Connections to any number of hosts, kept open between calls; see `Wiring`."""

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        proxy: str | None = None,
        http2: bool = False,
        connections: int = 100,
        inner: httpx2.BaseTransport | None = None,
    ) -> None:
        """Connect nothing yet. `inner` is a transport of httpx2 to use instead."""
        super().__init__(tls=tls, proxy=proxy, http2=http2, connections=connections)
        self.inner = inner
        self.pools: dict[str | None, httpx2.BaseTransport] = {}
        self.process = os.getpid()
        self.lock = Lock()

    def pool(self, url: httpx2.URL) -> httpx2.BaseTransport:
        """The connections for a URL; a forked process starts with none."""
        if self.inner is not None:
            return self.inner
        if self.process != os.getpid():
            self.pools, self.process, self.lock = {}, os.getpid(), Lock()
        proxy = self.proxy_of(url)
        found = self.pools.get(proxy)
        if found is not None:
            return found
        with self.lock:
            if proxy not in self.pools:
                self.pools[proxy] = httpx2.HTTPTransport(
                    verify=self.tls, http2=self.http2, proxy=proxy, limits=self.limits
                )
            return self.pools[proxy]

    def send(self, request: Request, /) -> Response:
        """Send once and read the response whole; see `Transport.send`."""
        began = monotonic()
        prepared = outgoing(request)
        try:
            response = self.pool(prepared.url).handle_request(prepared)
            try:
                body = whole(response, request.timeout.total, began)
            finally:
                response.close()
        except httpx2.HTTPError as error:
            raise failed(error) from error
        return incoming(response, body, monotonic() - began)

    def stream(self, request: Request, /) -> Opened:
        """Send once and leave the body to be read; see `StreamingTransport.stream`."""
        prepared = outgoing(request)
        try:
            response = self.pool(prepared.url).handle_request(prepared)
        except httpx2.HTTPError as error:
            raise failed(error) from error
        return Opened(
            response.status_code,
            Headers(response.headers.multi_items()),
            response.reason_phrase,
            chunks(response),
            response.close,
        )

    def close(self) -> None:
        """Give up the connections."""
        pools, self.pools = self.pools, {}
        for pool in pools.values():
            pool.close()


def chunks(response: httpx2.Response) -> Iterator[bytes]:
    """The decoded body as it comes.

    Raises:
        TransportError: It breaks off.
    """
    try:
        yield from response.iter_bytes()
    except httpx2.HTTPError as error:
        raise failed(error) from error
    finally:
        response.close()


def outgoing(request: Request) -> httpx2.Request:
    """A request as httpx2 takes it.

    Raises:
        RequestError: The URL is none.
    """
    limits = request.timeout
    phases = {
        "connect": limits.connect,
        "read": limits.read,
        "write": limits.write,
        "pool": limits.pool,
    }
    headers = [*request.headers.pairs]
    if "accept-encoding" not in request.headers:
        headers.append(("Accept-Encoding", "gzip, deflate"))
    try:
        return httpx2.Request(
            request.method,
            request.url,
            headers=headers,
            content=request.body,
            extensions={"timeout": phases},
        )
    except httpx2.InvalidURL as error:
        raise RequestError(str(error)) from None


def whole(response: httpx2.Response, total: float | None, began: float) -> bytes:
    """The decoded body.

    Raises:
        TimeoutError: The time for the whole is over, however lively the service is.
        TransportError: There is too much of it.
    """
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_bytes():
        chunks.append(chunk)
        size += len(chunk)
        most(size)
        if total is not None and monotonic() - began > total:
            raise TimeoutError("the response took too long", phase="total")
    return b"".join(chunks)


def most(size: int) -> None:
    """Check the size of a body so far.

    Raises:
        TransportError: It is too large.
    """
    if size > MOST_BYTES:
        raise TransportError(f"the response has more than {MOST_BYTES} bytes")


def incoming(response: httpx2.Response, body: bytes, elapsed: float) -> Response:
    """A response as ours."""
    return Response(
        status=response.status_code,
        headers=Headers(response.headers.multi_items()),
        body=body,
        reason=response.reason_phrase,
        elapsed=elapsed,
    )


UNSENT: Final = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
PHASES: Final = (
    (httpx2.ConnectTimeout, "connect"),
    (httpx2.PoolTimeout, "pool"),
    (httpx2.WriteTimeout, "write"),
    (httpx2.ReadTimeout, "read"),
)


def failed(error: httpx2.HTTPError) -> TransportError | RequestError:
    """An error of httpx2 as ours: what failed, and whether bytes may have left."""
    text = str(error) or type(error).__name__
    sent = not isinstance(error, (*UNSENT, httpx2.ProxyError))
    for kind, phase in PHASES:
        if isinstance(error, kind):
            message = f"no answer in time ({phase}){f': {error}' if str(error) else ''}"
            return TimeoutError(message, phase=phase, sent=sent)
    if isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError):
        return RequestError(text)
    return TransportError(text, sent=sent)
