"""A server on loopback that does to its clients what a script says, request by request.

A script is a sequence of steps, one for each request in the order of arrival over all
connections. What came in is remembered byte by byte. Plain sockets and threads: nothing
here is a decent HTTP server, so that it can be as indecent as the real ones.
"""

from __future__ import annotations

import io
import socket
import ssl
import struct
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Event, Lock, Thread
from typing import Literal, TypeAlias

__all__ = ["Received", "Server", "Step", "says", "scripted", "stray"]

PHRASES = {each.value: each.phrase for each in HTTPStatus}
LINGER = struct.pack("ii", 1, 0)
"""Closing a socket with this sends a reset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request as it came in, or as much of it as was read."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order of the wire."""
    body: bytes
    connection: int
    """Connections are counted from 1."""
    at: float
    """When, by `time.monotonic`."""

    def header(self, name: str) -> str | None:
        """The only value of a header field, `None` where there is none."""
        values = [value for key, value in self.headers if key == name]
        assert len(values) < 2, f"{name} was sent {len(values)} times"
        return values[0] if values else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happens to one request."""

    reads: Literal["nothing", "head", "all"] = "all"
    """How much of the request is read before anything is said."""
    says: tuple[bytes | float, ...] = ()
    """Bytes to send, and seconds to wait before the next ones."""
    then: Literal["keep", "close", "reset"] = "keep"


def says(
    status: int = 200,
    body: bytes = b"{}",
    *headers: tuple[str, str],
    media_type: str = "application/json",
    reason: str | None = None,
    length: int | None = None,
    then: Literal["keep", "close", "reset"] = "keep",
) -> Step:
    """A whole response, with a Content-Length that may lie."""
    phrase = PHRASES.get(status, "Unknown") if reason is None else reason
    fields = [("Content-Length", str(len(body) if length is None else length))]
    if media_type:
        fields.insert(0, ("Content-Type", media_type))
    head = "".join(f"{name}: {value}\r\n" for name, value in (*fields, *headers))
    whole = f"HTTP/1.1 {status} {phrase}\r\n{head}\r\n".encode("latin-1") + body
    return Step(says=(whole,), then=then)


IO: TypeAlias = io.BufferedReader
Answer: TypeAlias = Callable[[str], Step]
"""What happens to the request of a target, once it is read."""


@dataclass(slots=True)
class Server:
    """A running server; where it has an `answer`, that is its script."""

    url: str
    script: Iterator[Step]
    tls: ssl.SSLContext | None = None
    answer: Answer | None = None
    received: list[Received] = field(default_factory=list[Received])
    connections: int = 0
    open: set[socket.socket] = field(default_factory=set[socket.socket])
    stopped: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def step(self) -> Step:
        """The next step; after the last one, requests are answered with 599."""
        with self.lock:
            return next(self.script, says(599, b"unscripted", reason="Unscripted"))

    def accept(self, listener: socket.socket) -> None:
        """Serve each connection in a thread of its own until the listener is closed."""
        threads: list[Thread] = []
        while not self.stopped.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            target, number = self.serve, self.connections
            thread = Thread(target=target, args=(connection, number), daemon=True)
            thread.start()
            threads.append(thread)
        for connection in [*self.open]:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join()

    def serve(self, connection: socket.socket, number: int) -> None:
        """Do what the script says, as long as the connection lives."""
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with closing(connection), suppress(OSError):
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with closing(connection), connection.makefile("rb") as incoming:
                self.open.add(connection)
                while self.exchange(connection, incoming, number):
                    pass
                self.open.discard(connection)

    def exchange(self, connection: socket.socket, incoming: IO, number: int) -> bool:
        """One request and what the script does to it; tells whether to go on."""
        if self.tls is None and not connection.recv(1, socket.MSG_PEEK):
            return False
        # Nobody can peek into TLS: the request comes before its step.
        plain = self.tls is None and self.answer is None
        step = self.step() if plain else Step()
        if step.reads != "nothing":
            request = read(incoming, step.reads == "all", number)
            if request is None:
                return False
            with self.lock:
                self.received.append(request)
            if self.answer is not None:
                step = self.answer(request.target)
            elif self.tls is not None:
                step = self.step()
        for each in step.says:
            if isinstance(each, bytes):
                connection.sendall(each)
            else:
                self.stopped.wait(each)
        if step.then == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER)
        return step.then == "keep"


def read(stream: IO, whole: bool, number: int) -> Received | None:
    """A request, `None` where the client went away instead."""
    lines: list[str] = []
    while line := stream.readline():
        text = line.decode("latin-1").rstrip("\r\n")
        if not text:
            break
        lines.append(text)
    if not lines:
        return None
    method, target, _ = lines[0].split(" ", 2)
    pairs = (line.partition(":") for line in lines[1:])
    headers = tuple((name.lower(), value.strip()) for name, _, value in pairs)
    body = rest(stream, dict(headers)) if whole else b""
    return Received(
        method=method,
        target=target,
        headers=headers,
        body=body,
        connection=number,
        at=time.monotonic(),
    )


def rest(stream: IO, headers: dict[str, str]) -> bytes:
    """The body, by its length or in chunks (RFC 9112 section 7.1)."""
    if headers.get("transfer-encoding") != "chunked":
        return exactly(stream, int(headers.get("content-length", "0")))
    chunks: list[bytes] = []
    while size := int(stream.readline() or b"0", 16):
        chunks.append(exactly(stream, size))
        stream.readline()
    stream.readline()
    return b"".join(chunks)


def exactly(stream: IO, length: int) -> bytes:
    """So many bytes, or fewer if there are no more."""
    chunks: list[bytes] = []
    while length and (chunk := stream.read(length)):
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)


@contextmanager
def scripted(
    *script: Step, tls: ssl.SSLContext | None = None, answer: Answer | None = None
) -> Generator[Server]:
    """Run a server with a script, or with an answer to every target."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        listener.settimeout(0.02)
        scheme = "http" if tls is None else "https"
        url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
        server = Server(url=url, script=iter(script), tls=tls, answer=answer)
        thread = Thread(target=server.accept, args=(listener,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            thread.join()


def stray() -> str:
    """A URL where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return f"http://127.0.0.1:{port}"
