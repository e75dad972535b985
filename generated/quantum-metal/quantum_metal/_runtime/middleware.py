"""What stands around calls and their attempts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol, TypeAlias, TypeVar

from .transport import Request, Response

__all__ = [
    "AsyncMiddleware",
    "AsyncSend",
    "Middleware",
    "Send",
    "around",
    "surrounded",
]

Answered = TypeVar("Answered")

Send: TypeAlias = Callable[[Request], Response]
AsyncSend: TypeAlias = Callable[[Request], Awaitable[Response]]


class Middleware(Protocol):
    """Something around every attempt: it may look, change, answer itself, or wait."""

    def __call__(self, request: Request, send: Send, /) -> Response:
        """Give a response, mostly `send(request)`'s."""
        ...


class AsyncMiddleware(Protocol):
    """Something around every attempt: it may look, change, answer itself, or wait."""

    def __call__(self, request: Request, send: AsyncSend, /) -> Awaitable[Response]:
        """Give a response, mostly `await send(request)`'s."""
        ...


def around(
    middleware: Sequence[Callable[[Request, Callable[[Request], Answered]], Answered]],
    send: Callable[[Request], Answered],
) -> Callable[[Request], Answered]:
    """A way to send with middleware around it: the first one is outermost."""
    for each in reversed(middleware):
        send = _passed(each, send)
    return send


def _passed(
    middleware: Callable[[Request, Callable[[Request], Answered]], Answered],
    send: Callable[[Request], Answered],
) -> Callable[[Request], Answered]:
    return lambda request: middleware(request, send)


def surrounded(
    middleware: Sequence[object], operation: str
) -> AbstractContextManager[object]:
    """What middleware has around a whole call: its method `call`, if it has one."""
    stack = ExitStack()
    for each in middleware:
        call: Callable[[str], AbstractContextManager[object]] | None
        call = getattr(each, "call", None)
        if call is not None:
            stack.enter_context(call(operation))
    return stack
