# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The asynchronous client, `AsyncFutaBus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.aio import AsyncClient
from .._runtime.options import Timeout
from .._runtime.transport import AsyncTransport
from ..client import KEYWORDS, SCHEMES, SERVERS

if TYPE_CHECKING:
    from .users import AsyncUsers

__all__ = [
    "AsyncFutaBus",
]


class AsyncFutaBus(AsyncClient):
    """One operation of FUTA Bus's ServiceStack service, `CreateUser`, written from
    the page that the service generates about itself.

    Args:
        base_url: Call this address, whatever the document says.
        timeout: Seconds for a whole call, or a limit for each phase.
        max_retries: How often a call that is safe to repeat is repeated.
        strict: Raise on everything that the document does not allow.
        transport: What carries requests, instead of HTTP.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        timeout: Timeout | float | None = 60.0,
        max_retries: int = 2,
        strict: bool = False,
        transport: AsyncTransport | None = None,
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
        )

    @property
    def users(self) -> AsyncUsers:
        """Users of the booking service."""
        from .users import AsyncUsers

        return self._resource(AsyncUsers)
