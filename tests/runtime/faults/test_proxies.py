"""Proxies: of URLs and of tunnels; those that refuse, ask who is there, or break off."""

from __future__ import annotations

import ssl
from base64 import b64encode

import anyio
import pytest
import trustme
from runtime.asynchttp import AsyncHttpTransport
from runtime.errors import ApiError, ApiStatusError, OutcomeUnknownError, TransportError
from runtime.http import HttpTransport
from runtime.operations import Operation
from runtime.responses import ApiResponse

from tests.support.proxied import Deed, proxying
from tests.support.scenarios import (
    ARGUMENTS,
    CREATE,
    DRIVERS,
    PAY,
    READ,
    READ_THING,
    THING,
    AsyncThings,
    Driver,
    SyncThings,
)
from tests.support.scripted import says, scripted, stray

GOOD = says(200, THING)
AUTHORITY = trustme.CA()
CERTIFICATE = AUTHORITY.issue_cert("127.0.0.1")
PASSES, SILENT = Deed(), Deed(does="hangs up")
REFUSES = Deed(
    does="says", says=b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
)
ASKS = Deed(
    does="says",
    says=b"HTTP/1.1 407 Who Is There\r\nProxy-Authenticate: Basic\r\n"
    b"Content-Length: 0\r\nConnection: close\r\n\r\n",
)
HALF = Deed(does="breaks off", after=20)


def serving() -> ssl.SSLContext:
    """How the server shows itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with CERTIFICATE.private_key_and_cert_chain_pem.tempfile() as path:
        context.load_cert_chain(path)
    return context


def trusting() -> ssl.SSLContext:
    """How a client trusts its authority."""
    context = ssl.create_default_context()
    context.load_verify_locations(cadata=AUTHORITY.cert_pem.bytes().decode())
    return context


def called(
    driver: Driver, url: str, operation: Operation[object], proxy: str
) -> ApiResponse[object] | ApiError:
    """One call through a proxy."""
    arguments = ARGUMENTS[operation.name]
    if driver == "sync":
        plain = HttpTransport(tls=trusting(), proxy=proxy)
        things = SyncThings(url, transport=plain)
        try:
            return things.perform(things.call(operation, arguments, None))
        except ApiError as error:
            return error
        finally:
            plain.close()

    async def main() -> ApiResponse[object] | ApiError:
        transport = AsyncHttpTransport(tls=trusting(), proxy=proxy)
        things = AsyncThings(url, transport=transport)
        try:
            return await things.perform(things.call(operation, arguments, None))
        except ApiError as error:
            return error
        finally:
            await transport.close()

    return anyio.run(main, backend=driver)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tunnel"])
@pytest.mark.parametrize(
    ("operation", "deeds", "heard", "sent"),
    [
        (READ, (PASSES,), 1, 1),
        (CREATE, (PASSES,), 1, 1),
        (READ, (SILENT, PASSES), 2, 1),
        (READ, (REFUSES, PASSES), 2, 1),
        (READ, (HALF, PASSES), 2, None),
        (PAY, (HALF, PASSES), 2, None),
    ],
    ids=[
        "a GET",
        "a POST",
        "a GET without an answer of the proxy is sent again",
        "a GET that the proxy refuses for now is sent again",
        "a GET whose proxy breaks off is sent again",
        "a POST with a key whose proxy breaks off is sent again",
    ],
)
def test_calls_that_come_to_an_answer(
    driver: Driver,
    secured: bool,
    operation: Operation[object],
    deeds: tuple[Deed, ...],
    heard: int,
    sent: int | None,
) -> None:
    """The proxy hears so many requests, the service no more than came through."""
    tls = serving() if secured else None
    with scripted(*(GOOD,) * 2, tls=tls) as server, proxying(*deeds) as proxy:
        got = called(driver, server.url, operation, proxy.url)

    assert isinstance(got, ApiResponse), repr(got)
    assert got.value == READ_THING
    authority = server.url.partition("://")[2]
    path = operation.path.replace("{id}", "t-1")
    asked = f"{operation.method} {server.url}{path}"
    assert set(proxy.heard) == {f"CONNECT {authority}" if secured else asked}
    assert len(proxy.heard) == heard
    assert sent is None or len(server.received) == sent


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("operation", [READ, CREATE], ids=["GET", "POST"])
def test_a_tunnel_that_asks_who_is_there_is_asked_once(
    driver: Driver, operation: Operation[object]
) -> None:
    """407 will be the same the next time; nothing reached the service, which is told."""
    with scripted(GOOD, tls=serving()) as server, proxying(ASKS, ASKS, ASKS) as proxy:
        got = called(driver, server.url, operation, proxy.url)

    assert type(got) is TransportError
    assert "407" in str(got)
    assert not got.sent
    assert (len(proxy.heard), server.received) == (1, [])


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_plain_proxy_that_asks_who_is_there_is_a_failure(driver: Driver) -> None:
    """Its 407 is the answer, as any other status is."""
    with scripted(GOOD) as server, proxying(ASKS, ASKS, ASKS) as proxy:
        got = called(driver, server.url, READ, proxy.url)

    assert isinstance(got, ApiStatusError)
    assert got.status == 407
    assert (len(proxy.heard), server.received) == (1, [])


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tunnel"])
def test_credentials_of_a_proxy_stay_there(driver: Driver, secured: bool) -> None:
    """They go to the proxy with each request that it reads, never to the service in a tunnel."""
    tls = serving() if secured else None
    with scripted(GOOD, tls=tls) as server, proxying() as proxy:
        url = proxy.url.replace("://", "://ann:pass%40word@")
        got = called(driver, server.url, READ, url)

    assert isinstance(got, ApiResponse), repr(got)
    assert proxy.credentials == [f"Basic {b64encode(b'ann:pass@word').decode()}"]
    (received,) = server.received
    assert not secured or received.header("proxy-authorization") is None
    assert "pass" not in repr(got)


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_post_that_the_tunnel_refuses_is_sent_again(driver: Driver) -> None:
    """Nothing of it left: there was no tunnel."""
    with (
        scripted(GOOD, tls=serving()) as server,
        proxying(REFUSES, PASSES) as proxy,
    ):
        got = called(driver, server.url, CREATE, proxy.url)

    assert isinstance(got, ApiResponse), repr(got)
    assert (len(proxy.heard), len(server.received)) == (2, 1)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tunnel"])
def test_a_post_whose_proxy_breaks_off_is_not_sent_again(
    driver: Driver, secured: bool
) -> None:
    """The service may have acted, or has."""
    tls = serving() if secured else None
    deed = Deed(does="breaks off", after=3000) if secured else HALF
    body = says(200, THING + b" " * 9000)
    with scripted(body, GOOD, tls=tls) as server, proxying(deed, PASSES) as proxy:
        got = called(driver, server.url, CREATE, proxy.url)

    assert type(got) is OutcomeUnknownError
    assert isinstance(got.__cause__, TransportError)
    assert got.__cause__.sent
    assert (len(proxy.heard), len(server.received)) == (1, 1)


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_proxy_that_is_not_there_is_no_answer(driver: Driver) -> None:
    """A POST is tried again, for nothing of it left, and then fails as unsent."""
    with scripted(GOOD) as server:
        got = called(driver, server.url, CREATE, stray())

    assert type(got) is TransportError
    assert not got.sent
    assert len(got.attempts) == 3
    assert server.received == []
