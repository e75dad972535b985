"""Responses that are strange: lengths, encodings, statuses, headers."""

from __future__ import annotations

import gzip
import zlib
from unittest.mock import patch

import pytest
from runtime.deviations import Deviation
from runtime.errors import (
    ApiStatusError,
    DecodeError,
    OutcomeUnknownError,
    TransportError,
)
from runtime.operations import Answer, Operation

from tests.support.scenarios import (
    CREATE,
    DELETE,
    DRIVERS,
    JSON,
    READ,
    THING,
    Driver,
    Outcome,
    Scenario,
    Thing,
)
from tests.support.scripted import Step, says

GOOD = says(200, THING)
HTML = b"<html><body>Please log in</body></html>"
SMUGGLED = b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n" + b'{"id":"wrong"}'
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)
EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
SWITCH = (
    b"HTTP/1.1 101 Switching Protocols\r\n"
    b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
)
LATER: Operation[Thing] = Operation(
    name="things.read",
    method="GET",
    path="/things/{id}",
    answers=(Answer("2XX", JSON, Thing),),
)


def raw(outcome: Outcome) -> None:
    """The bytes are at hand where the decoding failed."""
    error = outcome.error
    assert isinstance(error, DecodeError)
    assert error.response.body == HTML
    assert error.response.headers["content-type"] == "text/html"
    assert error.deviations[0] == Deviation("", JSON, "text/html")


def empty(outcome: Outcome) -> None:
    """The error says that there was nothing."""
    error = outcome.error
    assert isinstance(error, DecodeError)
    assert error.deviations == (Deviation("", "object `Thing`", "nothing"),)


def unlisted(outcome: Outcome) -> None:
    """The value comes with word of its strange status."""
    assert outcome.response.deviations == (
        Deviation("", "status 200 or 201", "status 202"),
    )


def both_cookies(outcome: Outcome) -> None:
    """Repeated fields are all there, one by one and joined."""
    headers = outcome.response.headers
    assert headers.every("Set-Cookie") == ["a=1, Path=/", "b=2"]
    assert headers["x-twice"] == "1, 2"


