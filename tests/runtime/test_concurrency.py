"""Many threads and tasks on one client: nothing is mixed up, nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import subprocess
import sys
import threading
import time
import tracemalloc
import warnings
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Literal
from unittest.mock import patch

import anyio
import pytest
from runtime import http
from runtime.arguments import Arguments
from runtime.asynchttp import AsyncHttpTransport
from runtime.errors import ApiError, TimeoutError, TransportError
from runtime.http import HttpTransport
from runtime.options import Options

from tests.support.scenarios import READ, AsyncThings, SyncThings, Thing
from tests.support.scripted import Step, scripted

BACKENDS: tuple[Literal["asyncio", "trio"], ...] = ("asyncio", "trio")
ROOT = Path(__file__).parents[2]
OPEN = Path("/proc/self/fd")


def echo(target: str) -> Step:
    """An answer that holds what was asked for, so that mixing up shows."""
    body = b'{"id":"%s"}' % target.rpartition("/")[2].encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    return Step(says=(head + b"Content-Length: %d\r\n\r\n" % len(body) + body,))


def lazy(target: str) -> Step:
    """The same after some hundredths of a second, in pieces."""
    (whole,) = echo(target).says
    assert isinstance(whole, bytes)
    middle = len(whole) // 2
    return Step(says=(0.01, whole[:middle], 0.01, whole[middle:]))


def asked(things: SyncThings, number: int) -> str:
    """One call for a thing of its own."""
    arguments = Arguments(path={"id": f"t-{number}"})
    thing: Thing = things.perform(things.call(READ, arguments, None)).value
    return thing.id


async def aasked(things: AsyncThings, number: int) -> str:
    """One call for a thing of its own."""
    arguments = Arguments(path={"id": f"t-{number}"})
    thing: Thing = (await things.perform(things.call(READ, arguments, None))).value
    return thing.id


def state(transport: HttpTransport | AsyncHttpTransport) -> str:
    """What httpcore2 says of its requests and connections."""
    return " ".join(repr(pool.inner) for pool in transport.pools.values())


def test_threads_share_a_client() -> None:
    """32 threads make 640 calls; each gets its own answer."""
    numbers = range(640)
    with (
        scripted(answer=echo) as server,
        SyncThings(server.url) as things,
        ThreadPoolExecutor(32) as threads,
    ):
        got = list(threads.map(partial(asked, things), numbers))
        assert server.connections <= 32

    assert got == [f"t-{number}" for number in numbers]


def test_threads_that_call_first_open_one_transport() -> None:
    """Eight first calls at once make one pool of connections, and none is lost."""
    made: list[HttpTransport] = []

    class Slow(HttpTransport):
        def __init__(self) -> None:
            time.sleep(0.05)
            super().__init__()
            made.append(self)

    with (
        patch.object(http, "HttpTransport", Slow),
        scripted(answer=echo) as server,
        SyncThings(server.url) as things,
        ThreadPoolExecutor(8) as threads,
    ):
        list(threads.map(partial(asked, things), range(8)))

    assert len(made) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_tasks_share_a_client(backend: Literal["asyncio", "trio"]) -> None:
    """200 tasks make three calls each; each gets its own answer."""
    got: set[str] = set()

    async def task(things: AsyncThings, number: int) -> None:
        for each in range(3):
            got.add(await aasked(things, number * 3 + each))

    async def main(url: str) -> None:
        async with AsyncThings(url) as things, anyio.create_task_group() as group:
            for number in range(200):
                group.start_soon(task, things, number)

    with scripted(answer=echo) as server:
        anyio.run(main, server.url, backend=backend)

    assert got == {f"t-{number}" for number in range(600)}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("fails", ["refused", "late", "broken"])
def test_exception_groups_never_leak(
    backend: Literal["asyncio", "trio"], fails: str
) -> None:
    """Whatever ran side by side inside, callers get one error that they can name."""
    slow = Step(says=(0.5, b""))
    broken = Step(then="reset")

    async def main(url: str) -> Exception:
        async with AsyncThings(url, timeout=0.2, max_retries=0) as things:
            with pytest.raises(Exception) as caught:  # noqa: PT011 - of any kind
                await aasked(things, 1)
            return caught.value

    with scripted(answer=lambda _: slow if fails == "late" else broken) as server:
        url = server.url
        error = anyio.run(main, url, backend=backend)
    if fails == "refused":
        # Nobody listens any more; both addresses of the name are tried at once.
        error = anyio.run(main, url.replace("127.0.0.1", "localhost"), backend=backend)

    assert isinstance(error, TransportError)
    assert isinstance(error, TimeoutError) == (fails == "late")


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("seed", range(3))
def test_cancelled_calls_leave_nothing_behind(
    backend: Literal["asyncio", "trio"], seed: int
) -> None:
    """150 calls are cancelled at random; no connection stays busy, and calls go on."""
    chance = random.Random(seed)
    finished: list[str] = []

    async def task(things: AsyncThings, number: int, patience: float) -> None:
        with anyio.move_on_after(patience):
            finished.append(await aasked(things, number))

    async def main(url: str) -> str:
        transport = AsyncHttpTransport(connections=20)
        things = AsyncThings(url, transport=transport)
        async with anyio.create_task_group() as group:
            for number in range(150):
                group.start_soon(task, things, number, chance.uniform(0, 0.15))
        assert await aasked(things, 777) == "t-777"
        left = state(transport)
        await transport.close()
        return left

    with scripted(answer=lazy) as server:
        left = anyio.run(main, server.url, backend=backend)

    assert "Requests: 0 active, 0 queued | Connections: 0 active" in left
    assert len(finished) < 150


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_client_outlives_its_event_loop() -> None:
    """Each `asyncio.run` gets connections of its own."""
    with scripted(answer=echo) as server:
        assert asked_in_loops(server.url) == ["t-1"] * 3
        gc.collect()  # Python tells of connections whose loop ended before them


def asked_in_loops(url: str) -> list[str]:
    """The answers to a client that three event loops use."""
    things = AsyncThings(url)

    async def once(last: bool) -> str:
        try:
            return await aasked(things, 1)
        finally:
            if last:
                await things.close()

    return [asyncio.run(once(last)) for last in (False, False, True)]


FORKED = """
import os, sys
from tests.support.scenarios import SyncThings
from tests.runtime.test_concurrency import asked

