"""Requests that never left, and those that left earlier in the same call."""

from __future__ import annotations

import socket
from functools import partial
from unittest.mock import patch

import pytest
from runtime.errors import (
    ApiStatusError,
    OutcomeUnknownError,
    TimeoutError,
    TransportError,
)
from runtime.operations import Operation
from runtime.options import Options, Timeout
from runtime.transport import Request, Response

from tests.support.scenarios import (
    ARGUMENTS,
    COUNT,
    CREATE,
    DRIVERS,
    PAY,
    READ,
    THING,
    Driver,
    Outcome,
    Scenario,
    SyncThings,
    called,
)
from tests.support.scripted import Server, Step, says, stray

GOOD = says(200, THING)
SILENT = Step(then="close")


def nowhere() -> Server:
    """A server that is not there."""
    return Server(url=stray(), script=iter(()))


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    "operation",
    [READ, COUNT, CREATE, PAY],
    ids=["GET", "unsafe GET", "POST", "keyed POST"],
)
def test_a_refused_connection_is_tried_again_even_for_a_post(
    operation: Operation[object], driver: Driver
) -> None:
    """Nothing was sent, so that anything may be sent again."""
    scenario = Scenario(promise="", script=(), operation=operation)

    outcome = called(driver, nowhere(), scenario)

    assert type(outcome.error) is TransportError
    assert not outcome.error.sent
    assert outcome.story == ("TransportError",) * 3
    assert outcome.waits == (0.25, 0.5)


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_host_that_no_one_knows_is_a_transport_error(driver: Driver) -> None:
    """The resolver's error is ours, and nothing was sent."""
    server = Server(url="http://nothing.invalid", script=iter(()))
    scenario = Scenario(promise="", script=(), operation=CREATE)

    outcome = called(driver, server, scenario)

    assert type(outcome.error) is TransportError
    assert not outcome.error.sent


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_connection_that_is_not_made_in_time_is_a_connect_timeout(
    driver: Driver,
) -> None:
    """A full backlog swallows the handshake: a POST is tried again, then told of."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port: int = listener.getsockname()[1]
        connect = partial(socket.create_connection, ("127.0.0.1", port))
        with connect(), socket.socket() as second, socket.socket() as third:
            for each in (second, third):
                each.setblocking(False)
                each.connect_ex(("127.0.0.1", port))
            scenario = Scenario(
                promise="",
                script=(),
                operation=CREATE,
                options=Options(timeout=Timeout(connect=0.1), max_retries=1),
            )
            server = Server(url=f"http://127.0.0.1:{port}", script=iter(()))
            outcome = called(driver, server, scenario)

    assert type(outcome.error) is TimeoutError
    assert (outcome.error.phase, outcome.error.sent) == ("connect", False)
    assert outcome.story == ("TimeoutError", "TimeoutError")


@pytest.mark.parametrize("driver", DRIVERS)
def test_the_whole_time_spent_on_connecting_leaves_nothing_unknown(
    driver: Driver,
) -> None:
    """A POST that ran out of all its time before it was sent was surely not done."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port: int = listener.getsockname()[1]
        connect = partial(socket.create_connection, ("127.0.0.1", port))
        with connect(), socket.socket() as second, socket.socket() as third:
            for each in (second, third):
                each.setblocking(False)
                each.connect_ex(("127.0.0.1", port))
            scenario = Scenario(
                promise="", script=(), operation=CREATE, options=Options(timeout=0.15)
            )
            server = Server(url=f"http://127.0.0.1:{port}", script=iter(()))
            outcome = called(driver, server, scenario)

    assert type(outcome.error) is TimeoutError
    assert (outcome.error.phase, outcome.error.sent) == ("total", False)


def key_told(outcome: Outcome) -> None:
    """The error knows the key that every attempt carried."""
    error = outcome.error
    sent = {each.header("idempotency-key") for each in outcome.received}
    assert sent == {error.idempotency_key}


SCENARIOS = (
    Scenario(
        promise="a POST with a key that was lost once stays unknown when refused later",
        script=(SILENT, says(503), says(503)),
        operation=PAY,
        gives=OutcomeUnknownError,
        says="503",
        sent=3,
        story=("TransportError", 503, 503),
        check=key_told,
    ),
    Scenario(
        promise="a POST with a key that was lost once is settled by a real answer",
        script=(SILENT, says(409, b"{}")),
        operation=PAY,
        gives=ApiStatusError,
        sent=2,
        story=("TransportError", 409),
        check=key_told,
    ),
    Scenario(
        promise="a POST with a key that was lost once stays unknown when time runs out",
        script=(SILENT, Step(says=(0.8,), then="close")),
        operation=PAY,
        timeout=0.6,
        gives=OutcomeUnknownError,
        sent=2,
        story=("TransportError", "TimeoutError"),
        check=key_told,
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)


class Failing:
    """A transport whose attempts fail one after another."""

    def __init__(self, *failures: TransportError) -> None:
        self.failures = list(failures)

    def send(self, request: Request, /) -> Response:
        """Fail."""
        raise self.failures.pop(0)

    def close(self) -> None:
        """Nothing to close."""


def test_what_was_lost_once_is_not_settled_by_a_refused_connection() -> None:
    """The last attempt never left, but the first one may have been done."""
    refused = TransportError("refused", sent=False)
    transport = Failing(TransportError("broken"), refused, refused)
    things = SyncThings("https://things.example", transport=transport)

    with (
        patch("runtime.client.sleep"),
        pytest.raises(OutcomeUnknownError, match="refused") as caught,
    ):
        things.perform(things.call(PAY, ARGUMENTS[PAY.name], None))

    assert caught.value.__cause__ is refused
    assert len(caught.value.attempts) == 3
