"""HTTP/2: many calls on one connection, streams that are reset, connections that end."""

from __future__ import annotations

import ssl

import anyio
import pytest
import trustme
from runtime.arguments import Arguments
from runtime.asynchttp import AsyncHttpTransport
from runtime.errors import (
    ApiError,
    OutcomeUnknownError,
    TimeoutError,
    TransportError,
)
from runtime.http import HttpTransport
from runtime.operations import Operation
from runtime.options import Options, Timeout
from runtime.responses import ApiResponse

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
    Thing,
)
from tests.support.streamed import Act, streaming

AUTHORITY = trustme.CA()
CERTIFICATE = AUTHORITY.issue_cert("127.0.0.1")
GOOD = Act(body=THING)
CANCELLED, REFUSED = 8, 7
"""Error codes (RFC 9113 section 7)."""


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
    driver: Driver,
    url: str,
    operation: Operation[object],
    given: Arguments | None = None,
    options: Options | None = None,
) -> ApiResponse[object] | ApiError:
    """One call."""
    arguments = given or ARGUMENTS[operation.name]
    if driver == "sync":
        plain = HttpTransport(tls=trusting(), http2=True)
        things = SyncThings(url, transport=plain)
        try:
            return things.perform(things.call(operation, arguments, options))
        except ApiError as error:
            return error
        finally:
            plain.close()

    async def main() -> ApiResponse[object] | ApiError:
        transport = AsyncHttpTransport(tls=trusting(), http2=True)
        things = AsyncThings(url, transport=transport)
        try:
            return await things.perform(things.call(operation, arguments, options))
        except ApiError as error:
            return error
        finally:
            await transport.close()

    return anyio.run(main, backend=driver)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    ("operation", "act", "heard"),
    [
        (READ, GOOD, 1),
        (READ, Act(does="resets", code=CANCELLED), 2),
        (READ, Act(does="hangs up"), 2),
        (READ, Act(does="leaves"), 2),
        (READ, Act(does="breaks off"), 2),
        (PAY, Act(does="resets", code=CANCELLED), 2),
        (PAY, Act(does="hangs up"), 2),
        (CREATE, Act(does="resets", code=REFUSED), 2),
        (CREATE, Act(does="turns away"), 2),
        (READ, Act(does="resets late", code=CANCELLED), 2),
        (PAY, Act(does="resets late", code=CANCELLED), 2),
    ],
    ids=[
        "an answer",
        "a GET whose stream is reset is sent again",
        "a GET whose connection ends is sent again",
        "a GET whose server leaves is sent again",
        "a GET whose body breaks off is sent again",
        "a POST with a key whose stream is reset is sent again",
        "a POST with a key whose connection ends is sent again",
        "a POST whose stream was refused is sent again: it was not looked at",
        "a POST that a leaving server did not look at is sent again",
        "a GET whose stream is reset inside the body is sent again",
        "a POST with a key whose stream is reset inside the body is sent again",
    ],
)
def test_calls_that_come_to_an_answer(
    driver: Driver, operation: Operation[object], act: Act, heard: int
) -> None:
    """The caller gets the thing, after so many requests."""
    with streaming(serving(), act, GOOD) as server:
        got = called(driver, server.url, operation)

    assert isinstance(got, ApiResponse), repr(got)
    assert got.value == READ_THING
    assert len(server.heard) == heard


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    "act",
    [
        Act(does="resets", code=CANCELLED),
        Act(does="hangs up"),
        Act(does="leaves"),
        Act(does="breaks off"),
        Act(does="resets late", code=CANCELLED),
    ],
    ids=["reset", "ended", "left", "broken off", "reset inside the body"],
)
def test_a_post_that_may_have_been_done_is_not_sent_again(
    driver: Driver, act: Act
) -> None:
    """Whatever happens to its stream or connection once it was heard."""
    with streaming(serving(), act, GOOD) as server:
        got = called(driver, server.url, CREATE)

    assert type(got) is OutcomeUnknownError
    assert isinstance(got.__cause__, TransportError)
    assert server.heard == ["POST /things"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_calls_share_one_connection(backend: str) -> None:
    """Twenty calls at once need no second connection."""

    async def main(url: str) -> None:
        transport = AsyncHttpTransport(tls=trusting(), http2=True)
        things = AsyncThings(url, transport=transport)

        async def once() -> None:
            await things.perform(things.call(READ, Arguments(path={"id": "1"}), None))

        await once()
        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(once)
        await transport.close()

    with streaming(serving(), *(GOOD,) * 21) as server:
        anyio.run(main, server.url, backend=backend)

    assert len(server.heard) == 21
    assert server.connections == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_no_more_streams_are_opened_than_the_server_takes(backend: str) -> None:
    """Twenty calls at once wait for each other where the server takes two at a time."""

    async def main(url: str) -> None:
        transport = AsyncHttpTransport(tls=trusting(), http2=True, connections=1)
        things = AsyncThings(url, transport=transport)

        async def once() -> None:
            await things.perform(things.call(READ, Arguments(path={"id": "1"}), None))

        async with anyio.create_task_group() as group:
            for _ in range(20):
                group.start_soon(once)
        await transport.close()

    with streaming(serving(), *(GOOD,) * 20, most=2) as server:
        anyio.run(main, server.url, backend=backend)

    assert len(server.heard) == 20
    assert 1 <= server.open <= 2


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_body_that_the_server_does_not_take_ends_in_time(driver: Driver) -> None:
    """A window that never grows is a timeout, after which nobody knows what was done."""
    body = Arguments(body=Thing(id="t" * 300_000, count=0))
    options = Options(timeout=Timeout(read=0.3, write=0.3), max_retries=0)
    with streaming(serving(), GOOD, stalls=True) as server:
        got = called(driver, server.url, CREATE, body, options)

    assert type(got) is OutcomeUnknownError
    assert isinstance(got.__cause__, TimeoutError)
    assert got.__cause__.phase in ("read", "write")
    assert server.heard == ["POST /things"]
