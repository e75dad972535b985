"""What a client asks of the library that speaks HTTP: a request in, a response out.

Any object with the methods of `Transport` (or `AsyncTransport`) will do: httpx2 is the
default, and no type of it appears here.
"""

from __future__ import annotations

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast, runtime_checkable

import msgspec

from .options import Timeout

if TYPE_CHECKING:
    from .deviations import Deviation

__all__ = [
    "AsyncOpened",
    "AsyncStreamingTransport",
    "AsyncTransport",
    "Content",
    "Headers",
    "Opened",
    "Request",
    "Response",
    "StreamingTransport",
    "Transport",
]

Content: TypeAlias = bytes | Iterable[bytes] | AsyncIterable[bytes]


class Headers(Mapping[str, str]):
    """Header fields in the order of the wire; names compare without case.

    A field that is repeated reads as one, joined by commas (RFC 9110 section 5.3).
    """

    __slots__ = ("pairs",)

    def __init__(
        self, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()
    ) -> None:
        self.pairs: tuple[tuple[str, str], ...] = tuple(
            cast("Mapping[str, str]", fields).items()
            if isinstance(fields, Mapping)
            else fields
        )

    def __getitem__(self, name: str) -> str:
        values = self.every(name)
        if not values:
            raise KeyError(name)
        return ", ".join(values)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name.lower() for name, _ in self.pairs))

    def __len__(self) -> int:
        return len({name.lower() for name, _ in self.pairs})

    def __repr__(self) -> str:
        """Names only: any value may be a credential."""
        return f"<Headers {', '.join(self)}>"

    def every(self, name: str) -> list[str]:
        """The values of each field of that name: `Set-Cookie` cannot be joined."""
        wanted = name.lower()
        return [value for key, value in self.pairs if key.lower() == wanted]

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where fields depart from what the document says of them."""
        return ()


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt, ready to send. A body of bytes is sent with its length, never chunked."""

    method: str
    url: str
    headers: Headers
    body: Content = b""
    timeout: Timeout = Timeout()
    operation: str = ""
    """What the caller called: `customers.register`."""
    attempt: int = 1
    """1 for the first attempt of a call."""

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.url.partition('?')[0]}>"

    def plus(self, fields: Mapping[str, str]) -> Request:
        """The request with further header fields, which replace those of their names."""
        names = {name.lower() for name in fields}
        kept = [pair for pair in self.headers.pairs if pair[0].lower() not in names]
        return msgspec.structs.replace(self, headers=Headers([*kept, *fields.items()]))


class Response(msgspec.Struct, frozen=True):
    """The raw response: everything that the service said."""

    status: int
    headers: Headers = Headers()
    body: bytes = b""
    reason: str = ""
    elapsed: float = 0.0
    """Seconds from sending the first byte to reading the last one."""

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.body)} bytes>"

    @property
    def text(self) -> str:
        """The body as text, whatever stands in it; for people to read."""
        return self.body.decode(errors="replace")

    @property
    def media_type(self) -> str:
        """The media type in lower case without its parameters, or empty."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def request_id(self) -> str | None:
        """What the service calls this request, for asking its support."""
        return self.headers.get("x-request-id") or self.headers.get("request-id")


class Opened(msgspec.Struct, frozen=True, eq=False):
    """A response whose body is still to come."""

    status: int
    headers: Headers
    reason: str
    chunks: Iterator[bytes]
    """The decoded body as it comes. Raises `TransportError` where it breaks."""
    close: Callable[[], object]


class AsyncOpened(msgspec.Struct, frozen=True, eq=False):
    """A response whose body is still to come; the twin of `Opened`."""

    status: int
    headers: Headers
    reason: str
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[object]]


class Transport(Protocol):
    """Sends requests. Implementations must be safe to use from several threads."""

    def send(self, request: Request, /) -> Response:
        """Send once, without redirects or retries, and read the response whole.

        Raises:
            TransportError: No response was read (`TimeoutError` if time ran out).
        """
        ...

    def close(self) -> None:
        """Give up the connections."""
        ...


@runtime_checkable
class StreamingTransport(Transport, Protocol):
    """A transport that can hand out a response before its body has come."""

    def stream(self, request: Request, /) -> Opened:
        """Send once and read no more than the head of the response.

        Raises:
            TransportError: There is none.
        """
        ...


class AsyncTransport(Protocol):
    """Sends requests from asynchronous code; the twin of `Transport`."""

    async def send(self, request: Request, /) -> Response:
        """Send once; see `Transport.send`."""
        ...

    async def close(self) -> None:
        """Give up the connections."""
        ...


@runtime_checkable
class AsyncStreamingTransport(AsyncTransport, Protocol):
    """The twin of `StreamingTransport`."""

    async def stream(self, request: Request, /) -> AsyncOpened:
        """Send once; see `StreamingTransport.stream`."""
        ...
