# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The asynchronous client, `AsyncAhamoveV1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime.aio import AsyncClient
from .._runtime.options import Timeout
from .._runtime.security import Credential
from .._runtime.transport import AsyncTransport
from ..client import KEYWORDS, SCHEMES, SERVERS

if TYPE_CHECKING:
    from .accounts import AsyncAccounts

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
        base_url: Call this address, whatever the document says.
        timeout: Seconds for a whole call, or a limit for each phase.
        max_retries: How often a call that is safe to repeat is repeated.
        strict: Raise on everything that the document does not allow.
        transport: What carries requests, instead of HTTP.
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
        )

    @property
    def accounts(self) -> AsyncAccounts:
        """Accounts of the partner's customers."""
        from .accounts import AsyncAccounts

        return self._resource(AsyncAccounts)
