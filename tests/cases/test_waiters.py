"""States that are waited for, by `x-waiter`."""

from __future__ import annotations

import asyncio
import importlib
import json
from typing import Any
from unittest.mock import patch

import pytest

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /jobs/{id}:
    get:
      operationId: getJob
      tags: [jobs]
      x-waiter: {member: job.status, until: [done], unless: [failed], every: 2, within: 30}
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [job]
                properties:
                  job: {type: object, properties: {status: {type: string}}}
"""


class Progress:
    """A service whose job goes from state to state; it may say when to ask again."""

    def __init__(self, types: Any, *states: str, after: str = "") -> None:
        self.types, self.states, self.after = types, [*states], after
        self.urls: list[str] = []

    def send(self, request: Any, /) -> Any:
        """The transport's method."""
        self.urls.append(request.url)
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        fields = {"Content-Type": "application/json"}
        if self.after:
            fields["Retry-After"] = self.after
        body = json.dumps({"job": {"status": state}}).encode()
        return self.types.Response(200, self.types.Headers(fields), body)

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    return made(DOCUMENT)


def waited(case: Case, progress: Progress, **options: Any) -> tuple[Any, list[float]]:
    """The last answer, or the error, and the pauses between the questions."""
    name = type(case.client).__module__.partition(".")[0]
    package: Any = importlib.import_module(name)
    clock, pauses = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        clock[0] += seconds

    with (
        patch(f"{name}._runtime.waiters.sleep", sleep),
        patch(f"{name}._runtime.waiters.monotonic", lambda: clock[0]),
        package.Case(transport=progress) as client,
    ):
        try:
            got = client.jobs.get_until_done(
                id_="j-1", options=package.Options(**options)
            )
        except package.errors.WaitError as error:
            got = error
    return got, pauses


def test_a_state_is_waited_for(case: Case) -> None:
    """The last answer is given; each pause is longer than the one before."""
    progress = Progress(case.wire.runtime, "new", "busy", "busy", "done")
    got, pauses = waited(case, progress)
    assert got.job.status == "done"
    assert pauses == [2.0, 3.0, 4.5]
    assert progress.urls == ["https://case.test/jobs/j-1"] * 4


def test_the_service_says_when_to_ask_again(case: Case) -> None:
    """`Retry-After` counts instead of the pause that the document states."""
    progress = Progress(case.wire.runtime, "new", "done", after="7")
    assert waited(case, progress)[1] == [7.0]


def test_a_state_that_cannot_come_is_an_error(case: Case) -> None:
    """Nobody waits after it; the error has the state, the answer and the operation."""
    got, pauses = waited(case, Progress(case.wire.runtime, "new", "failed"))
    assert (got.state, got.passing, got.value.job.status) == ("failed", False, "failed")
    assert str(got) == "jobs.get: the state is 'failed'"
    assert got.response.status == 200
    assert len(pauses) == 1


def test_nobody_waits_for_ever(case: Case) -> None:
    """After the document's time, or the caller's, the error says that it may still come."""
    for options, most in (({}, 30), ({"within": 9.0}, 9)):
        got, pauses = waited(case, Progress(case.wire.runtime, "new"), **options)
        assert (got.state, got.passing) == ("new", True)
        assert f"after {most} s" in str(got)
        assert sum(pauses) <= most


def test_asynchronous_clients_wait_too(case: Case) -> None:
    """The same, with the event loop free meanwhile."""
    name = type(case.client).__module__.partition(".")[0]
    package: Any = importlib.import_module(name)
    progress = Progress(case.wire.runtime, "new", "done")
    pauses: list[float] = []

    class Transport:
        async def send(self, request: Any, /) -> Any:
            return progress.send(request)

        async def close(self) -> None:
            """Nothing is open."""

    async def asleep(seconds: float) -> None:
        pauses.append(seconds)

    async def main() -> Any:
        async with package.AsyncCase(transport=Transport()) as client:
            return await client.jobs.get_until_done(id_="j-1")

    with patch(f"{name}._runtime.waiters.asleep", asleep):
        assert asyncio.run(main()).job.status == "done"
    assert pauses == [2.0]


def test_a_waiter_that_says_nothing_is_refused(made: Maker) -> None:
    """Without states to wait for it is told, and there is no such method."""
    case = made(DOCUMENT.replace("until: [done], ", ""))
    assert "SP701" in case.codes
    assert not hasattr(case.client.jobs, "get_until_done")
