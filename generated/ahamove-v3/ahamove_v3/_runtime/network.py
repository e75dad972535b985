"""What stands for the network in a package's own tests, and what they make of clients."""

from __future__ import annotations

import asyncio
import email
import email.policy
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Mapping
from typing import TypeAlias, cast

from .errors import TransportError
from .options import Options
from .registry import UnexpectedRequest, matching, needed
from .security import Signer
from .transport import AsyncOpened, Headers, Opened, Request, Response

__all__ = ["JSON", "AsyncWire", "Bound", "Part", "Wire", "items", "parts", "signer"]

JSON = "application/json"

Part: TypeAlias = tuple[str, str | None, str, bytes]
"""A part of a multipart body: name, file name, media type and bytes."""


class Wire:
    """A transport without a network: it answers as it is told and keeps requests."""

    def __init__(self) -> None:
        self.sent: list[Request] = []
        self._answers: list[Response | TransportError] = []

    def answers(
        self,
        status: int,
        body: bytes = b"",
        media_type: str = JSON,
        headers: Mapping[str, str] = {},
    ) -> None:
        """Answer so, once; the last answer is given again to all that follow."""
        fields = {"Content-Type": media_type, "Retry-After": "0", **headers}
        self._answers.append(Response(status, Headers(fields), body))

    def breaks(self, *, sent: bool = True) -> None:
        """Lose the connection, after the request was sent or before."""
        self._answers.append(TransportError("the connection broke", sent=sent))

    def send(self, request: Request, /) -> Response:
        """Keep the request and answer it."""
        self.sent.append(request)
        answer = self._answers[min(len(self.sent), len(self._answers)) - 1]
        if isinstance(answer, TransportError):
            raise answer
        return documented(request, answer)

    def stream(self, request: Request, /) -> Opened:
        """The same answer, its body still to come."""
        answer = self.send(request)
        body = iter((answer.body,))
        return Opened(answer.status, answer.headers, "", body, self.close)

    def close(self) -> None:
        """Nothing is open."""


def documented(request: Request, answer: Response) -> Response:
    """The answer with the header fields that the document requires of it."""
    try:
        operation = matching(request)
    except UnexpectedRequest:
        return answer
    more = [(k, v) for k, v in needed(operation).items() if k not in answer.headers]
    headers = Headers([*answer.headers.pairs, *more])
    return Response(answer.status, headers, answer.body) if more else answer


class AsyncWire:
    """The same, for the asynchronous client."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def send(self, request: Request, /) -> Response:
        """Keep the request and answer it."""
        return self._wire.send(request)

    async def stream(self, request: Request, /) -> AsyncOpened:
        """The same answer, its body still to come."""
        answer = self._wire.send(request)
        body = _coming(answer.body)
        return AsyncOpened(answer.status, answer.headers, "", body, self.close)

    async def close(self) -> None:
        """Nothing is open."""


class Bound:
    """A client of either kind that is called like a synchronous one.

    `options` go with every call.
    """

    def __init__(self, target: object, options: Options | None = None) -> None:
        self._target = target
        self._options = options

    def __repr__(self) -> str:
        return repr(self._target)

    def __getattr__(self, name: str) -> Bound:
        return Bound(getattr(self._target, name), self._options)

    def __call__(self, **arguments: object) -> object:
        """Call, and wait if there is something to wait for."""
        if self._options is not None:
            arguments["options"] = self._options
        given = cast("Callable[..., object]", self._target)(**arguments)
        return asyncio.run(given) if asyncio.iscoroutine(given) else given


async def _coming(body: bytes) -> AsyncIterator[bytes]:
    """A body in one piece."""
    yield body


def items(given: object) -> list[object]:
    """All that comes one by one, from either kind of client."""
    if not isinstance(given, AsyncIterable):
        return list(cast("Iterable[object]", given))

    async def gathered() -> list[object]:
        return [each async for each in cast("AsyncIterable[object]", given)]

    return asyncio.run(gathered())


def parts(sent: Request) -> list[Part]:
    """The parts of a multipart body, as the standard library reads them."""
    assert isinstance(sent.body, bytes)
    head = f"Content-Type: {sent.headers['Content-Type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + sent.body, policy=email.policy.HTTP)
    found: list[Part] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str | None)
        assert isinstance(content, bytes)
        found.append(
            (name or "", part.get_filename(), part.get_content_type(), content)
        )
    return found


def signer(header: str, value: str) -> Signer:
    """A caller's own way to sign, which adds a header."""
    return Signer(lambda method, url, headers, body: {header: value})
