"""Services that take their time: limits of phases, and the one for the whole call."""

from __future__ import annotations

import pytest
from runtime.errors import (
    ApiStatusError,
    OutcomeUnknownError,
    TimeoutError,
)
from runtime.options import Options, Timeout

from tests.support.scenarios import (
    CREATE,
    DRIVERS,
    PAY,
    THING,
    Check,
    Driver,
    Outcome,
    Scenario,
)
from tests.support.scripted import Step, says

GOOD = says(200, THING)
BODY = THING
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n"
)
ONCE = Options(timeout=0.3, max_retries=0)


def drip(data: bytes, pause: float = 0.05) -> tuple[bytes | float, ...]:
    """Byte by byte, with pauses."""
    return tuple(each for byte in data for each in (bytes([byte]), pause))


def phase(wanted: str, sent: bool = True) -> Check:
    """The error tells the phase, and whether anything left."""

    def told(outcome: Outcome) -> None:
        error = outcome.error
        if isinstance(error, OutcomeUnknownError):
            assert isinstance(error.__cause__, TimeoutError)
            error = error.__cause__
        assert isinstance(error, TimeoutError)
        assert (error.phase, error.sent) == (wanted, sent)

    return told


def patient(outcome: Outcome) -> None:
    """No wait was begun that could not end in time."""
    assert outcome.waits == ()


SCENARIOS = (
    Scenario(
        promise="a silent service is given up after the read limit, then tried again",
        script=(Step(says=(0.4,), then="close"), GOOD),
        options=Options(timeout=Timeout(read=0.1)),
        sent=2,
        story=("TimeoutError", 200),
    ),
    Scenario(
        promise="a read limit that is reached names its phase",
        script=(Step(says=(0.4,), then="close"),),
        options=Options(timeout=Timeout(read=0.1), max_retries=0),
        gives=TimeoutError,
        says="(read)",
        check=phase("read"),
        within=2.5,
    ),
    Scenario(
        promise="headers that drip do not outlive the total limit",
        script=(Step(says=(*drip(HEAD), BODY), then="close"),),
        options=ONCE,
        gives=TimeoutError,
        check=phase("total"),
        within=2.5,
        story=("TimeoutError",),
    ),
    Scenario(
        promise="a body that drips does not outlive the total limit",
        script=(Step(says=(HEAD, *drip(BODY)), then="close"),),
        options=ONCE,
        gives=TimeoutError,
        check=phase("total"),
        within=2.5,
        story=("TimeoutError",),
    ),
    Scenario(
        promise="informational responses without end do not outlive the total limit",
        script=(
            Step(says=(b"HTTP/1.1 102 Processing\r\n\r\n", 0.05) * 20, then="close"),
        ),
        options=ONCE,
        gives=TimeoutError,
        check=phase("total"),
        within=2.5,
    ),
    Scenario(
        promise="a POST whose answer drips too long may have been done",
        script=(Step(says=(*drip(HEAD), BODY), then="close"),),
        operation=CREATE,
        options=ONCE,
        gives=OutcomeUnknownError,
        check=phase("total"),
        within=2.5,
    ),
    Scenario(
        promise="a slow answer in time is an answer",
        script=(Step(says=(0.05, HEAD[:20], 0.05, HEAD[20:], *drip(BODY, 0.005))),),
        options=Options(timeout=1.5),
    ),
    Scenario(
        promise="the total limit covers all attempts, not each of them",
        script=(Step(says=(0.8, *says(503, b"", ("Retry-After", "0")).says)),) * 3,
        options=Options(timeout=1.3),
        gives=TimeoutError,
        sent=2,
        story=(503, "TimeoutError"),
        check=phase("total"),
        within=2.5,
    ),
    Scenario(
        promise="a wait that would outlast the total limit is not begun",
        script=(says(503, b"", ("Retry-After", "3")), GOOD),
        options=Options(timeout=1.0),
        gives=ApiStatusError,
        story=(503,),
        check=patient,
    ),
    Scenario(
        promise="no limit at all waits for a slow service",
        script=(Step(says=(0.3, *GOOD.says)),),
        options=Options(timeout=None),
    ),
    Scenario(
        promise="a POST with a key that timed out is sent again",
        script=(Step(says=(0.4,), then="close"), GOOD),
        operation=PAY,
        options=Options(timeout=Timeout(read=0.1)),
        sent=2,
        story=("TimeoutError", 200),
    ),
    Scenario(
        promise="a total of nothing sends nothing",
        script=(GOOD,),
        options=Options(timeout=0.0),
        gives=TimeoutError,
        sent=0,
        check=phase("total", sent=False),
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)
