"""Secured connections: certificates, downgrades, HTTP/2 by negotiation."""

from __future__ import annotations

import ssl
from typing import TypeAlias

import anyio
import pytest
import trustme
from runtime.asynchttp import AsyncHttpTransport
from runtime.errors import ApiError, TransportError
from runtime.http import HttpTransport
from runtime.operations import Operation
from runtime.responses import ApiResponse

from tests.support.scenarios import (
    ARGUMENTS,
    CREATE,
    DRIVERS,
    READ,
    READ_THING,
    THING,
    AsyncThings,
    Driver,
    SyncThings,
)
from tests.support.scripted import Step, says, scripted

Result: TypeAlias = "ApiResponse[object] | ApiError"

GOOD = says(200, THING)
AUTHORITY = trustme.CA()
CERTIFICATE = AUTHORITY.issue_cert("127.0.0.1")


def serving(*, mutual: bool = False) -> ssl.SSLContext:
    """How the server shows itself, and whether it asks callers to."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with CERTIFICATE.private_key_and_cert_chain_pem.tempfile() as path:
        context.load_cert_chain(path)
    if mutual:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(cadata=AUTHORITY.cert_pem.bytes().decode())
    return context


def trusting(shown: trustme.LeafCert | None = None) -> ssl.SSLContext:
    """How a client trusts its authority, and what it shows of itself."""
    context = ssl.create_default_context()
    context.load_verify_locations(cadata=AUTHORITY.cert_pem.bytes().decode())
    if shown is not None:
        with shown.private_key_and_cert_chain_pem.tempfile() as path:
            context.load_cert_chain(path)
    return context


def call(
    driver: Driver, url: str, operation: Operation[object], tls: ssl.SSLContext | None
) -> Result:
    """One call with a token."""
    credentials = {"token": "s3cret"}
    arguments = ARGUMENTS[operation.name]
    if driver == "sync":
        plain = HttpTransport(tls=tls)
        things = SyncThings(url, credentials=credentials, transport=plain)
        try:
            return things.perform(things.call(operation, arguments, None))
        except ApiError as error:
            return error
        finally:
            plain.close()

    async def main() -> Result:
        transport = AsyncHttpTransport(tls=tls)
        things = AsyncThings(url, credentials=credentials, transport=transport)
        try:
            return await things.perform(things.call(operation, arguments, None))
        except ApiError as error:
            return error
        finally:
            await transport.close()

    return anyio.run(main, backend=driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_certificate_of_a_known_authority_is_trusted(driver: Driver) -> None:
    """The caller's TLS context decides whom to trust."""
    with scripted(GOOD, tls=serving()) as server:
        got = call(driver, server.url, READ, trusting())

    assert isinstance(got, ApiResponse)
    assert got.value == READ_THING


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_unknown_certificate_is_refused_before_anything_is_sent(
    driver: Driver,
) -> None:
    """Nothing is sent, and nothing is gained by trying again."""
    with scripted(GOOD, tls=serving()) as server:
        got = call(driver, server.url, CREATE, ssl.create_default_context())

    assert type(got) is TransportError
    assert (got.sent, got.passing) == (False, False)
    assert len(got.attempts) == 1
    assert "CERTIFICATE_VERIFY_FAILED" in str(got)
    assert server.received == []


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_server_without_tls_is_a_transport_error(driver: Driver) -> None:
    """A POST to it was not sent, so that it is tried again and then told."""
    plain = Step(reads="nothing", says=(b"HTTP/1.1 400 No\r\n\r\n",), then="close")
    with scripted(*(plain,) * 3) as server:
        url = server.url.replace("http:", "https:")
        got = call(driver, url, CREATE, trusting())

    assert type(got) is TransportError
    assert not got.sent
    assert server.received == []


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_redirect_from_https_to_http_takes_no_credential_along(
    driver: Driver,
) -> None:
    """A downgrade is another origin."""
    with scripted(GOOD) as plain:
        moved = says(302, b"", ("Location", f"{plain.url}/far"))
        with scripted(moved, tls=serving()) as server:
            got = call(driver, server.url, READ, trusting())

    assert isinstance(got, ApiResponse)
    assert server.received[0].header("authorization") == "Bearer s3cret"
    (abroad,) = plain.received
    assert abroad.header("authorization") is None


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_caller_shows_its_certificate_where_it_is_asked_for(driver: Driver) -> None:
    """Mutual TLS: with the caller's own certificate a call succeeds, without it none does."""
    shown = AUTHORITY.issue_cert("caller.test")
    with scripted(GOOD, tls=serving(mutual=True)) as server:
        got = call(driver, server.url, READ, trusting(shown))
    assert isinstance(got, ApiResponse)

    with scripted(GOOD, tls=serving(mutual=True)) as server:
        got = call(driver, server.url, READ, trusting())
    assert type(got) is TransportError
    assert server.received == []
