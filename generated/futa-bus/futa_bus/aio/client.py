# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The asynchronous client, `AsyncFutaBus`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.aio import AsyncClient
from .._runtime.middleware import AsyncMiddleware
from .._runtime.options import Timeout
from .._runtime.settings import OnDeviation
from .._runtime.transport import AsyncTransport
from ..client import KEYWORDS, SCHEMES, SERVERS

if TYPE_CHECKING:
    from .users import AsyncUsers, AsyncUsersWithResponse

__all__ = [
    "AsyncFutaBus",
]


class AsyncFutaBus(AsyncClient):
    """One operation of FUTA Bus's ServiceStack service, `CreateUser`, written from
    the page that the service generates about itself.

    Args:
        base_url: Call this address, whatever the document says. Without it,
            $FUTA_BUS_BASE_URL is read.
        timeout: Seconds for a whole call, or a limit for each phase.
        max_retries: How often a call that is safe to repeat is repeated.
        strict: Raise on everything that the document does not allow.
        transport: What carries requests, instead of HTTP.
        middleware: What stands around every attempt, the outermost first.
        on_deviation: Told of each place where a response departs from the document.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: Timeout | float | None = 60.0,
        max_retries: int = 2,
        strict: bool = False,
        transport: AsyncTransport | None = None,
        middleware: Sequence[AsyncMiddleware] = (),
        on_deviation: OnDeviation | None = None,
    ) -> None:
        super().__init__(
            schemes=SCHEMES,
            keywords=KEYWORDS,
            credentials={},
            servers=SERVERS,
            environment="production",
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
            transport=transport,
            middleware=middleware,
            on_deviation=on_deviation,
        )

    @property
    def with_response(self) -> AsyncFutaBusWithResponse:
        """The same calls, each with its whole response."""
        return AsyncFutaBusWithResponse(self)

    @property
    def users(self) -> AsyncUsers:
        """Users of the booking service."""
        from .users import AsyncUsers

        return self._resource(AsyncUsers)


class AsyncFutaBusWithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AsyncFutaBus) -> None:
        self._client = client

    @property
    def users(self) -> AsyncUsersWithResponse:
        """Users of the booking service."""
        from .users import (
            AsyncUsers,
            AsyncUsersWithResponse,
        )

        resource = AsyncUsers(self._client, "response")
        return AsyncUsersWithResponse(resource)
