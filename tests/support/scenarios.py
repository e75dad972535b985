"""Scenarios: a call of a hand-written client, and what a scripted server does to it.

The client is the runtime alone, driven in three ways: sync, asyncio and trio.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, TypeAlias
from unittest.mock import patch

import anyio
import trio
from runtime.aio import AsyncClient
from runtime.arguments import Arguments
from runtime.client import Client
from runtime.errors import ApiError
from runtime.middleware import AsyncMiddleware, Middleware
from runtime.models import UNSET, Model, UnsetType
from runtime.models import field as member
from runtime.operations import Answer, Operation
from runtime.options import Options, Timeout
from runtime.responses import ApiResponse
from runtime.security import ApiKey, Basic, Bearer, Credential, Scheme, Signature
from runtime.settings import OnDeviation
from runtime.transport import AsyncTransport, Transport

from .scripted import Received, Server, Step, scripted

JSON = "application/json"
DRIVERS: tuple[Driver, ...] = ("sync", "asyncio", "trio")
Driver: TypeAlias = Literal["sync", "asyncio", "trio"]


class Thing(Model, kw_only=True):
    """What the operations read and write."""

    id: str
    count: int | UnsetType = UNSET
    total_cycles: int | UnsetType = member(name="totalCycles", default=UNSET)


THING = b'{"id":"t-1","count":0}'
READ_THING = Thing(id="t-1", count=0)

THINGS = (Answer("200", JSON, Thing),)
READ: Operation[Thing] = Operation(
    name="things.read",
    method="GET",
    path="/things/{id}",
    security=(("token",), ()),
    answers=THINGS,
)
COUNT: Operation[Thing] = Operation(
    name="things.count",
    method="GET",
    path="/count",
    unsafe=True,
    answers=THINGS,
)
CREATE: Operation[Thing] = Operation(
    name="things.create",
    method="POST",
    path="/things",
    bodies=(JSON,),
    security=(("token",), ()),
    answers=(Answer("200", JSON, Thing), Answer("201", JSON, Thing)),
)
PAY: Operation[Thing] = Operation(
    name="things.pay",
    method="POST",
    path="/payments",
    bodies=(JSON, "application/x-www-form-urlencoded", "multipart/form-data"),
    idempotency="Idempotency-Key",
    security=(("key", "sign"), ()),
    answers=THINGS,
)
REPLACE: Operation[Thing] = Operation(
    name="things.replace",
    method="PUT",
    path="/things/{id}",
    bodies=(JSON,),
    answers=THINGS,
)
DELETE: Operation[None] = Operation(
    name="things.delete",
    method="DELETE",
    path="/things/{id}",
    answers=(Answer("204"),),
)
SCHEMES: Mapping[str, Scheme] = {
    "token": Bearer(),
    "basic": Basic(),
    "key": ApiKey("header", "X-Key"),
    "query": ApiKey("query", "api_key"),
    "cookie": ApiKey("cookie", "session"),
    "sign": Signature("header", "X-Sign", "hmac-sha256", ("body", "url")),
}
KEYWORDS = {key: (key, "") for key in SCHEMES}

ID = Arguments(path={"id": "t-1"})
BODY = Arguments(body=Thing(id="t-1", count=0))
BOTH = Arguments(path={"id": "t-1"}, body=Thing(id="t-1", count=0))
ARGUMENTS: Mapping[str, Arguments] = {
    "things.read": ID,
    "things.count": Arguments(),
    "things.create": BODY,
    "things.pay": BODY,
    "things.replace": BOTH,
    "things.delete": ID,
}


class SyncThings(Client):
    """A synchronous client of them."""

    def __init__(
        self,
        url: str,
        *,
        schemes: Mapping[str, Scheme] = SCHEMES,
        credentials: Mapping[str, Credential | None] | None = None,
        timeout: Timeout | float | None = 5.0,
        max_retries: int = 2,
        strict: bool = False,
        transport: Transport | None = None,
        middleware: Sequence[Middleware] = (),
        on_deviation: OnDeviation | None = None,
    ) -> None:
        super().__init__(
            schemes=schemes,
            keywords=KEYWORDS,
            credentials=credentials or {},
            servers={},
            environment=None,
            variables={},
            base_url=url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
            transport=transport,
            middleware=middleware,
            on_deviation=on_deviation,
        )


class AsyncThings(AsyncClient):
    """An asynchronous one."""

    def __init__(
        self,
        url: str,
        *,
        credentials: Mapping[str, Credential | None] | None = None,
        timeout: Timeout | float | None = 5.0,
        max_retries: int = 2,
        strict: bool = False,
        transport: AsyncTransport | None = None,
        middleware: Sequence[AsyncMiddleware] = (),
        on_deviation: OnDeviation | None = None,
    ) -> None:
        super().__init__(
            schemes=SCHEMES,
            keywords=KEYWORDS,
            credentials=credentials or {},
            servers={},
            environment=None,
            variables={},
            base_url=url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
            transport=transport,
            middleware=middleware,
            on_deviation=on_deviation,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a call."""

    got: ApiResponse[object] | ApiError
    received: tuple[Received, ...]
    connections: int
    waits: tuple[float, ...]
    """Seconds between attempts, as they were asked for; nobody sleeps them in tests."""
    took: float
    """Seconds."""

    @property
    def error(self) -> ApiError:
        """The error that the caller got."""
        assert isinstance(self.got, ApiError), f"no error, but {self.got}"
        return self.got

    @property
    def response(self) -> ApiResponse[object]:
        """The response that the caller got."""
        if isinstance(self.got, ApiError):
            raise AssertionError("no response, but an error") from self.got
        return self.got

    @property
    def story(self) -> tuple[int | str, ...]:
        """Of each attempt its status, else the class of its error."""
        return tuple(
            each.status or each.error.partition(":")[0] for each in self.got.attempts
        )


