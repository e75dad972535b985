"""Responses that are read as they come, asynchronously."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import TracebackType
from typing import Generic, ParamSpec, Self, TypeVar, Unpack, cast

from anyio import sleep
from msgspec.structs import replace

from .aio import AsyncClient, AsyncResource
from .answers import fails
from .arguments import Arguments, Parts
from .calls import Call
from .errors import ApiError, ConfigurationError, TransportError
from .events import Event, RawEvent, ends, item, parser_of, resumed
from .operations import Operation
from .options import Options
from .streams import Progress, Sink
from .transport import (
    AsyncOpened,
    AsyncStreamingTransport,
    Headers,
    Request,
    Response,
)

__all__ = [
    "AsyncByteStream",
    "AsyncEventStream",
    "AsyncItemStream",
    "AsyncStreamingResource",
    "streamed",
]

P = ParamSpec("P")
T = TypeVar("T")


class AsyncClosing:
    """Something that holds a connection until it is closed."""

    def __init__(self, opened: AsyncOpened) -> None:
        self._opened = opened

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop reading and give the connection back."""
        await self._opened.close()

    @property
    def status(self) -> int:
        """The status code."""
        return self._opened.status

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self._opened.headers


class AsyncByteStream(AsyncClosing):
    """The bytes of a response, as they come."""

    def __init__(
        self, opened: AsyncOpened, explain: Callable[[ApiError], ApiError]
    ) -> None:
        super().__init__(opened)
        self._explain = explain

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._opened.chunks:
                yield chunk
        except TransportError as error:
            raise self._explain(error) from error.__cause__
        finally:
            await self.close()

    @property
    def length(self) -> int | None:
        """The number of bytes, if the service says it and they are not compressed."""
        stated = self.headers.get("content-length", "")
        compressed = "content-encoding" in self.headers
        return int(stated) if stated.isdigit() and not compressed else None

    async def read(self) -> bytes:
        """All bytes."""
        return b"".join([chunk async for chunk in self])

    async def write_to(self, sink: Sink, *, progress: Progress | None = None) -> int:
        """Write the bytes to a file or anything like one, and count them."""
        size = 0
        async for chunk in self:
            sink.write(chunk)
            size += len(chunk)
            if progress is not None:
                progress(size, self.length)
        return size

    async def save(self, path: str | Path, *, progress: Progress | None = None) -> Path:
        """Save the bytes as a file, which appears once it is complete.

        Raises:
            OSError: It can't be written.
        """
        target = Path(path)
        with NamedTemporaryFile(dir=target.parent, delete=False) as file:
            try:
                await self.write_to(file, progress=progress)
            except BaseException:
                file.close()
                Path(file.name).unlink()
                raise
        return Path(file.name).replace(target)


class AsyncSource(AsyncClosing, Generic[T]):
    """The items of a stream. One that breaks goes on where it can be resumed."""

    def __init__(self, opened: AsyncOpened, call: Call[T], client: AsyncClient) -> None:
        super().__init__(opened)
        self._call = call
        self._client = client

    async def _raw(self) -> AsyncIterator[RawEvent]:
        parser = parser_of(self.headers.get("content-type", ""))
        try:
            while True:
                try:
                    async for chunk in self._opened.chunks:
                        for raw in parser.feed(chunk):
                            yield raw
                    for raw in parser.feed(b"", last=True):
                        yield raw
                    return
                except TransportError as error:
                    wait = resumed(self._call, error, parser.id)
                await self.close()
                await sleep(max(wait, parser.retry or 0))
                self._opened = await opened(self._client, self._call)
                parser = parser_of(self.headers.get("content-type", ""), parser.id)
        finally:
            await self.close()

    async def _values(self) -> AsyncIterator[tuple[RawEvent, T]]:
        async for raw in self._raw():
            if ends(self._call, raw):
                return
            yield raw, item(self._call, raw)


class AsyncEventStream(AsyncSource[T]):
    """Server-sent events."""

    async def __aiter__(self) -> AsyncIterator[Event[T]]:
        async for raw, value in self._values():
            yield Event(data=value, event=raw.event, id=raw.id)


class AsyncItemStream(AsyncSource[T]):
    """JSON values in a row."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for _, value in self._values():
            yield value


class AsyncStreamingResource(AsyncResource):
    """Operations of one tag, some of which give streams."""

    __slots__ = ()

    async def _call(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        if self._gives != "stream":
            return await super()._call(operation, options=options, **parts)
        call = self._client.call(operation, Arguments(**parts), options)
        # Streams are asked for through a view, which changes the type.
        return cast(
            "T", AsyncByteStream(await opened(self._client, call), call.explain)
        )

    async def _events(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> AsyncEventStream[T]:
        call = self._client.call(operation, Arguments(**parts), options)
        return AsyncEventStream(await opened(self._client, call), call, self._client)

    async def _items(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> AsyncItemStream[T]:
        call = self._client.call(operation, Arguments(**parts), options)
        return AsyncItemStream(await opened(self._client, call), call, self._client)


async def opened(client: AsyncClient, call: Call[T]) -> AsyncOpened:
    """Make a call and leave the body of its success to be read.

    Raises:
        ApiError: It failed; `errors` says how.
    """
    transport = client.transport
    if not isinstance(transport, AsyncStreamingTransport):
        raise call.explain(ConfigurationError("this transport does not stream"))
    found: list[AsyncOpened] = []

    async def send(request: Request) -> Response:
        while found:
            await found.pop().close()
        found.append(await transport.stream(request))
        head = found[0]
        return Response(head.status, head.headers, reason=head.reason)

    answer = await client.answer(call, send)
    last = found[0] if found else canned(answer)
    if fails(call.operation, answer.status):
        try:
            body = b"".join([chunk async for chunk in last.chunks])
        finally:
            await last.close()
        call.finish(replace(answer, body=body))
    return last


def canned(response: Response) -> AsyncOpened:
    """A response that came whole, from middleware."""

    async def chunks() -> AsyncIterator[bytes]:
        yield response.body

    async def close() -> None:
        """Nothing is open."""

    head = response.status, response.headers, response.reason
    return AsyncOpened(*head, chunks(), close)


def streamed(
    method: Callable[P, Awaitable[object]],
) -> Callable[P, Coroutine[object, None, AsyncByteStream]]:
    """A method of a resource that gives streams, with the type of what it gives."""
    return cast("Callable[P, Coroutine[object, None, AsyncByteStream]]", method)
