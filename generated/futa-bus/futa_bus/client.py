# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client, `FutaBus`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ._runtime import codec, jsv
from ._runtime.client import Client
from ._runtime.middleware import Middleware
from ._runtime.options import Timeout
from ._runtime.security import Scheme
from ._runtime.servers import Server
from ._runtime.settings import OnDeviation
from ._runtime.transport import Transport

if TYPE_CHECKING:
    from .resources.users import Users, UsersWithResponse

__all__ = [
    "FutaBus",
    "KEYWORDS",
    "SCHEMES",
    "SERVERS",
]

codec.FORMATS.update(jsv.FORMATS)

SCHEMES: Mapping[str, Scheme] = {}
"""What opens the service, by the document's name for it."""
KEYWORDS: Mapping[str, tuple[str, str]] = {}
"""The argument that gives each credential, and the environment variable instead."""
SERVERS: Mapping[str, Server] = {
    "production": Server("https://api2.futabus.vn"),
}
"""Where the API is served."""


class FutaBus(Client):
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
        transport: Transport | None = None,
        middleware: Sequence[Middleware] = (),
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
    def with_response(self) -> FutaBusWithResponse:
        """The same calls, each with its whole response."""
        return FutaBusWithResponse(self)

    @property
    def users(self) -> Users:
        """Users of the booking service."""
        from .resources.users import Users

        return self._resource(Users)


class FutaBusWithResponse:
    """The resources of a client, whose calls give whole responses."""

    def __init__(self, client: FutaBus) -> None:
        self._client = client

    @property
    def users(self) -> UsersWithResponse:
        """Users of the booking service."""
        from .resources.users import (
            Users,
            UsersWithResponse,
        )

        resource = Users(self._client, "response")
        return UsersWithResponse(resource)
