"""Bodies that are read while they are sent."""

from __future__ import annotations

import io
import socket
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final

import pytest
from runtime.arguments import Arguments
from runtime.errors import ApiError, ApiStatusError, RequestError, TransportError
from runtime.files import File, FileContent
from runtime.operations import Operation

from tests.support.scenarios import (
    DRIVERS,
    PAY,
    THING,
    THINGS,
    Driver,
    Outcome,
    Scenario,
    Thing,
    called,
)
from tests.support.scripted import Server, Step, says

BYTES: Final = "application/octet-stream"
MULTIPART: Final = "multipart/form-data"
PUT: Operation[Thing] = Operation(
    name="things.put",
    method="PUT",
    path="/things",
    bodies=(BYTES,),
    answers=THINGS,
)
GOOD: Final = says(200, THING)
BUSY: Final = says(503, b"{}")
GONE: Final = Step(then="reset")
ONCE: Final = "Its body was a stream, which could be sent only once."


def pieces() -> Iterator[bytes]:
    """A body that is made as it goes."""
    yield b"one,"
    yield b"two"


async def later() -> AsyncIterator[bytes]:
    """The same, asynchronously."""
    yield b"one,"
    yield b"two"


class Anew:
    """A body that can be made again and again."""

    def __iter__(self) -> Iterator[bytes]:
        return pieces()


class Pipe(io.RawIOBase):
    """A file that cannot be rewound."""

    def __init__(self) -> None:
        self.rest = [b"one,", b"two"]

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        return self.rest.pop(0) if self.rest else b""


def opened() -> io.BytesIO:
    """A file of which some was read already."""
    file = io.BytesIO(b"zero,one,two")
    file.seek(5)
    return file


def given(make: Callable[[], FileContent]) -> Callable[[], Arguments]:
    """Arguments whose body is made anew for each call."""
    return lambda: Arguments(body=File(make()))


def whole(count: int, *, size: int | None = 7) -> Callable[[Outcome], None]:
    """Every attempt carried all of it, with its length or in chunks."""

    def check(outcome: Outcome) -> None:
        assert [each.body for each in outcome.received] == [b"one,two"] * count
        for each in outcome.received:
            chunked = None if size is not None else "chunked"
            length = None if size is None else str(size)
            assert each.header("transfer-encoding") == chunked
            assert each.header("content-length") == length
            assert each.header("content-type") == BYTES

    return check


def once(outcome: Outcome) -> None:
    """The error says why there was no other attempt."""
    assert ONCE in outcome.error.__notes__


SCENARIOS: Final = (
    Scenario(
        promise="an open file is sent from where it stands, and again after it was sent",
        script=(BUSY, GOOD),
        operation=PUT,
        arguments=given(opened),
        sent=2,
        story=(503, 200),
        check=whole(2),
    ),
    Scenario(
        promise="what can be iterated anew is sent again, in chunks",
        script=(BUSY, GOOD),
        operation=PUT,
        arguments=given(Anew),
        sent=2,
        story=(503, 200),
        check=whole(2, size=None),
    ),
    Scenario(
        promise="a generator is sent once, in chunks",
        script=(GOOD,),
        operation=PUT,
        arguments=given(pieces),
        check=whole(1, size=None),
    ),
    Scenario(
        promise="a generator is not tried again after a status that passes",
        script=(BUSY,),
        operation=PUT,
        arguments=given(pieces),
        gives=ApiStatusError,
        story=(503,),
        check=once,
    ),
    Scenario(
        promise="a pipe is not tried again after a connection that broke",
        script=(GONE,),
        operation=PUT,
        arguments=given(Pipe),
        gives=TransportError,
        story=("TransportError",),
        check=once,
    ),
    Scenario(
        promise="a file that is not there is refused before anything is sent",
        script=(),
        operation=PUT,
        arguments=given(lambda: Path("/nowhere/at/all")),
        gives=RequestError,
        says="the file cannot be read",
        sent=0,
    ),
)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=str)
def test_uploads(scenario: Scenario, driver: Driver) -> None:
    """What is read while it is sent arrives whole, and is sent again if it can be."""
    scenario.holds(driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_asynchronous_streams_need_the_async_client(driver: Driver) -> None:
    """They are sent as they come, and refused by a client that cannot await them."""
    good = driver != "sync"
    refused = Scenario(
        promise="refused",
        script=(GOOD,),
        operation=PUT,
        arguments=given(later),
        gives=RequestError,
        says="needs the async client",
        sent=None,
    )
    sent = Scenario(
        promise="sent",
        script=(GOOD,),
        operation=PUT,
        arguments=given(later),
        check=whole(1, size=None),
    )
    (sent if good else refused).holds(driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_forms_carry_files_by_their_path(driver: Driver) -> None:
    """A part is the file at a path under its own name, in a form of known length."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes.txt"
        path.write_bytes(b"one,two")

        def check(outcome: Outcome) -> None:
            for each in outcome.received:
                assert each.header("content-length") == str(len(each.body))
                assert b'name="file"; filename="notes.txt"' in each.body
                assert b"Content-Type: text/plain\r\n\r\none,two\r\n--" in each.body
            assert len({each.body for each in outcome.received}) == 1

        Scenario(
            promise="a form",
            script=(BUSY, GOOD),
            operation=PAY,
            arguments=Arguments(body={"file": File(path)}, content_type=MULTIPART),
            sent=2,
            story=(503, 200),
            check=check,
        ).holds(driver)


@pytest.mark.parametrize("driver", DRIVERS)
def test_signatures_are_made_over_the_whole_file(driver: Driver) -> None:
    """What has to be signed is read before it is sent."""

    def check(outcome: Outcome) -> None:
        (received,) = outcome.received
        assert received.header("x-sign") is not None
        assert received.body.endswith(b"--\r\n")

    Scenario(
        promise="signed",
        script=(GOOD,),
        operation=PAY,
        arguments=lambda: Arguments(
            body={"file": File(opened())}, content_type=MULTIPART
        ),
        credentials={"key": "k", "sign": "s3cret"},
        check=check,
    ).holds(driver)


def drained(listener: socket.socket, size: int) -> None:
    """Take a request with a body of so many bytes, hold none of them, and answer."""
    buffer = bytearray(65536)
    connection, _ = listener.accept()
    with connection:
        count = connection.recv_into(buffer)
        taken = count - buffer.index(b"\r\n\r\n") - 4
        while taken < size:
            taken += connection.recv_into(buffer)
        connection.sendall(b"".join(it for it in GOOD.says if isinstance(it, bytes)))


@pytest.mark.parametrize("driver", DRIVERS)
def test_large_files_are_never_held_whole(driver: Driver, tmp_path: Path) -> None:
    """Sending 32 MB takes a few of them in memory."""
    size = 32_000_000
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(size)
    large = Scenario(
        promise="large", script=(), operation=PUT, arguments=Arguments(body=File(path))
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=drained, args=(listener, size), daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        tracemalloc.start()
        try:
            got = called(driver, Server(url=url, script=iter(())), large).got
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        thread.join()
    assert not isinstance(got, ApiError), got
    assert peak < size / 4