things = SyncThings(sys.argv[1])
asked(things, 1)
child = os.fork()
got = [asked(things, number) for number in range(50)]
assert got == [f"t-{number}" for number in range(50)], got
if child:
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    things.close()
    print("both")
os._exit(0) if not child else None
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_process_shares_no_connection() -> None:
    """Parent and child call at the same time, and each gets its own answers."""
    with scripted(answer=echo) as server:
        command = [sys.executable, "-c", FORKED, server.url]
        path = os.pathsep.join((str(ROOT), str(ROOT / "templates")))
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            timeout=30,
        )

    assert (done.stdout, done.stderr) == ("both\n", "")


@pytest.fixture
def quiet() -> Generator[None]:
    """No garbage of other tests is counted."""
    gc.collect()
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.usefixtures("quiet")
def test_calls_leave_no_memory_behind() -> None:
    """400 more calls after the first 100 need no more memory, threads or files."""
    with scripted(answer=echo) as server, SyncThings(server.url) as things:

        def some(count: int) -> tuple[int, int, int]:
            for number in range(count):
                asked(things, number)
            server.received.clear()
            gc.collect()
            files = len([*OPEN.iterdir()]) if OPEN.is_dir() else 0
            return tracemalloc.get_traced_memory()[0], threading.active_count(), files

        before, after = some(100), some(400)

    memory, threads, files = (a - b for a, b in zip(after, before, strict=True))
    assert memory < 30_000
    assert threads <= 0  # one of another test may have ended meanwhile
    assert files <= 0


def test_a_client_that_is_not_closed_warns() -> None:
    """Forgotten connections are told of, and closed all the same."""
    with scripted(answer=echo) as server:
        things = SyncThings(server.url)
        asked(things, 1)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            del things
            gc.collect()

    assert any("was not closed" in str(each.message) for each in caught)


def test_options_of_one_call_touch_no_other() -> None:
    """Threads with options of their own do not see each other's."""

    def own(things: SyncThings, number: int) -> ApiError | None:
        options = Options(headers={"X-Number": str(number)})
        call = things.call(READ, Arguments(path={"id": f"t-{number}"}), options)
        things.perform(call)
        return None

    with (
        scripted(answer=echo) as server,
        SyncThings(server.url) as things,
        ThreadPoolExecutor(16) as threads,
    ):
        list(threads.map(partial(own, things), range(200)))
        sent = {(each.target, each.header("x-number")) for each in server.received}

    assert sent == {(f"/things/t-{number}", str(number)) for number in range(200)}