SCENARIOS = (
    Scenario(
        promise="a body that is longer than its Content-Length is read up to that",
        script=(says(200, THING + b"garbage", length=len(THING)),),
    ),
    Scenario(
        promise="a body without a length is read until the connection ends",
        script=(
            Step(
                says=(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                    + THING,
                ),
                then="close",
            ),
        ),
    ),
    Scenario(
        promise="a Content-Length that is no number is no answer",
        script=(
            Step(
                says=(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + THING,),
                then="close",
            ),
            GOOD,
        ),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="two lengths that contradict each other are no answer",
        script=(says(200, THING, ("Content-Length", "3")), GOOD),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="a chunked body is put together",
        script=(
            Step(
                says=(
                    CHUNKED,
                    b"5\r\n",
                    THING[:5],
                    b"\r\n11\r\n",
                    THING[5:] + b"\r\n0\r\n\r\n",
                )
            ),
        ),
    ),
    Scenario(
        promise="a chunk whose size is no number is no answer",
        script=(Step(says=(CHUNKED, b"xyz\r\n{}\r\n0\r\n\r\n"), then="close"), GOOD),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="something that is no HTTP is a transport error",
        script=(Step(says=(b"SSH-2.0-OpenSSH_9.9\r\n",), then="close"),) * 3,
        gives=TransportError,
        sent=3,
        story=("TransportError",) * 3,
    ),
    Scenario(
        promise="headers without an end are a transport error, not a full memory",
        script=(
            Step(says=(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 40_000), then="close"),
        )
        * 3,
        gives=TransportError,
        sent=3,
        story=("TransportError",) * 3,
    ),
    Scenario(
        promise="HTML with status 200 is a decode error with the raw response",
        script=(says(200, HTML, media_type="text/html"),),
        gives=DecodeError,
        says="text/html",
        check=raw,
        story=(200,),
    ),
    Scenario(
        promise="HTML that calls itself JSON is a decode error",
        script=(says(200, HTML),),
        gives=DecodeError,
        says="expected JSON",
    ),
    Scenario(
        promise="JSON that calls itself text is read all the same",
        script=(says(200, THING, media_type="text/plain"),),
    ),
    Scenario(
        promise="JSON without a Content-Type is read as the documented type",
        script=(says(200, THING, media_type=""),),
    ),
    Scenario(
        promise="an empty body with status 200 is a decode error, not an empty value",
        script=(says(200, b""),),
        gives=DecodeError,
        check=empty,
    ),
    Scenario(
        promise="an empty body after a POST is a decode error: it was done",
        script=(says(200, b""),),
        operation=CREATE,
        gives=DecodeError,
    ),
    Scenario(
        promise="a 204 where a body is documented is a decode error",
        script=(Step(says=(b"HTTP/1.1 204 No Content\r\n\r\n",)),),
        gives=DecodeError,
    ),
    Scenario(
        promise="a 200 with a body where none is documented gives nothing",
        script=(says(200, b'{"ok":true}'),),
        operation=DELETE,
        gives=None,
        story=(200,),
    ),
    Scenario(
        promise="an unlisted success is read as the listed one, and told of",
        script=(says(202, THING),),
        operation=CREATE,
        story=(202,),
        check=unlisted,
    ),
    Scenario(
        promise="a documented range takes every status of it",
        script=(says(206, THING),),
        operation=LATER,
        story=(206,),
    ),
    Scenario(
        promise="an unlisted failure is a status error with the raw response",
        script=(says(418, HTML, media_type="text/html"),),
        gives=ApiStatusError,
        says="418",
        story=(418,),
    ),
    Scenario(
        promise="a status that nobody knows is a status error",
        script=(says(999, b"", reason="Enough"),) * 3,
        operation=CREATE,
        gives=ApiStatusError,
        says="999 Enough",
        story=(999,),
    ),
    Scenario(
        promise="a 304 that nobody asked for is a status error",
        script=(Step(says=(b"HTTP/1.1 304 Not Modified\r\n\r\n",)),),
        gives=ApiStatusError,
        story=(304,),
    ),
    Scenario(
        promise="informational responses before the answer are passed over",
        script=(Step(says=(CONTINUE, EARLY, 0.05, EARLY, *GOOD.says)),),
    ),
    Scenario(
        promise="an answer of informational responses only is none",
        script=(Step(says=(CONTINUE, EARLY), then="close"), GOOD),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="a protocol switch that nobody asked for is no answer",
        script=(Step(says=(SWITCH,), then="close"), GOOD),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="repeated headers are all kept",
        script=(
            says(
                200,
                THING,
                ("Set-Cookie", "a=1, Path=/"),
                ("X-Twice", "1"),
                ("x-twice", "2"),
                ("set-cookie", "b=2"),
            ),
        ),
        check=both_cookies,
    ),
    Scenario(
        promise="a gzipped body is unpacked",
        script=(says(200, gzip.compress(THING), ("Content-Encoding", "gzip")),),
    ),
    Scenario(
        promise="a deflated body is unpacked",
        script=(says(200, zlib.compress(THING), ("Content-Encoding", "deflate")),),
    ),
    Scenario(
        promise="a body that says gzip and is not is no answer to a GET",
        script=(says(200, THING, ("Content-Encoding", "gzip")), GOOD),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="a body that says gzip and is not leaves a POST unknown",
        script=(says(200, THING, ("Content-Encoding", "gzip")), GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
    ),
    Scenario(
        promise="a gzipped body that ends too early is not taken for the whole",
        script=(
            says(200, gzip.compress(THING)[:-12], ("Content-Encoding", "gzip")),
            GOOD,
        ),
        sent=2,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="what stands after a 204 is no answer to the next request",
        script=(says(204, SMUGGLED, media_type=""), GOOD),
        before=(DELETE,),
        sent=2,
    ),
    Scenario(
        promise="a 204 with a body does not make the next POST fail",
        script=(says(204, b"{}"), GOOD),
        before=(DELETE,),
        operation=CREATE,
        sent=2,
    ),
    Scenario(
        promise="what stands after a body is no answer to the next request",
        script=(says(200, THING + SMUGGLED, length=len(THING)), GOOD),
        before=(READ,),
        sent=2,
    ),
    Scenario(
        promise="a body that is too long does not make the next POST fail",
        script=(says(200, THING + b"garbage", length=len(THING)), GOOD),
        before=(READ,),
        operation=CREATE,
        sent=2,
    ),
    Scenario(
        promise="a zero stays a zero, and an unknown member does no harm",
        script=(says(200, b'{"id":"t-1","totalCycles":0,"new":[1]}'),),
        gives=Thing(id="t-1", total_cycles=0),
    ),
    Scenario(
        promise="a required member that is missing is an error, never `None`",
        script=(says(200, b'{"count":1}'),),
        gives=DecodeError,
        says="/id: expected string, got nothing",
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_archive_bomb_is_stopped_and_not_asked_for_again(driver: Driver) -> None:
    """A few kilobytes that unpack to more than the limit are refused once and for all."""
    bomb = gzip.compress(bytes(8_000_000))
    scenario = Scenario(
        promise="",
        script=(says(200, bomb, ("Content-Encoding", "gzip")), GOOD),
        operation=READ,
        gives=TransportError,
        says="more than 1000000 bytes",
        story=("TransportError",),
    )
    with patch("runtime.packing.MOST_BYTES", 1_000_000):
        scenario.holds(driver)
