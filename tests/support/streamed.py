"""A server on loopback that speaks HTTP/2 over TLS, and does to streams what a script says."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Literal

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import h2.settings

__all__ = ["Act", "Streams", "streaming"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What happens to one request."""

    does: Literal[
        "answers",
        "resets",
        "resets late",
        "leaves",
        "turns away",
        "hangs up",
        "breaks off",
    ] = "answers"
    """What comes of it.

    `leaves` says GOAWAY before it hangs up, `turns away` that it looked at no request;
    `resets late` and `breaks off` do so inside the body.
    """
    body: bytes = b"{}"
    code: int = 0
    """The error code of a reset, or of leaving."""


@dataclass(slots=True)
class Streams:
    """A running server."""

    url: str
    script: Iterator[Act]
    tls: ssl.SSLContext
    heard: list[str] = field(default_factory=list[str])
    """Methods and paths, as they came in."""
    most: int = 100
    """Streams that may be open at a time (SETTINGS_MAX_CONCURRENT_STREAMS)."""
    stalls: bool = False
    """Whether windows never grow (RFC 9113 section 5.2)."""
    connections: int = 0
    open: int = 0
    """The most streams that ever were."""
    stopped: Event = field(default_factory=Event)

    def accept(self, listener: socket.socket) -> None:
        """Serve each connection in a thread of its own until told to stop."""
        threads: list[Thread] = []
        while not self.stopped.is_set():
            try:
                plain, _ = listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            threads.append(Thread(target=self.serve, args=(plain,), daemon=True))
            threads[-1].start()
        for thread in threads:
            thread.join(2)

    def serve(self, plain: socket.socket) -> None:
        """Speak with one client until either hangs up."""
        with (
            closing(plain),
            suppress(OSError, h2.exceptions.ProtocolError),
            closing(self.tls.wrap_socket(plain, server_side=True)) as wire,
        ):
            wire.settimeout(0.1)
            self.speak(wire)

    def speak(self, wire: ssl.SSLSocket) -> None:
        """Hear requests and act on each as soon as it is whole."""
        config = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        state = h2.connection.H2Connection(config)
        state.local_settings = h2.settings.Settings(
            client=False,
            initial_values={h2.settings.SettingCodes.MAX_CONCURRENT_STREAMS: self.most},
        )
        state.initiate_connection()
        wire.sendall(state.data_to_send())
        while not self.stopped.is_set():
            try:
                data = wire.recv(65536)
            except TimeoutError:
                continue
            if not data:
                return
            for event in state.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    fields = {str(k): str(v) for k, v in event.headers or ()}
                    self.heard.append(f"{fields[':method']} {fields[':path']}")
                    self.open = max(self.open, state.open_inbound_streams)
                elif isinstance(event, h2.events.DataReceived) and not self.stalls:
                    state.acknowledge_received_data(
                        event.flow_controlled_length or 0, event.stream_id or 0
                    )
                elif isinstance(event, h2.events.StreamEnded):
                    what = next(self.script, Act())
                    goes_on = act(state, event.stream_id or 0, what)
                    wire.sendall(state.data_to_send())
                    if what.does == "turns away":
                        self.linger(wire)
                    if not goes_on:
                        return
            wire.sendall(state.data_to_send())

    def linger(self, wire: ssl.SSLSocket) -> None:
        """Wait until the client hangs up: what it has not read would be lost with a reset."""
        while not self.stopped.is_set():
            try:
                if not wire.recv(65536):
                    return
            except TimeoutError:
                continue


def act(state: h2.connection.H2Connection, stream: int, what: Act) -> bool:
    """Do something to a stream; tells whether the connection goes on."""
    head = [(":status", "200"), ("content-type", "application/json")]
    match what.does:
        case "answers":
            state.send_headers(stream, head)
            state.send_data(stream, what.body, end_stream=True)
        case "resets":
            state.reset_stream(stream, what.code)
        case "resets late":
            state.send_headers(stream, [*head, ("content-length", "99")])
            state.send_data(stream, what.body)
            state.reset_stream(stream, what.code)
        case "turns away":
            state.close_connection(what.code, last_stream_id=0)
        case "leaves":
            state.close_connection(what.code, last_stream_id=stream)
        case "breaks off":
            state.send_headers(stream, [*head, ("content-length", "99")])
            state.send_data(stream, what.body)
        case "hangs up":
            pass
    return what.does in ("answers", "resets", "resets late")


@contextmanager
def streaming(
    tls: ssl.SSLContext, *script: Act, most: int = 100, stalls: bool = False
) -> Generator[Streams]:
    """Run a server with a script; after its end every request is answered with `{}`."""
    tls.set_alpn_protocols(["h2"])
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.settimeout(0.02)
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        server = Streams(
            url=url, script=iter(script), tls=tls, most=most, stalls=stalls
        )
        thread = Thread(target=server.accept, args=(listener,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            thread.join()
