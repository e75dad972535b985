# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The client, `AhamoveV3`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from ._runtime.client import Client
from ._runtime.middleware import Middleware
from ._runtime.options import Timeout
from ._runtime.security import Bearer, Credential, Scheme
from ._runtime.servers import Server
from ._runtime.settings import OnDeviation
from ._runtime.transport import Transport

if TYPE_CHECKING:
    from .resources.accounts import Accounts, AccountsWithResponse
    from .resources.children import Children, ChildrenWithResponse

__all__ = [
    "AhamoveV3",
    "KEYWORDS",
    "SCHEMES",
    "SERVERS",
]

SCHEMES: Mapping[str, Scheme] = {
    "parentToken": Bearer(),
}
"""What opens the service, by the document's name for it."""
KEYWORDS: Mapping[str, tuple[str, str]] = {
    "parentToken": ("token", "AHAMOVE_V3_TOKEN"),
}
"""The argument that gives each credential, and the environment variable instead."""
SERVERS: Mapping[str, Server] = {
    "staging": Server("https://partner-apistg.ahamove.com"),
    "production": Server("https://partner-api.ahamove.com"),
}
"""Where the API is served."""


class AhamoveV3(Client):
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
        transport: Transport | None = None,
        middleware: Sequence[Middleware] = (),
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
    def with_response(self) -> AhamoveV3WithResponse:
        """The same calls, each with its whole response."""
        return AhamoveV3WithResponse(self)

    @property
    def accounts(self) -> Accounts:
        """Accounts and their tokens."""
        from .resources.accounts import Accounts

        return self._resource(Accounts)

    @property
    def children(self) -> Children:
        """Child accounts of a parent account."""
        from .resources.children import Children

        return self._resource(Children)


class AhamoveV3WithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AhamoveV3) -> None:
        self._client = client

    @property
    def accounts(self) -> AccountsWithResponse:
        """Accounts and their tokens."""
        from .resources.accounts import (
            Accounts,
            AccountsWithResponse,
        )

        resource = Accounts(self._client, "response")
        return AccountsWithResponse(resource)

    @property
    def children(self) -> ChildrenWithResponse:
        """Child accounts of a parent account."""
        from .resources.children import (
            Children,
            ChildrenWithResponse,
        )

        resource = Children(self._client, "response")
        return ChildrenWithResponse(resource)
