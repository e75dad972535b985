"""A service for tests: it answers as the test says, and refuses what no document allows."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from typing import Any, Generic, TypeVar, overload

import msgspec

from . import codec
from .codec import encode, plain
from .errors import ApiStatusError, TransportError
from .models import JsonValue
from .operations import Answer, Failure, Operation, Outcome
from .registry import UnexpectedRequest, examples, matching, needed, operation_of
from .transport import AsyncOpened, Headers, Opened, Request, Response

__all__ = ["AsyncFake", "Fake", "Stub", "UnexpectedRequest"]

T = TypeVar("T")


class Reply(msgspec.Struct, frozen=True, eq=False):
    """What is said to a request: a response, or an error of the transport."""

    response: Response | None = None
    error: TransportError | None = None


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

    def yields(self, *items: object) -> Stub[T]:
        """Answer with a stream of items."""
        answer = self._answer()
        events = answer is not None and answer.media_type == "text/event-stream"
        texts = [
            each.encode() if isinstance(each, str) else encode(each, "application/json")
            for each in items
        ]
        before, after = (b"data: ", b"\n\n") if events else (b"", b"\n")
        body = b"".join(before + text + after for text in texts)
        return self.answers(200, body, answer.media_type if answer else "")

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

    def send(self, request: Request, /) -> Response:
        """Answer a request; see `Transport.send`."""
        operation = matching(request)
        self.requests.append(request)
        self.calls.append(operation.name)
        stub = self.stubs.setdefault(operation.name, Stub(operation))
        reply = stub.next(request)
        if reply.error is not None:
            raise reply.error
        assert reply.response is not None
        return reply.response

    def stream(self, request: Request, /) -> Opened:
        """Answer a request in one chunk; see `StreamingTransport.stream`."""
        found = self.send(request)
        chunks = iter((found.body,))
        return Opened(found.status, found.headers, "", chunks, lambda: None)

    def close(self) -> None:
        """Nothing is open."""


class AsyncFake:
    """What stands for the service before an asynchronous client."""

    def __init__(self, fake: Fake) -> None:
        self.fake = fake

    async def send(self, request: Request, /) -> Response:
        """Answer a request."""
        return self.fake.send(request)

    async def stream(self, request: Request, /) -> AsyncOpened:
        """Answer a request in one chunk."""
        found = self.fake.send(request)

        async def chunks() -> AsyncIterator[bytes]:
            yield found.body

        async def close() -> None:
            """Nothing is open."""

        return AsyncOpened(found.status, found.headers, "", chunks(), close)

    async def close(self) -> None:
        """Nothing is open."""


def failing(
    operation: Operation[object], error: type[ApiStatusError]
) -> Iterator[tuple[Outcome, str]]:
    """Where a failure is documented, and its code: an error's own place comes first."""
    outcomes: Iterable[Answer | Failure] = (*operation.failures, *operation.answers)
    for outcome in outcomes:
        for code, kind in outcome.codes.items():
            if kind is error:
                yield outcome, code
    for outcome in operation.failures:
        if outcome.error is error:
            yield outcome, ""
    for outcome in operation.answers:
        if outcome.envelope is not None and not outcome.codes:
            yield outcome, ""


def wrapped(answer: Answer, value: object) -> bytes:
    """A value as a body: inside of its envelope, if it has one."""
    envelope = answer.envelope
    if isinstance(value, bytes):
        return value
    if isinstance(value, str) and not structured(answer.media_type):
        return value.encode()
    if envelope is None or not envelope.data:
        return encode(value, answer.media_type, answer.type)
    whole: dict[str, JsonValue] = {}
    put(whole, envelope.ok, envelope.equals)
    put(whole, envelope.data, plain(value, answer.type))
    return encode(whole, answer.media_type)


def structured(media_type: str) -> bool:
    """Whether texts have a form of their own in this media type."""
    essence, _ = codec.parts(media_type)
    return codec.structured(essence) or essence in codec.FORMATS


def refused(outcome: Outcome, code: str, body: object, message: str) -> bytes:
    """The body of a failure, with the code and the message where they belong."""
    if isinstance(body, bytes):
        return body
    envelope = outcome.envelope
    path = outcome.code or (envelope.ok if envelope is not None else ())
    whole = plain(body)
    if whole is None and (path or envelope is not None):
        whole = {}
    if isinstance(whole, dict):
        typed = envelope is not None and isinstance(envelope.equals, int)
        if path and code:
            put(
                whole, path, int(code) if typed and code.lstrip("-").isdigit() else code
            )
        elif envelope is not None and path and path[-1] not in whole:
            put(whole, path, other(envelope.equals))
        if envelope is not None and message:
            put(whole, envelope.message, message)
    return (
        b""
        if whole is None
        else encode(whole, outcome.media_type or "application/json")
    )


def other(value: bool | int | float | str | None) -> JsonValue:
    """A value of the same kind that is not this one."""
    if isinstance(value, bool):
        return not value
    return f"not {value}" if value is None or isinstance(value, str) else value + 1


def put(whole: dict[str, JsonValue], path: tuple[str, ...], value: JsonValue) -> None:
    """Write a value at a path of names."""
    for name in path[:-1]:
        inner = whole.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        whole = inner
    whole[path[-1]] = value
