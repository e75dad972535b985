"""The asynchronous client, for asyncio and trio, and the resources that it gives."""

from __future__ import annotations

import warnings
from collections.abc import (
    Awaitable,
    Callable,
    Coroutine,
    Mapping,
    Sequence,
)
from time import monotonic
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    ParamSpec,
    Self,
    TypeVar,
    Unpack,
    cast,
)

from anyio import sleep

from .arguments import Arguments, Parts
from .client import Gives
from .errors import ApiError, RequestError, TransportError
from .middleware import AsyncMiddleware, AsyncSend, around, surrounded
from .models import UNSET, UnsetType
from .operations import Operation
from .options import Options, Timeout
from .security import Credential, Keywords, Scheme, Secret, Signer, Source, known
from .servers import Server
from .settings import (
    OnDeviation,
    Settings,
    overridden,
    stated_base_url,
    timeout_of,
)
from .transport import (
    AsyncTransport,
    Headers,
    Response,
)

if TYPE_CHECKING:
    from .calls import Call
    from .responses import ApiResponse, DescribedResponse

__all__ = ["AsyncClient", "AsyncResource", "described", "detailed"]

P = ParamSpec("P")
T = TypeVar("T")
H = TypeVar("H", bound=Headers)
ResourceT = TypeVar("ResourceT", bound="AsyncResource")


class AsyncLine:
    """The connections that clients share. They are opened at the first call."""

    def __init__(self, given: AsyncTransport | None) -> None:
        self.given = given
        self.own: AsyncTransport | None = None

    def transport(self) -> AsyncTransport:
        """What carries requests."""
        if self.given is not None:
            return self.given
        if self.own is None:
            from .asynchttp import AsyncHttpTransport

            self.own = AsyncHttpTransport()
        return self.own

    async def close(self) -> None:
        """Close what was opened here; a transport of the caller's is the caller's."""
        own, self.own = self.own, None
        if own is not None:
            await own.close()

    def __del__(self) -> None:
        if self.own is not None:
            text = "a client was not closed: use `async with` or `await close()`"
            warnings.warn(text, ResourceWarning, source=self, stacklevel=2)


class AsyncResource:
    """Operations of one tag."""

    __slots__ = ("_client", "_gives")

    def __init__(self, client: AsyncClient, gives: Gives = "value") -> None:
        self._client = client
        self._gives = gives

    async def _call(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        call = self._client.call(operation, Arguments(**parts), options)
        # What else a call gives is asked for through a view, which changes the type.
        response = await self._client.perform(call)
        return response.value if self._gives == "value" else cast("T", response)


def detailed(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Coroutine[object, None, ApiResponse[T]]]:
    """A method of a resource that was made `whole`, with the type of what it gives."""
    return cast("Callable[P, Coroutine[object, None, ApiResponse[T]]]", method)


def described(
    method: Callable[P, Awaitable[T]], headers: type[H]
) -> Callable[P, Coroutine[object, None, DescribedResponse[T, H]]]:
    """As `detailed`, for an operation whose header fields have types."""
    return cast("Callable[P, Coroutine[object, None, DescribedResponse[T, H]]]", method)


class AsyncClient:
    """What calls share. A client may be used by any number of tasks at once."""

    def __init__(
        self,
        *,
        schemes: Mapping[str, Scheme],
        keywords: Keywords,
        credentials: Mapping[str, Credential | None],
        servers: Mapping[str, Server],
        environment: str | None,
        variables: Mapping[str, str | None],
        base_url: str | None,
        timeout: Timeout | float | None,
        max_retries: int,
        strict: bool,
        transport: AsyncTransport | None,
        middleware: Sequence[AsyncMiddleware] = (),
        on_deviation: OnDeviation | None = None,
    ) -> None:
        self._settings = Settings(
            schemes=schemes,
            keywords=keywords,
            credentials=known(credentials, keywords),
            servers=servers,
            environment=environment,
            variables=variables,
            base_url=base_url or stated_base_url(),
            timeout=timeout_of(timeout),
            max_retries=max_retries,
            strict=strict,
            on_deviation=on_deviation,
        )
        self._line = AsyncLine(transport)
        self._middleware = tuple(middleware)
        self._resources: dict[object, AsyncResource] = {}

    def __repr__(self) -> str:
        """Nothing of what it was made with: any of it may be a secret."""
        return f"<{type(self).__name__}>"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give up the connections. A transport that was passed in stays open."""
        await self._line.close()

    def with_options(
        self,
        *,
        timeout: Timeout | float | UnsetType | None = UNSET,
        max_retries: int | UnsetType = UNSET,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        base_url: str | None = None,
        environment: str | None = None,
        strict: bool | UnsetType = UNSET,
    ) -> Self:
        """A client with other defaults, on the same connections."""
        options = Options(
            timeout=timeout,
            max_retries=max_retries,
            headers=headers or {},
            query=query or {},
            base_url=base_url,
            environment=environment,
            strict=strict,
        )
        other = object.__new__(type(self))
        other.__dict__ |= self.__dict__
        other._settings = overridden(self._settings, options)
        other._resources = {}
        return other

    def _resource(self, kind: type[ResourceT]) -> ResourceT:
        """The resource of a class, made once."""
        found = self._resources.get(kind)
        if found is None:
            found = self._resources.setdefault(kind, kind(self))
        return cast("ResourceT", found)

    def call(
        self, operation: Operation[T], arguments: Arguments, options: Options | None
    ) -> Call[T]:
        """Put a call together; nothing is sent yet.

        Raises:
            RequestError: An argument cannot be sent as the document says.
        """
        from .calls import Call, going

        for each in going(operation, arguments):
            warnings.warn(f"{each} is deprecated", DeprecationWarning, stacklevel=4)
        return Call(operation, overridden(self._settings, options), arguments)

    async def perform(self, call: Call[T]) -> ApiResponse[T]:
        """Make a call, as often as it takes.

        Raises:
            ApiError: It failed; `errors` says how.
        """
        with surrounded(self._middleware, call.operation.name):
            return call.finish(await self.answer(call, self.transport.send))

    @property
    def transport(self) -> AsyncTransport:
        """What carries requests."""
        return self._line.transport()

    async def answer(self, call: Call[T], send: AsyncSend) -> Response:
        """The response of the last attempt, whatever it says."""
        send = around(self._middleware, send)
        while True:
            secrets = [
                await _secret(call, each, self.transport.send) for each in call.wanted
            ]
            request = call.request(secrets)
            began = monotonic()
            try:
                response = await send(request)
            except RequestError as error:
                raise call.explain(error) from None
            except TransportError as error:
                wait: float | None = call.failed(error, monotonic() - began)
            else:
                wait = call.received(response)
                if wait is None:
                    return response
            if wait:
                await sleep(wait)


async def _secret(
    call: Call[T], pair: tuple[Scheme, Credential], send: AsyncSend
) -> Secret | Signer:
    """What a credential is right now."""
    scheme, credential = pair
    try:
        if isinstance(credential, Source):
            return await credential.fetch(scheme, send)
        if not callable(credential):
            return credential
        found = credential()
        return await found if isinstance(found, Awaitable) else found
    except ApiError as error:
        raise call.explain(error) from None
