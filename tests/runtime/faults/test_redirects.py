"""Redirects: where they lead, what goes along, and when they are not followed."""

from __future__ import annotations

import pytest
from runtime.arguments import Arguments
from runtime.errors import ApiStatusError
from runtime.operations import Answer, Operation, Parameter
from runtime.options import Options

from tests.support.scenarios import (
    COUNT,
    CREATE,
    DELETE,
    DRIVERS,
    JSON,
    PAY,
    READ_THING,
    REPLACE,
    THING,
    Driver,
    Outcome,
    Scenario,
    Thing,
    called,
)
from tests.support.scripted import Step, says, scripted

GOOD = says(200, THING)
TOKEN = {"token": "s3cret-token"}
SEEN: Operation[None] = Operation(
    name="things.seen",
    method="GET",
    path="/seen",
    answers=(Answer("3XX"),),
)
SEARCH: Operation[Thing] = Operation(
    name="things.search",
    method="GET",
    path="/search",
    parameters=(Parameter("header", "X-Trace"),),
    security=(("token", "query", "cookie"),),
    answers=(Answer("200", JSON, Thing),),
)
ALL = {"token": "s3cret-token", "query": "s3cret-key", "cookie": "s3cret-session"}
SEARCHED = Arguments(
    query={"q": "red"}, headers={"X-Trace": "t-1"}, cookies={"theme": "dark"}
)


def moved(status: int, location: str | None) -> Step:
    """A redirect."""
    headers = () if location is None else (("Location", location),)
    return says(status, b"", *headers)


def followed(status: int) -> Scenario:
    """A redirect of a GET on the same host."""
    return Scenario(
        promise=f"a GET follows a {status} on the same host, with its credentials",
        script=(moved(status, "/elsewhere?x=1"), GOOD),
        credentials=TOKEN,
        sent=2,
        story=(status, 200),
        check=elsewhere,
        waits=(),
    )


def elsewhere(outcome: Outcome) -> None:
    """The second request goes where the first was told to, as itself."""
    first, second = outcome.received
    assert (second.method, second.target) == ("GET", "/elsewhere?x=1")
    assert first.header("authorization") == "Bearer s3cret-token"
    assert second.header("authorization") == "Bearer s3cret-token"


def beside(outcome: Outcome) -> None:
    """The path was resolved, and its fragment left at home."""
    assert outcome.received[1].target == "/other/t-2"


def refused(operation: Operation[object], status: int) -> Scenario:
    """A redirect that is not followed."""
    return Scenario(
        promise=f"{operation.name} does not follow a {status}",
        script=(moved(status, "/elsewhere"), GOOD),
        operation=operation,
        gives=ApiStatusError,
        story=(status,),
    )


SCENARIOS = (
    *map(followed, (301, 302, 303, 307, 308)),
    *(refused(CREATE, status) for status in (301, 302, 303, 307, 308)),
    *(refused(each, 307) for each in (PAY, REPLACE, DELETE, COUNT)),
    Scenario(
        promise="a relative redirect is resolved against the request",
        script=(moved(302, "../other/t-2#part"), GOOD),
        sent=2,
        story=(302, 200),
        check=beside,
    ),
    Scenario(
        promise="a redirect loop ends with the redirect, after five of them",
        script=(moved(302, "/things/t-1"),) * 10,
        gives=ApiStatusError,
        sent=6,
        story=(302,) * 6,
    ),
    Scenario(
        promise="a redirect without a place is told as it is",
        script=(moved(302, None),),
        gives=ApiStatusError,
        story=(302,),
    ),
    Scenario(
        promise="a redirect to no web address is not followed",
        script=(moved(302, "file:///etc/passwd"),),
        gives=ApiStatusError,
        story=(302,),
    ),
    Scenario(
        promise="a redirect to nonsense is not followed",
        script=(moved(302, "http://[::bad"),),
        gives=ApiStatusError,
        story=(302,),
    ),
    Scenario(
        promise="a redirect with spaces and umlauts in its path is followed",
        script=(moved(302, "/a b/\u00fc"), GOOD),
        sent=2,
        story=(302, 200),
    ),
    Scenario(
        promise="a documented redirect is the answer",
        script=(moved(302, "/elsewhere"),),
        operation=SEEN,
        gives=None,
        story=(302,),
    ),
    Scenario(
        promise="a redirect costs no retry",
        script=(moved(302, "/a"), says(503), moved(302, "/b"), says(503), GOOD),
        sent=5,
        story=(302, 503, 302, 503, 200),
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_it_holds(scenario: Scenario, driver: Driver) -> None:
    """Each scenario's promise, driven in each way."""
    scenario.holds(driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_another_host_gets_nothing_that_the_caller_gave(driver: Driver) -> None:
    """No credential, header, cookie or parameter goes along to another origin."""
    with scripted(GOOD) as other:
        scenario = Scenario(
            promise="",
            script=(),
            operation=SEARCH,
            arguments=SEARCHED,
            credentials=ALL,
            options=Options(headers={"X-Mine": "s3cret-mine"}),
        )
        with scripted(moved(307, f"{other.url}/far")) as server:
            outcome = called(driver, server, scenario)

    (abroad,) = other.received
    assert outcome.response.value == READ_THING
    assert abroad.target == "/far"
    assert {name for name, _ in abroad.headers} <= {
        "host",
        "accept",
        "accept-encoding",
        "user-agent",
    }
    assert "s3cret" in str(outcome.received)
    assert "s3cret" not in str(abroad)


@pytest.mark.parametrize("driver", DRIVERS)
def test_credentials_do_not_return_by_a_second_redirect(driver: Driver) -> None:
    """Who was abroad once stays without credentials, even back at home."""
    with scripted() as other:
        scenario = Scenario(
            promise="", script=(), operation=SEARCH, arguments=SEARCHED, credentials=ALL
        )
        with scripted(moved(302, f"{other.url}/far"), GOOD) as server:
            other.script = iter([moved(302, f"{server.url}/back")])
            outcome = called(driver, server, scenario)

    assert outcome.response.value == READ_THING
    assert "s3cret" not in str(outcome.received[1])
