"""Connections that are kept open: used again where they can be, never where not."""

from __future__ import annotations

import pytest
from runtime.errors import OutcomeUnknownError

from tests.support.scenarios import (
    CREATE,
    DELETE,
    DRIVERS,
    PAY,
    READ,
    THING,
    Driver,
    Scenario,
    Thing,
)
from tests.support.scripted import Step, says

GOOD = says(200, THING)
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n"
    + THING
)
LAST = says(200, THING, then="close")
BYE = says(200, THING, ("Connection", "close"), then="close")
CHUNKED = Step(
    says=(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n16\r\n" + THING + b"\r\n0\r\n\r\n",
    )
)

SCENARIOS = (
    Scenario(
        promise="calls one after another share one connection",
        script=(GOOD,) * 4,
        before=(READ, CREATE, READ),
        sent=4,
        connections=1,
    ),
    Scenario(
        promise="a connection is used again after a chunked response",
        script=(CHUNKED, GOOD),
        before=(READ,),
        sent=2,
        connections=1,
    ),
    Scenario(
        promise="a connection is used again after a response without a body",
        script=(Step(says=(b"HTTP/1.1 204 No Content\r\n\r\n",)), GOOD),
        before=(DELETE,),
        sent=2,
        connections=1,
    ),
    Scenario(
        promise="a connection is used again after a refusal",
        script=(says(404, b"{}"), GOOD),
        before=(READ,),
        sent=2,
        connections=1,
    ),
    Scenario(
        promise="a connection that the service closed since is not used for a POST",
        script=(LAST, GOOD),
        before=(READ,),
        pause=0.1,
        operation=CREATE,
        sent=2,
        connections=2,
    ),
    Scenario(
        promise="a connection that the service says it closes is not used again",
        script=(BYE, GOOD),
        before=(READ,),
        operation=CREATE,
        sent=2,
        connections=2,
    ),
    Scenario(
        promise="a connection that said something unasked is not used again",
        script=(
            Step(says=(ANSWER + b"HTTP/1.1 408 Request Timeout\r\n\r\n",)),
            GOOD,
        ),
        before=(READ,),
        sent=2,
    ),
    Scenario(
        promise="a kept connection that breaks under a GET is replaced",
        script=(GOOD, Step(reads="nothing", then="reset"), GOOD),
        before=(READ,),
        sent=2,
        story=("TransportError", 200),
        connections=2,
    ),
    Scenario(
        promise="a kept connection that breaks under a POST leaves it unknown",
        script=(GOOD, Step(reads="nothing", then="reset"), GOOD),
        before=(READ,),
        operation=CREATE,
        gives=OutcomeUnknownError,
        sent=1,
        story=("TransportError",),
    ),
    Scenario(
        promise="a kept connection that breaks under a POST with a key is replaced",
        script=(GOOD, Step(then="close"), GOOD),
        before=(READ,),
        operation=PAY,
        sent=3,
        story=("TransportError", 200),
    ),
    Scenario(
        promise="an answer that is said twice answers one call only",
        script=(Step(says=(ANSWER * 2,)), *(says(200, b'{"id":"t-2"}'),) * 2),
        before=(READ,),
        gives=Thing(id="t-2"),
        sent=None,
        story=("TransportError", 200),
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)
