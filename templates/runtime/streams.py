"""Responses that are read as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import sleep
from types import TracebackType
from typing import Generic, ParamSpec, Protocol, Self, TypeAlias, TypeVar, Unpack, cast

from msgspec.structs import replace

from .answers import fails
from .arguments import Arguments, Parts
from .calls import Call
from .client import Client, Resource
from .errors import ApiError, ConfigurationError, TransportError
from .events import Event, RawEvent, ends, item, parser_of, resumed
from .operations import Operation
from .options import Options
from .transport import Headers, Opened, Request, Response, StreamingTransport

__all__ = [
    "ByteStream",
    "EventStream",
    "ItemStream",
    "Progress",
    "Sink",
    "StreamingResource",
    "streamed",
]

P = ParamSpec("P")
T = TypeVar("T")
Progress: TypeAlias = Callable[[int, int | None], object]
"""Told how many bytes there are so far, and of how many, if the service says so."""


class Sink(Protocol):
    """Anything that bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""
        ...


class Closing:
    """Something that holds a connection until it is closed."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop reading and give the connection back."""
        self._opened.close()

    @property
    def status(self) -> int:
        """The status code."""
        return self._opened.status

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self._opened.headers


class ByteStream(Closing):
    """The bytes of a response, as they come."""

    def __init__(self, opened: Opened, explain: Callable[[ApiError], ApiError]) -> None:
        super().__init__(opened)
        self._explain = explain

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._opened.chunks
        except TransportError as error:
            raise self._explain(error) from error.__cause__
        finally:
            self.close()

    @property
    def length(self) -> int | None:
        """The number of bytes, if the service says it and they are not compressed."""
        stated = self.headers.get("content-length", "")
        compressed = "content-encoding" in self.headers
        return int(stated) if stated.isdigit() and not compressed else None

    def read(self) -> bytes:
        """All bytes."""
        return b"".join(self)

    def write_to(self, sink: Sink, *, progress: Progress | None = None) -> int:
        """Write the bytes to a file or anything like one, and count them."""
        size = 0
        for chunk in self:
            sink.write(chunk)
            size += len(chunk)
            if progress is not None:
                progress(size, self.length)
        return size

    def save(self, path: str | Path, *, progress: Progress | None = None) -> Path:
        """Save the bytes as a file, which appears once it is complete.

        Raises:
            OSError: It can't be written.
        """
        target = Path(path)
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            try:
                self.write_to(file, progress=progress)
            except BaseException:
                file.close()
                Path(file.name).unlink()
                raise
        return Path(file.name).replace(target)


class Source(Closing, Generic[T]):
    """The items of a stream. One that breaks goes on where it can be resumed."""

    def __init__(self, opened: Opened, call: Call[T], client: Client) -> None:
        super().__init__(opened)
        self._call = call
        self._client = client

    def _raw(self) -> Iterator[RawEvent]:
        parser = parser_of(self.headers.get("content-type", ""))
        try:
            while True:
                try:
                    for chunk in self._opened.chunks:
                        yield from parser.feed(chunk)
                    yield from parser.feed(b"", last=True)
                    return
                except TransportError as error:
                    wait = resumed(self._call, error, parser.id)
                self.close()
                sleep(max(wait, parser.retry or 0))
                self._opened = opened(self._client, self._call)
                parser = parser_of(self.headers.get("content-type", ""), parser.id)
        finally:
            self.close()

    def _values(self) -> Iterator[tuple[RawEvent, T]]:
        for raw in self._raw():
            if ends(self._call, raw):
                return
            yield raw, item(self._call, raw)


class EventStream(Source[T]):
    """Server-sent events."""

    def __iter__(self) -> Iterator[Event[T]]:
        for raw, value in self._values():
            yield Event(data=value, event=raw.event, id=raw.id)


class ItemStream(Source[T]):
    """JSON values in a row."""

    def __iter__(self) -> Iterator[T]:
        for _, value in self._values():
            yield value


class StreamingResource(Resource):
    """Operations of one tag, some of which give streams."""

    __slots__ = ()

    def _call(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        if self._gives != "stream":
            return super()._call(operation, options=options, **parts)
        call = self._client.call(operation, Arguments(**parts), options)
        # Streams are asked for through a view, which changes the type.
        return cast("T", ByteStream(opened(self._client, call), call.explain))

    def _events(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> EventStream[T]:
        call = self._client.call(operation, Arguments(**parts), options)
        return EventStream(opened(self._client, call), call, self._client)

    def _items(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> ItemStream[T]:
        call = self._client.call(operation, Arguments(**parts), options)
        return ItemStream(opened(self._client, call), call, self._client)


def opened(client: Client, call: Call[T]) -> Opened:
    """Make a call and leave the body of its success to be read.

    Raises:
        ApiError: It failed; `errors` says how.
    """
    transport = client.transport
    if not isinstance(transport, StreamingTransport):
        raise call.explain(ConfigurationError("this transport does not stream"))
    found: list[Opened] = []

    def send(request: Request) -> Response:
        while found:
            found.pop().close()
        found.append(transport.stream(request))
        head = found[0]
        return Response(head.status, head.headers, reason=head.reason)

    answer = client.answer(call, send)
    last = found[0] if found else canned(answer)
    if fails(call.operation, answer.status):
        try:
            body = b"".join(last.chunks)
        finally:
            last.close()
        call.finish(replace(answer, body=body))
    return last


def canned(response: Response) -> Opened:
    """A response that came whole, from middleware."""
    head = response.status, response.headers, response.reason
    return Opened(*head, iter((response.body,)), lambda: None)


def streamed(method: Callable[P, object]) -> Callable[P, ByteStream]:
    """A method of a resource that gives streams, with the type of what it gives."""
    return cast("Callable[P, ByteStream]", method)
