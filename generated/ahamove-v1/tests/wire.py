# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What stands for the network in tests: it answers as it is told and keeps requests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import TypeAlias, cast

from ahamove_v1 import AhamoveV1, Options, errors
from ahamove_v1._runtime.errors import TransportError
from ahamove_v1._runtime.transport import Headers, Request, Response

__all__ = [
    "JSON",
    "TRACED",
    "AsyncWire",
    "Blocking",
    "Failure",
    "Make",
    "Wire",
    "at",
]

Make: TypeAlias = Callable[..., AhamoveV1]
"""Makes a client with the given arguments and without a network."""

Failure: TypeAlias = type[errors.ApiStatusError]
"""The class of an answer that means failure."""

JSON = "application/json"

TRACED = Options(headers={"X-Trace": "1"})
"""Options of one call, to see that they arrive."""


class Wire:
    """A transport without a network."""

    def __init__(self) -> None:
        self.sent: list[Request] = []
        self._answers: list[Response | TransportError] = []

    def answers(
        self,
        status: int,
        body: bytes = b"",
        media_type: str = "application/json",
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
        return answer

    def close(self) -> None:
        """Nothing is open."""


class AsyncWire:
    """The same, for the asynchronous client."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def send(self, request: Request, /) -> Response:
        """Keep the request and answer it."""
        return self._wire.send(request)

    async def close(self) -> None:
        """Nothing is open."""


class Blocking:
    """An asynchronous client that is called like the other one, and waits."""

    def __init__(self, target: object) -> None:
        self._target = target

    def __repr__(self) -> str:
        return repr(self._target)

    def __getattr__(self, name: str) -> Blocking:
        return Blocking(getattr(self._target, name))

    def __call__(self, **arguments: object) -> object:
        given = cast("Callable[..., object]", self._target)(**arguments)
        return asyncio.run(given) if asyncio.iscoroutine(given) else given


def at(body: bytes, place: str) -> object:
    """What a body of JSON says at a dotted path, `None` where it says nothing."""
    found: object = json.loads(body or b"{}")
    for name in place.split("."):
        found = cast("dict[str, object]", found or {}).get(name)
    return found