Check: TypeAlias = Callable[[Outcome], None]
"""Asserts something of an outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One promise: what a server does, what is sent to it, what the caller gets."""

    promise: str
    script: tuple[Step, ...] | Callable[[], tuple[Step, ...]]
    """A function where it depends on the time."""
    before: tuple[Operation[object], ...] = ()
    """Calls on the same client, whose outcome is another promise's matter."""
    pause: float = 0.0
    """Seconds between those calls and the one that counts."""
    operation: Operation[object] = READ
    arguments: Arguments | Callable[[], Arguments] | None = None
    """A function where they can be used only once."""
    options: Options | None = None
    credentials: Mapping[str, Credential | None] = field(
        default_factory=dict[str, "Credential | None"]
    )
    timeout: Timeout | float | None = 5.0
    gives: object = READ_THING
    """The value, or a class of errors."""
    says: str = ""
    """What an error's message holds."""
    sent: int | None = 1
    """How many requests the server has heard; `None` where that is up to chance."""
    story: tuple[int | str, ...] = ()
    """What the attempts came to; empty for one that succeeded."""
    waits: tuple[float, ...] | None = None
    connections: int | None = None
    within: float = 5.0
    """Seconds that the call may take."""
    check: Check | None = None
    """Everything else."""

    def __str__(self) -> str:
        return self.promise

    def holds(self, driver: Driver) -> None:
        """Prove the promise, driven in one way."""
        script = self.script() if callable(self.script) else self.script
        with scripted(*script) as server:
            outcome = called(driver, server, self)
        story = self.story
        if isinstance(self.gives, type):
            assert type(outcome.error) is self.gives, repr(outcome.error)
            assert self.says in str(outcome.error)
            assert outcome.error.operation == self.operation.name
        else:
            story = story or (200,)
            assert outcome.response.value == self.gives
        assert self.sent in (None, len(outcome.received))
        assert not story or outcome.story == story
        if self.waits is not None:
            assert outcome.waits == self.waits
        if self.connections is not None:
            assert outcome.connections == self.connections
        assert outcome.took < self.within
        if self.check is not None:
            self.check(outcome)


def called(driver: Driver, server: Server, scenario: Scenario) -> Outcome:
    """Make the call of a scenario, after which no connection may be busy."""
    waits: list[float] = []

    async def asleep(seconds: float) -> None:
        waits.append(seconds)

    began = time.monotonic()
    with (
        patch("runtime.client.sleep", waits.append),
        patch("runtime.aio.sleep", asleep),
        patch("runtime.calls.backoff", steady),
    ):
        match driver:
            case "sync":
                got = plainly(server.url, scenario)
            case "asyncio":
                got = asyncio.run(asynchronously(server.url, scenario))
            case "trio":
                got = trio.run(partial(asynchronously, server.url, scenario))
    return Outcome(
        got=got,
        received=tuple(server.received),
        connections=server.connections,
        waits=tuple(waits),
        took=time.monotonic() - began,
    )


def steady(failures: int) -> float:
    """The wait after so many failures, without jitter."""
    return 0.25 * failures


def plainly(url: str, scenario: Scenario) -> ApiResponse[object] | ApiError:
    """The call, synchronous."""
    with SyncThings(
        url, credentials=scenario.credentials, timeout=scenario.timeout
    ) as things:
        for each in scenario.before:
            with suppress(ApiError):
                things.perform(things.call(each, ARGUMENTS[each.name], None))
        time.sleep(scenario.pause)
        try:
            call = things.call(
                scenario.operation, arguments(scenario), scenario.options
            )
            return things.perform(call)
        except ApiError as error:
            return error


async def asynchronously(
    url: str, scenario: Scenario
) -> ApiResponse[object] | ApiError:
    """The call, asynchronous."""
    async with AsyncThings(
        url, credentials=scenario.credentials, timeout=scenario.timeout
    ) as things:
        for each in scenario.before:
            with suppress(ApiError):
                await things.perform(things.call(each, ARGUMENTS[each.name], None))
        await anyio.sleep(scenario.pause)
        try:
            call = things.call(
                scenario.operation, arguments(scenario), scenario.options
            )
            return await things.perform(call)
        except ApiError as error:
            return error


def arguments(scenario: Scenario) -> Arguments:
    """Those of the scenario, else the operation's usual ones."""
    given = scenario.arguments
    if given is None:
        return ARGUMENTS.get(scenario.operation.name, Arguments())
    return given if isinstance(given, Arguments) else given()
