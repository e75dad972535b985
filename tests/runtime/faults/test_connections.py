"""Connections that break: before, during and after each phase of an attempt."""

from __future__ import annotations

import pytest
from runtime.errors import OutcomeUnknownError, TransportError

from tests.support.scenarios import (
    COUNT,
    CREATE,
    DELETE,
    DRIVERS,
    PAY,
    REPLACE,
    THING,
    Driver,
    Outcome,
    Scenario,
)
from tests.support.scripted import Step, says

GOOD = says(200, THING)
UNHEARD = Step(reads="nothing", then="reset")
HEAD_ONLY = Step(reads="head", then="reset")
SILENT = Step(then="close")
RESET = Step(then="reset")
HALF_STATUS = Step(says=(b"HTTP/1.1 20",), then="close")
HALF_HEADERS = Step(says=(b"HTTP/1.1 200 OK\r\nContent-Ty",), then="reset")
HALF_BODY = says(200, THING[:10], length=len(THING), then="close")
HALF_CHUNK = Step(
    says=(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nff\r\n{",
    ),
    then="close",
)
LOST = ("TransportError", 200)


def keyed(outcome: Outcome) -> None:
    """Each attempt carried the same key."""
    keys = {each.header("idempotency-key") for each in outcome.received}
    assert keys == {outcome.response.idempotency_key}
    assert None not in keys


def untold(outcome: Outcome) -> None:
    """The error says what is known: the attempts, the cause, no response."""
    error = outcome.error
    assert isinstance(error, OutcomeUnknownError)
    assert isinstance(error.__cause__, TransportError)
    assert error.__cause__.sent
    assert error.response is None
    assert error.request is not None
    assert error.request.method == "POST"


def whole(outcome: Outcome) -> None:
    """The second attempt carried the body, of which the first was not heard."""
    assert outcome.received[1].body == b'{"id":"t-1","count":0}'


def key_told(outcome: Outcome) -> None:
    """The error tells the key that was sent."""
    (key,) = {each.header("idempotency-key") for each in outcome.received}
    assert key is not None
    assert outcome.error.idempotency_key == key


SCENARIOS = (
    Scenario(
        promise="a GET whose connection is reset before it is read is sent again",
        script=(UNHEARD, GOOD),
        story=LOST,
        connections=2,
    ),
    Scenario(
        promise="a GET whose connection is reset after its head is sent again",
        script=(HEAD_ONLY, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose connection is closed instead of an answer is sent again",
        script=(SILENT, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose connection is reset instead of an answer is sent again",
        script=(RESET, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose status line breaks off is sent again",
        script=(HALF_STATUS, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose response headers break off is sent again",
        script=(HALF_HEADERS, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose response body breaks off is sent again, never half-read",
        script=(HALF_BODY, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET whose chunked body breaks off is sent again",
        script=(HALF_CHUNK, GOOD),
        sent=2,
        story=LOST,
    ),
    Scenario(
        promise="a GET is given up after its retries, with the history of all attempts",
        script=(SILENT, RESET, HALF_BODY),
        gives=TransportError,
        sent=3,
        story=("TransportError",) * 3,
        waits=(0.25, 0.5),
    ),
    Scenario(
        promise="a PUT is sent again whole, for the method promises that it may be",
        script=(HEAD_ONLY, GOOD),
        operation=REPLACE,
        sent=2,
        story=LOST,
        check=whole,
    ),
    Scenario(
        promise="a DELETE is sent again",
        script=(RESET, says(204, b"", media_type="")),
        operation=DELETE,
        gives=None,
        sent=2,
        story=("TransportError", 204),
    ),
    Scenario(
        promise="a POST that is reset before it is read is not sent again",
        script=(UNHEARD, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        sent=0,
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a POST that is reset after its head is not sent again",
        script=(HEAD_ONLY, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a POST without an answer is not sent again: it may have been done",
        script=(SILENT, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        says="may have been done",
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a POST that is reset instead of an answer is not sent again",
        script=(RESET, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a POST whose answer breaks off is not sent again",
        script=(HALF_HEADERS, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a POST whose answer's body breaks off is not sent again",
        script=(HALF_BODY, GOOD),
        operation=CREATE,
        gives=OutcomeUnknownError,
        story=("TransportError",),
        check=untold,
    ),
    Scenario(
        promise="a GET that is marked unsafe is not sent again",
        script=(SILENT, GOOD),
        operation=COUNT,
        gives=OutcomeUnknownError,
        story=("TransportError",),
    ),
    Scenario(
        promise="a POST with an idempotency key is sent again, with the same key",
        script=(SILENT, GOOD),
        operation=PAY,
        sent=2,
        story=LOST,
        check=keyed,
    ),
    Scenario(
        promise="a POST with a key that never gets an answer tells the key",
        script=(SILENT, RESET, HALF_BODY),
        operation=PAY,
        gives=OutcomeUnknownError,
        sent=3,
        story=("TransportError",) * 3,
        check=key_told,
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)
