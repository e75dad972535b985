"""A service on loopback that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

__all__ = ["Asked", "Said", "Service", "running"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request; header names are lower-case."""

    line: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A response."""

    body: str = ""
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class Service:
    """Answers by method and path; 404 to all else."""

    answers: dict[str, Said]
    address: str = ""
    asked: list[Asked] = field(default_factory=list[Asked])

    @property
    def lines(self) -> list[str]:
        """Method and target of each request."""
        return [each.line for each in self.asked]


@contextmanager
def running(answers: dict[str, Said]) -> Generator[Service]:
    """The service, as long as the block lasts."""
    service = Service(answers)

    class Handler(BaseHTTPRequestHandler):
        def handle(self) -> None:
            self.raw_requestline = self.rfile.readline(65_537)
            self.parse_request()
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): text for name, text in self.headers.items()}
            line = f"{self.command} {self.path}"
            body = self.rfile.read(length)
            service.asked.append(Asked(line=line, headers=headers, body=body))
            said = service.answers.get(line.partition("?")[0], Said(status=404))
            self.send_response(said.status)
            for name, text in said.headers.items():
                self.send_header(name, text)
            if said.body:
                self.send_header("Content-Type", said.media_type)
            self.end_headers()
            self.wfile.write(said.body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        service.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
