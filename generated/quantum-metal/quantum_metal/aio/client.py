# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The asynchronous client, `AsyncQuantumMetal`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.aio import AsyncClient
from .._runtime.middleware import AsyncMiddleware
from .._runtime.options import Timeout
from .._runtime.security import Credential
from .._runtime.settings import OnDeviation
from .._runtime.transport import AsyncTransport
from ..client import KEYWORDS, SCHEMES, SERVERS

if TYPE_CHECKING:
    from .customers import AsyncCustomers, AsyncCustomersWithResponse

__all__ = [
    "AsyncQuantumMetal",
]


class AsyncQuantumMetal(AsyncClient):
    """Registers customers, verifies and binds them.

    Args:
        key: The API key. Without it, $QUANTUM_METAL_KEY is read.
        secret: The secret key, which signs every request: the signature is the
            lower-case hexadecimal MD5 over the exact bytes of the body, followed by the
            secret key. Without it, $QUANTUM_METAL_SECRET is read.
        host: The gateway's host, which your Account Manager names.
        base_url: Call this address, whatever the document says. Without it,
            $QUANTUM_METAL_BASE_URL is read.
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
        key: Credential | None = None,
        secret: Credential | None = None,
        host: str | None = None,
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
                "key": key,
                "sign": secret,
            },
            servers=SERVERS,
            environment="default",
            variables={
                "host": host,
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            strict=strict,
            transport=transport,
            middleware=middleware,
            on_deviation=on_deviation,
        )

    @property
    def with_response(self) -> AsyncQuantumMetalWithResponse:
        """The same calls, each with its whole response."""
        return AsyncQuantumMetalWithResponse(self)

    @property
    def customers(self) -> AsyncCustomers:
        """Customer Reference: registration, verification and binding."""
        from .customers import AsyncCustomers

        return self._resource(AsyncCustomers)


class AsyncQuantumMetalWithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: AsyncQuantumMetal) -> None:
        self._client = client

    @property
    def customers(self) -> AsyncCustomersWithResponse:
        """Customer Reference: registration, verification and binding."""
        from .customers import (
            AsyncCustomers,
            AsyncCustomersWithResponse,
        )

        resource = AsyncCustomers(self._client, "response")
        return AsyncCustomersWithResponse(resource)
