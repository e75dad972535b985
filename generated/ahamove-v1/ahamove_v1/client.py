# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The client, `AhamoveV1`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from ._runtime.client import Client
from ._runtime.middleware import Middleware
from ._runtime.options import Timeout
from ._runtime.security import ApiKey, Credential, Scheme
from ._runtime.servers import Server
from ._runtime.settings import OnDeviation
from ._runtime.transport import Transport

if TYPE_CHECKING:
    from .resources.accounts import Accounts, AccountsWithResponse

__all__ = [
    "AhamoveV1",
    "KEYWORDS",
    "SCHEMES",
    "SERVERS",
]

SCHEMES: Mapping[str, Scheme] = {
    "apiKey": ApiKey("query", "api_key"),
}
"""What opens the service, by the document's name for it."""
KEYWORDS: Mapping[str, tuple[str, str]] = {
    "apiKey": ("api_key", "AHAMOVE_V1_API_KEY"),
}
"""The argument that gives each credential, and the environment variable instead."""
SERVERS: Mapping[str, Server] = {
    "staging": Server("https://apistg.ahamove.com"),
    "production": Server("https://api.ahamove.com"),
}
"""Where the API is served."""


class AhamoveV1(Client):
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
        transport: Transport | None = None,
        middleware: Sequence[Middleware] = (),
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
    def with_response(self) -> AhamoveV1WithResponse:
        """The same calls, each with its whole response."""
        return AhamoveV1WithResponse(self)

    @property
    def accounts(self) -> Accounts:
        """Accounts of the partner's customers."""
        from .resources.accounts import Accounts

        return self._resource(Accounts)


class AhamoveV1WithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AhamoveV1) -> None:
        self._client = client

    @property
    def accounts(self) -> AccountsWithResponse:
        """Accounts of the partner's customers."""
        from .resources.accounts import (
            Accounts,
            AccountsWithResponse,
        )

        resource = Accounts(self._client, "response")
        return AccountsWithResponse(resource)
