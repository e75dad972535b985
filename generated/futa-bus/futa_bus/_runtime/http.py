"""HTTP by httpx2, synchronous: the default transport."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from functools import cached_property
from threading import Lock
from typing import Final, TypedDict, cast
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from .errors import RequestError, TransportError
from .outages import failed
from .packing import ACCEPTED, Body, Unpacking
from .transport import Content, Headers, Opened, Request, Response
from .uploads import Upload
from .wires import Backend, Exchange, Pool, Tail

__all__ = [
    "HttpTransport",
    "Wiring",
    "head",
    "headers",
    "incoming",
    "outgoing",
    "tail",
]


class Pooled(TypedDict):
    """What pools are made with."""

    ssl_context: ssl.SSLContext
    proxy: httpcore2.Proxy | None
    max_connections: int
    max_keepalive_connections: int
    keepalive_expiry: float
    http2: bool


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
        self.given = tls
        self.proxy = proxy
        self.http2 = http2
        self.connections = connections
        self.proxies = {} if proxy else getproxies()

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """How servers are verified; reading the system's certificates takes a while."""
        return httpx2.create_ssl_context() if self.given is None else self.given

    def proxy_of(self, url: httpx2.URL) -> str | None:
        """The proxy for a URL: `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name it."""
        if not self.proxies:
            return self.proxy
        found = self.proxies.get(url.scheme) or self.proxies.get("all")
        return None if not found or proxy_bypass(url.host) else found

    def pooled(self, proxy: str | None) -> Pooled:
        """What a pool is made with."""
        return Pooled(
            ssl_context=self.tls,
            proxy=None if proxy is None else through(httpx2.Proxy(proxy)),
            max_connections=self.connections,
            max_keepalive_connections=min(self.connections, KEPT),
            keepalive_expiry=EXPIRY,
            http2=self.http2,
        )


KEPT: Final = 20
"""Connections that stay open without work."""
EXPIRY: Final = 5.0
"""Seconds that they do: most servers hang up somewhat later."""


def through(proxy: httpx2.Proxy) -> httpcore2.Proxy:
    """A proxy as httpcore2 takes it."""
    url = proxy.url
    return httpcore2.Proxy(
        httpcore2.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        ),
        auth=proxy.raw_auth,
    )


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
        self.pools: dict[str | None, Pool] = {}
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
                pool = httpcore2.ConnectionPool(
                    **self.pooled(proxy), network_backend=Backend()
                )
                self.pools[proxy] = Pool(pool)
            return self.pools[proxy]

    def send(self, request: Request, /) -> Response:
        """Send once and read the response whole; see `Transport.send`."""
        prepared = outgoing(request, sent(request.body))
        with Exchange(request.timeout.total) as exchange:
            try:
                response = self.pool(prepared.url).handle_request(prepared)
                try:
                    head(response, exchange)
                    body = Body(headers(response))
                    for data in raw(response):
                        body.add(data)
                finally:
                    response.close()
            except httpx2.HTTPError as error:
                raise failed(error, exchange) from error
        return incoming(response, body.whole(), exchange.elapsed)

    def stream(self, request: Request, /) -> Opened:
        """Send once and leave the body to be read; see `StreamingTransport.stream`."""
        prepared = outgoing(request, sent(request.body))
        with Exchange(request.timeout.total) as exchange:
            try:
                response = self.pool(prepared.url).handle_request(prepared)
                head(response, exchange)
            except httpx2.HTTPError as error:
                raise failed(error, exchange) from error
        return Opened(
            response.status_code,
            headers(response),
            response.reason_phrase,
            chunks(response),
            response.close,
        )

    def close(self) -> None:
        """Give up the connections."""
        pools, self.pools = self.pools, {}
        for pool in pools.values():
            pool.close()


def sent(body: Content) -> Content:
    """A body as synchronous code sends it.

    Raises:
        RequestError: It has to be awaited.
    """
    return body.plainly() if isinstance(body, Upload) else body


def raw(response: httpx2.Response) -> Iterator[bytes]:
    """The body as it travels."""
    data = b""
    for data in cast("httpx2.SyncByteStream", response.stream):
        yield data
    tail(response, data)


def chunks(response: httpx2.Response) -> Iterator[bytes]:
    """The decoded body as it comes.

    Raises:
        TransportError: It breaks off.
    """
    unpacking = Unpacking(headers(response))
    try:
        for data in raw(response):
            yield from unpacking.feed(data)
        unpacking.end()
    except httpx2.HTTPError as error:
        raise failed(error) from error
    finally:
        response.close()


def outgoing(request: Request, body: Content) -> httpx2.Request:
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
    pairs = [*request.headers.pairs]
    if "accept-encoding" not in request.headers:
        pairs.append(("Accept-Encoding", ACCEPTED))
    try:
        return httpx2.Request(
            request.method,
            request.url,
            headers=pairs,
            content=body,
            extensions={"timeout": phases},
        )
    except httpx2.InvalidURL as error:
        raise RequestError(str(error)) from None


def headers(response: httpx2.Response) -> Headers:
    """Header fields as ours."""
    return Headers(response.headers.multi_items())


def line(response: httpx2.Response) -> Tail | None:
    """What was read of a connection, where it carries one exchange at a time."""
    if response.extensions.get("http_version") == b"HTTP/2":
        return None
    found: object = getattr(response.extensions.get("network_stream"), "tail", None)
    return found if isinstance(found, Tail) else None


def head(response: httpx2.Response, exchange: Exchange) -> None:
    """Check that a response came after its request, and was not left from before.

    Raises:
        TransportError: It was, so that there is none.
    """
    if line(response) is not None and not exchange.heard:
        raise TransportError("there was an answer before there was a request")


def tail(response: httpx2.Response, data: bytes) -> None:
    """Give a connection up where anything stands behind a response; `data` ended it."""
    found = line(response)
    if found is not None:
        bare = not data or "transfer-encoding" in response.headers
        found.ends(END if bare else data)


END: Final = b"\r\n\r\n"
"""What ends a head, and the last chunk of a chunked body."""


def incoming(response: httpx2.Response, body: bytes, elapsed: float) -> Response:
    """A response as ours."""
    return Response(
        status=response.status_code,
        headers=headers(response),
        body=body,
        reason=response.reason_phrase,
        elapsed=elapsed,
    )
