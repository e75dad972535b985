"""A server in a process of its own that answers any request with the same bytes.

Benchmarks call it, so that the CPU of their own process is the client's alone.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

__all__ = ["RECORD", "answering", "records"]

RECORD = {
    "id": "8e5f3a52-9c1b-4f7e-a2b1-0c9d8e7f6a5b",
    "name": "Full Name",
    "email": "customer@example.com",
    "status": "active",
    "balance": 1250,
    "verified": True,
    "created_at": "2024-01-30T07:33:20Z",
    "tags": ["alpha", "beta"],
    "address": {"street": "1 Example Road", "city": "Kuala Lumpur", "zip": "50450"},
}
"""One object of some 280 bytes of JSON."""


def records(size: int) -> bytes:
    """A page of records: JSON of at least so many bytes."""
    one = json.dumps(RECORD)
    count = -(-size // (len(one) + 2))
    return json.dumps({"data": [RECORD] * count, "has_more": False}).encode()


class Canned(asyncio.Protocol):
    """Answers each request by the number of bytes that its path asks for: `/1000`."""

    def __init__(self) -> None:
        self.buffer = b""
        self.answers: dict[bytes, bytes] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.WriteTransport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every head of a request; bodies are not expected."""
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            self.transport.write(self.answer(head.split(b" ", 2)[1]))

    def answer(self, target: bytes) -> bytes:
        """The whole response."""
        if target not in self.answers:
            body = records(int(target.rpartition(b"/")[2]))
            self.answers[target] = (
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\nX-Request-Id: r-1\r\n\r\n" % len(body)
            ) + body
        return self.answers[target]


async def serve() -> None:
    """Say the port, then answer until the standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Canned, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


@contextmanager
def answering() -> Generator[str]:
    """Run the server; gives its URL."""
    command = [sys.executable, "-m", __name__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.stdin.close()


if __name__ == "__main__":
    asyncio.run(serve())
