"""A proxy on loopback that does to each connection what a script says."""

from __future__ import annotations

import socket
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Literal

__all__ = ["Deed", "Proxy", "proxying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What happens to one connection, once the head of a request was read."""

    does: Literal["passes", "says", "hangs up", "breaks off"] = "passes"
    """`breaks off` hangs up after so many bytes of what the service answers."""
    says: bytes = b""
    after: int = 0


@dataclass(slots=True)
class Proxy:
    """A running proxy: of URLs (`GET http://…`), and of tunnels (`CONNECT`)."""

    url: str
    script: Iterator[Deed]
    heard: list[str] = field(default_factory=list[str])
    """The first line of each request that was read here."""
    credentials: list[str] = field(default_factory=list[str])
    """What `Proxy-Authorization` said, as often as it was there."""
    stopped: Event = field(default_factory=Event)

    def accept(self, listener: socket.socket) -> None:
        """Serve each connection in a thread of its own until told to stop."""
        threads: list[Thread] = []
        while not self.stopped.is_set():
            with suppress(TimeoutError):
                client, _ = listener.accept()
                deed = next(self.script, Deed())
                threads.append(Thread(target=self.serve, args=(client, deed)))
                threads[-1].start()
        for thread in threads:
            thread.join(2)

    def serve(self, client: socket.socket, deed: Deed) -> None:
        """Read the head of one request, and do what is to be done."""
        with client, suppress(OSError):
            client.settimeout(2)
            head = self.head(client)
            if head and deed.does == "says":
                client.sendall(deed.says)
            elif head and deed.does != "hangs up":
                self.pass_on(client, head, deed)

    def head(self, client: socket.socket) -> bytes:
        """The bytes up to the end of the head, which are written down."""
        data = b""
        while b"\r\n\r\n" not in data:
            more = client.recv(65536)
            if not more:
                return b""
            data += more
        first, *fields = data.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        self.heard.append(first.rpartition(" ")[0])
        for each in fields:
            name, _, value = each.partition(": ")
            if name.lower() == "proxy-authorization":
                self.credentials.append(value)
        return data

    def pass_on(self, client: socket.socket, head: bytes, deed: Deed) -> None:
        """Connect to the service, and carry bytes both ways."""
        method, target, _ = head.split(b" ", 2)
        tunnel = method == b"CONNECT"
        place = target if tunnel else target.split(b"/")[2]
        host, _, port = place.decode().rpartition(":")
        with socket.create_connection((host, int(port)), timeout=2) as service:
            if tunnel:
                client.sendall(b"HTTP/1.1 200 Established\r\n\r\n")
            else:
                service.sendall(head.replace(b"http://" + place, b"", 1))
            onward = Thread(target=carry, args=(client, service, -1))
            onward.start()
            carry(service, client, deed.after if deed.does == "breaks off" else -1)
            for each in (client, service):
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
            onward.join(2)


def carry(source: socket.socket, target: socket.socket, most: int) -> None:
    """Carry bytes until either side ends, or so many have gone."""
    with suppress(OSError):
        while most and (data := source.recv(65536 if most < 0 else most)):
            target.sendall(data)
            most -= len(data) if most > 0 else 0
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def proxying(*script: Deed) -> Generator[Proxy]:
    """Run a proxy with a script; after its end everything is passed on."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.settimeout(0.02)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        proxy = Proxy(url=url, script=iter(script))
        thread = Thread(target=proxy.accept, args=(listener,), daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            proxy.stopped.set()
            thread.join()
