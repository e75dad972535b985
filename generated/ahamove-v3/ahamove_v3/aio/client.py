# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The asynchronous client, `AsyncAhamoveV3`."""

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
    from .children import AsyncChildren, AsyncChildrenWithResponse

__all__ = [
    "AsyncAhamoveV3",
]


class AsyncAhamoveV3(AsyncClient):
    """Registers accounts, issues their tokens, and links child accounts to a parent
    account.

    Args:
        token: Token of the parent account: `accounts.register` and
            `accounts.authenticate` return one. Without it, $AHAMOVE_V3_TOKEN is read.
        environment: Which of the document's servers to call.
        base_url: Call this address, whatever the document says. Without it,
            $AHAMOVE_V3_BASE_URL is read.
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
        token: Credential | None = None,
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
                "parentToken": token,
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
    def with_response(self) -> AsyncAhamoveV3WithResponse:
        """The same calls, each with its whole response."""
        return AsyncAhamoveV3WithResponse(self)

    @property
    def accounts(self) -> AsyncAccounts:
        """Accounts and their tokens."""
        from .accounts import AsyncAccounts

        return self._resource(AsyncAccounts)

    @property
    def children(self) -> AsyncChildren:
        """Child accounts of a parent account."""
        from .children import AsyncChildren

        return self._resource(AsyncChildren)


class AsyncAhamoveV3WithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AsyncAhamoveV3) -> None:
        self._client = client

    @property
    def accounts(self) -> AsyncAccountsWithResponse:
        """Accounts and their tokens."""
        from .accounts import (
            AsyncAccounts,
            AsyncAccountsWithResponse,
        )

        resource = AsyncAccounts(self._client, "response")
        return AsyncAccountsWithResponse(resource)

    @property
    def children(self) -> AsyncChildrenWithResponse:
        """Child accounts of a parent account."""
        from .children import (
            AsyncChildren,
            AsyncChildrenWithResponse,
        )

        resource = AsyncChildren(self._client, "response")
        return AsyncChildrenWithResponse(resource)
