"""Statuses that ask for another attempt, and the ways to say when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from runtime.errors import ApiStatusError
from runtime.options import Options

from tests.support.scenarios import (
    COUNT,
    CREATE,
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


def later(**after: float) -> str:
    """A date after now, as HTTP writes it."""
    return format_datetime(datetime.now(UTC) + timedelta(**after), usegmt=True)


def busy(*headers: tuple[str, str], status: int = 429) -> Step:
    """A refusal for now."""
    return says(status, b"{}", *headers)


def soon(outcome: Outcome) -> None:
    """The wait is until the date, which has whole seconds."""
    (wait,) = outcome.waits
    assert 2.0 < wait <= 4.0


def once(outcome: Outcome) -> None:
    """The answer tells how often it was asked for, and what was answered."""
    assert [each.status for each in outcome.response.attempts] == [503, 200]
    assert all(each.elapsed > 0 for each in outcome.response.attempts)


def retried(status: int) -> Scenario:
    """A status after which a GET is sent again."""
    return Scenario(
        promise=f"a GET that is answered {status} is sent again",
        script=(busy(status=status), GOOD),
        sent=2,
        story=(status, 200),
        waits=(0.25,),
        connections=1,
    )


def final(status: int) -> Scenario:
    """A status that settles a GET."""
    return Scenario(
        promise=f"a GET that is answered {status} is not sent again",
        script=(busy(("Retry-After", "0"), status=status), GOOD),
        gives=ApiStatusError,
        story=(status,),
        waits=(),
    )


SCENARIOS = (
    *map(retried, (408, 425, 429, 500, 502, 503, 504, 529)),
    *map(final, (400, 401, 403, 404, 409, 410, 422, 501)),
    Scenario(
        promise="Retry-After in seconds is the wait",
        script=(busy(("Retry-After", "3")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(3.0,),
    ),
    Scenario(
        promise="Retry-After of no seconds means at once",
        script=(busy(("Retry-After", "0")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(),
    ),
    Scenario(
        promise="Retry-After as a date is the wait until then",
        script=lambda: (busy(("Retry-After", later(seconds=4))), GOOD),
        sent=2,
        story=(429, 200),
        check=soon,
    ),
    Scenario(
        promise="Retry-After as a date that is over means at once",
        script=(busy(("Retry-After", later(days=-2))), GOOD),
        sent=2,
        story=(429, 200),
        waits=(),
    ),
    Scenario(
        promise="retry-after-ms is finer than Retry-After and wins",
        script=(busy(("Retry-After", "4"), ("retry-after-ms", "1500")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(1.5,),
    ),
    Scenario(
        promise="an hour is not waited for, it is told",
        script=(busy(("Retry-After", "3600")), GOOD),
        options=Options(timeout=7200.0),
        gives=ApiStatusError,
        story=(429,),
        waits=(),
    ),
    Scenario(
        promise="an hour in milliseconds is not waited for either",
        script=(busy(("Retry-After-Ms", "3600000"), status=503), GOOD),
        options=Options(timeout=None),
        gives=ApiStatusError,
        story=(503,),
        waits=(),
    ),
    Scenario(
        promise="an hour as a date is not waited for either",
        script=lambda: (busy(("Retry-After", later(hours=1)), status=503), GOOD),
        options=Options(timeout=None),
        gives=ApiStatusError,
        story=(503,),
        waits=(),
    ),
    Scenario(
        promise="a wait beyond the deadline is not begun",
        script=(busy(("Retry-After", "6")), GOOD),
        gives=ApiStatusError,
        story=(429,),
        waits=(),
    ),
    Scenario(
        promise="a Retry-After that says nothing leaves the usual wait",
        script=(busy(("Retry-After", "soon")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(0.25,),
    ),
    Scenario(
        promise="a negative Retry-After leaves the usual wait",
        script=(busy(("Retry-After", "-5")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(0.25,),
    ),
    Scenario(
        promise="a Retry-After that is no number leaves the usual wait",
        script=(busy(("Retry-After", "nan"), ("retry-after-ms", "inf")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(0.25,),
    ),
    Scenario(
        promise="two Retry-After that disagree leave the usual wait",
        script=(busy(("Retry-After", "1"), ("Retry-After", "2")), GOOD),
        sent=2,
        story=(429, 200),
        waits=(0.25,),
    ),
    Scenario(
        promise="a GET is refused for good after its retries",
        script=(busy(status=503),) * 3,
        gives=ApiStatusError,
        sent=3,
        story=(503, 503, 503),
        waits=(0.25, 0.5),
    ),
    Scenario(
        promise="no retries means none",
        script=(busy(status=503), GOOD),
        options=Options(max_retries=0),
        gives=ApiStatusError,
        story=(503,),
    ),
    Scenario(
        promise="the budget of retries is one for all kinds of failure",
        script=(Step(then="reset"), busy(status=503), busy(), GOOD),
        gives=ApiStatusError,
        sent=3,
        story=("TransportError", 503, 429),
    ),
    Scenario(
        promise="an answer tells of the attempts before it",
        script=(busy(status=503), GOOD),
        sent=2,
        story=(503, 200),
        check=once,
    ),
    Scenario(
        promise="a POST that is refused for now is not sent again",
        script=(busy(("Retry-After", "0"), status=503), GOOD),
        operation=CREATE,
        gives=ApiStatusError,
        story=(503,),
    ),
    Scenario(
        promise="a GET that is marked unsafe is not sent again after a refusal",
        script=(busy(("Retry-After", "0")), GOOD),
        operation=COUNT,
        gives=ApiStatusError,
        story=(429,),
    ),
    Scenario(
        promise="a PUT that is refused for now is sent again",
        script=(busy(status=502), GOOD),
        operation=REPLACE,
        sent=2,
        story=(502, 200),
    ),
    Scenario(
        promise="a POST with a key that is refused for now is sent again",
        script=(busy(), GOOD),
        operation=PAY,
        sent=2,
        story=(429, 200),
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)
