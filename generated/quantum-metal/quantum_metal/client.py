# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The client, `QuantumMetal`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ._runtime.client import Client
from ._runtime.middleware import Middleware
from ._runtime.options import Timeout
from ._runtime.security import ApiKey, Credential, Scheme, Signature
from ._runtime.servers import Server
from ._runtime.settings import OnDeviation
from ._runtime.transport import Transport

if TYPE_CHECKING:
    from .resources.customers import Customers, CustomersWithResponse

__all__ = [
    "KEYWORDS",
    "QuantumMetal",
    "SCHEMES",
    "SERVERS",
]

SCHEMES: Mapping[str, Scheme] = {
    "key": ApiKey("header", "Key"),
    "sign": Signature(
        "header", "Sign", algorithm="md5", over=("body", "secret"), encoding="hex"
    ),
}
"""What opens the service, by the document's name for it."""
KEYWORDS: Mapping[str, tuple[str, str]] = {
    "key": ("key", "QUANTUM_METAL_KEY"),
    "sign": ("secret", "QUANTUM_METAL_SECRET"),
}
"""The argument that gives each credential, and the environment variable instead."""
SERVERS: Mapping[str, Server] = {
    "default": Server("https://{host}", variables={"host": None}),
}
"""Where the API is served."""


class QuantumMetal(Client):
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
        transport: Transport | None = None,
        middleware: Sequence[Middleware] = (),
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
    def with_response(self) -> QuantumMetalWithResponse:
        """The same calls, each with its whole response."""
        return QuantumMetalWithResponse(self)

    @property
    def customers(self) -> Customers:
        """Customer Reference: registration, verification and binding."""
        from .resources.customers import Customers

        return self._resource(Customers)


class QuantumMetalWithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: QuantumMetal) -> None:
        self._client = client

    @property
    def customers(self) -> CustomersWithResponse:
        """Customer Reference: registration, verification and binding."""
        from .resources.customers import (
            Customers,
            CustomersWithResponse,
        )

        resource = Customers(self._client, "response")
        return CustomersWithResponse(resource)
