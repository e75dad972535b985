# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The asynchronous client, `AsyncAhamoveV1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from .._runtime.aio import AsyncClient
from .._runtime.middleware import AsyncMiddleware
from .._runtime.options import Timeout
from .._runtime.security import Credential
from .._runtime.settings import OnDeviation
from .._runtime.transport import AsyncTransport
from ..client import KEYWORDS, SCHEMES, SERVERS

if TYPE_CHECKING:
    from .accounts import AsyncAccounts, AsyncAccountsWithResponse

__all__ = [
    "AsyncAhamoveV1",
]


class AsyncAhamoveV1(AsyncClient):
    """Registers a delivery account for a partner's application and returns its
    token.

    Args:
        api_key: Key of the application, received after an e-mail to the developer
            portal. Without it, $AHAMOVE_V1_API_KEY is read.
        environment: Which of the document's servers to call.
        base_url: Call this address, whatever the document says. Without it,
            $AHAMOVE_V1_BASE_URL is read.
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
        api_key: Credential | None = None,
        environment: Literal["staging", "production"] = "staging",
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
            credentials={
                "apiKey": api_key,
            },
            servers=SERVERS,
            environment=environment,
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
    def with_response(self) -> AsyncAhamoveV1WithResponse:
        """The same calls, each with its whole response."""
        return AsyncAhamoveV1WithResponse(self)

    @property
    def accounts(self) -> AsyncAccounts:
        """Accounts of the partner's customers."""
        from .accounts import AsyncAccounts

        return self._resource(AsyncAccounts)


class AsyncAhamoveV1WithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AsyncAhamoveV1) -> None:
        self._client = client

    @property
    def accounts(self) -> AsyncAccountsWithResponse:
        """Accounts of the partner's customers."""
        from .accounts import (
            AsyncAccounts,
            AsyncAccountsWithResponse,
        )

        resource = AsyncAccounts(self._client, "response")
        return AsyncAccountsWithResponse(resource)
