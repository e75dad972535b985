"""A service for tests: it answers as the test says, and refuses what no document allows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, TypeVar, overload

from msgspec.structs import replace

from .errors import ApiStatusError, TransportError
from .flows import Flow, piece
from .operations import Answer, Operation
from .registry import UnexpectedRequest, examples, matching, needed, operation_of
from .replies import Reply, failing, refused, wrapped
from .transport import AsyncOpened, Headers, Opened, Request, Response

__all__ = ["AsyncFake", "Fake", "Stub", "UnexpectedRequest"]

T = TypeVar("T")


class Stub(Generic[T]):
    """What an operation answers: each answer once, the last one again and again."""

    def __init__(self, operation: Operation[T]) -> None:
        self.operation = operation
        self.replies: list[Reply] = []
        self.requests: list[Request] = []

    def returns(self, value: T, *, headers: Mapping[str, str] | None = None) -> Stub[T]:
        """Answer with a value, in the envelope that the document puts it in."""
        answer = self._answer()
        headers = {**needed(self.operation), **(headers or {})}
        if answer is None:
            return self.answers(204, headers=headers)
        body = b"" if answer.type is None else wrapped(answer, value)
        status = int(answer.status) if answer.status.isdigit() else 200
        return self.answers(status, body, answer.media_type, headers=headers)

    def fails(
        self, error: type[ApiStatusError], body: object = None, *, message: str = ""
    ) -> Stub[T]:
        """Answer with a documented failure: its status, and its code where it has one.

        Raises:
            ValueError: The document knows no such failure of this operation.
        """
        for outcome, code in failing(self.operation, error):
            status = int(outcome.status) if outcome.status.isdigit() else 500
            content = refused(outcome, code, body, message)
            return self.answers(
                status, content, outcome.media_type or "application/json"
            )
        raise ValueError(f"{self.operation.name} never raises {error.__name__}")

    def raises(self, error: TransportError) -> Stub[T]:
        """Give no response: `TimeoutError`, or a connection that breaks."""
        self.replies.append(Reply(error=error))
        return self

    def answers(
        self,
        status: int = 200,
        body: bytes = b"",
        media_type: str = "application/json",
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Stub[T]:
        """Answer with exactly this, documented or not."""
        fields = {"Content-Type": media_type} if media_type else {}
        fields |= headers or {}
        self.replies.append(Reply(Response(status, Headers(fields), body)))
        return self

    def yields(
        self, *items: object, every: float = 0.0, error: TransportError | None = None
    ) -> Stub[T]:
        """Answer with a stream of items.

        Args:
            items: Values as the document says; bytes are sent as they are.
            every: Seconds before each item. A client that waits less for what it reads
                gets the `TimeoutError` that it would get from the service.
            error: What breaks the stream off after the last item.
        """
        answer = self._answer()
        media_type = answer.media_type if answer else ""
        pieces = tuple(piece(each, media_type) for each in items)
        fields = Headers({**needed(self.operation), "Content-Type": media_type})
        response = Response(200, fields, b"".join(pieces))
        flow = Flow(pieces, every, error)
        self.replies.append(Reply(response, flow=flow))
        return self

    def shows(self) -> Reply:
        """The document's example.

        Raises:
            UnexpectedRequest: The document has none.
        """
        for status, media_type, text in examples().get(self.operation.name, ()):
            if status.startswith("2"):
                needs = needed(self.operation)
                fields = Headers({"Content-Type": media_type, **needs})
                return Reply(Response(int(status), fields, text.encode()))
        name = self.operation.name
        raise UnexpectedRequest(f"say with `on` what {name} answers: no example does")

    def _answer(self) -> Answer | None:
        return next(iter(self.operation.answers), None)

    def next(self, request: Request) -> Reply:
        """Keep a request, and say what comes next."""
        self.requests.append(request)
        if not self.replies:
            return self.shows()
        last = len(self.replies) == 1
        return self.replies[0] if last else self.replies.pop(0)


class Fake:
    """A transport that stands for the service.

    A request that is no documented operation raises `UnexpectedRequest`; an operation
    that no test prepared answers with the document's example. For the asynchronous client
    pass `fake.aio`.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        """Everything that was sent, in order."""
        self.calls: list[str] = []
        """What was called: `customers.register`."""
        self.stubs: dict[str, Stub[Any]] = {}

    @property
    def aio(self) -> AsyncFake:
        """The same service for an asynchronous client."""
        return AsyncFake(self)

    @overload
    def on(self, method: Callable[..., Awaitable[T]]) -> Stub[T]: ...
    @overload
    def on(self, method: Callable[..., T]) -> Stub[T]: ...
    def on(self, method: Callable[..., object]) -> Stub[Any]:
        """Say what a method of a resource gets: `fake.on(client.pets.get).returns(pet)`."""
        operation = operation_of(method)
        return self.stubs.setdefault(operation.name, Stub(operation))

    def reply(self, request: Request) -> Reply:
        """Keep a request, and say what it gets.

        Raises:
            UnexpectedRequest: No operation is like this, or nobody said what it gets.
        """
        operation = matching(request)
        self.requests.append(request)
        self.calls.append(operation.name)
        stub = self.stubs.setdefault(operation.name, Stub(operation))
        return stub.next(request)

    def send(self, request: Request, /) -> Response:
        """Answer a request; see `Transport.send`."""
        reply = self.reply(request)
        body = b"".join(reply.body().chunks(request.timeout.read))
        return replace(reply.head(), body=body)

    def stream(self, request: Request, /) -> Opened:
        """Answer a request piece by piece; see `StreamingTransport.stream`."""
        reply = self.reply(request)
        head = reply.head()
        chunks = reply.body().chunks(request.timeout.read)
        return Opened(head.status, head.headers, "", chunks, lambda: None)

    def close(self) -> None:
        """Nothing is open."""


class AsyncFake:
    """What stands for the service before an asynchronous client."""

    def __init__(self, fake: Fake) -> None:
        self.fake = fake

    async def send(self, request: Request, /) -> Response:
        """Answer a request."""
        reply = self.fake.reply(request)
        chunks = reply.body().achunks(request.timeout.read)
        return replace(reply.head(), body=b"".join([each async for each in chunks]))

    async def stream(self, request: Request, /) -> AsyncOpened:
        """Answer a request piece by piece."""
        reply = self.fake.reply(request)
        head = reply.head()
        chunks = reply.body().achunks(request.timeout.read)

        async def close() -> None:
            """Nothing is open."""

        return AsyncOpened(head.status, head.headers, "", chunks, close)

    async def close(self) -> None:
        """Nothing is open."""
