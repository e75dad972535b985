"""The synchronous client, and the resources that it gives."""

from __future__ import annotations

import warnings
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from threading import Lock
from time import monotonic, sleep
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Literal,
    ParamSpec,
    Self,
    TypeAlias,
    TypeVar,
    Unpack,
    cast,
)

from .arguments import Arguments, Parts
from .errors import ApiError, ConfigurationError, RequestError, TransportError
from .middleware import Middleware, Send, around, surrounded
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
from .transport import Headers, Response, Transport

if TYPE_CHECKING:
    from .calls import Call
    from .responses import ApiResponse, DescribedResponse

__all__ = ["Client", "Resource", "described", "detailed"]

P = ParamSpec("P")
T = TypeVar("T")
H = TypeVar("H", bound=Headers)
ResourceT = TypeVar("ResourceT", bound="Resource")

Gives: TypeAlias = Literal["value", "response", "stream"]
"""What calls of a resource give."""


class Line:
    """The connections that clients share. They are opened at the first call."""

    def __init__(self, given: Transport | None) -> None:
        self.given = given
        self.own: Transport | None = None
        self.lock = Lock()

    def transport(self) -> Transport:
        """What carries requests."""
        found = self.given or self.own
        return self.opened() if found is None else found

    def opened(self) -> Transport:
        """The transport of all threads that call first."""
        from .http import HttpTransport

        with self.lock:
            if self.own is None:
                self.own = HttpTransport()
            return self.own

    def close(self) -> None:
        """Close what was opened here; a transport of the caller's is the caller's."""
        own, self.own = self.own, None
        if own is not None:
            own.close()

    def __del__(self) -> None:
        if self.own is not None:
            text = "a client was not closed: use `with` or `close()`"
            warnings.warn(text, ResourceWarning, source=self, stacklevel=2)
            self.close()


class Resource:
    """Operations of one tag."""

    __slots__ = ("_client", "_gives")

    def __init__(self, client: Client, gives: Gives = "value") -> None:
        self._client = client
        self._gives = gives

    def _call(
        self,
        operation: Operation[T],
        *,
        options: Options | None = None,
        **parts: Unpack[Parts],
    ) -> T:
        call = self._client.call(operation, Arguments(**parts), options)
        # What else a call gives is asked for through a view, which changes the type.
        response = self._client.perform(call)
        return response.value if self._gives == "value" else cast("T", response)


def detailed(
    method: Callable[P, T],
) -> Callable[P, ApiResponse[T]]:
    """A method of a resource that was made `whole`, with the type of what it gives."""
    return cast("Callable[P, ApiResponse[T]]", method)


def described(
    method: Callable[P, T], headers: type[H]
) -> Callable[P, DescribedResponse[T, H]]:
    """As `detailed`, for an operation whose header fields have types."""
    return cast("Callable[P, DescribedResponse[T, H]]", method)


class Client:
    """What calls share. A client may be used by any number of threads at once."""

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
        transport: Transport | None,
        middleware: Sequence[Middleware] = (),
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
        self._line = Line(transport)
        self._middleware = tuple(middleware)
        self._resources: dict[object, Resource] = {}

    def __repr__(self) -> str:
        """Nothing of what it was made with: any of it may be a secret."""
        return f"<{type(self).__name__}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up the connections. A transport that was passed in stays open."""
        self._line.close()

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

    def perform(self, call: Call[T]) -> ApiResponse[T]:
        """Make a call, as often as it takes.

        Raises:
            ApiError: It failed; `errors` says how.
        """
        with surrounded(self._middleware, call.operation.name):
            return call.finish(self.answer(call, self.transport.send))

    @property
    def transport(self) -> Transport:
        """What carries requests."""
        return self._line.transport()

    def answer(self, call: Call[T], send: Send) -> Response:
        """The response of the last attempt, whatever it says."""
        send = around(self._middleware, send)
        while True:
            secrets = [_secret(call, each, self.transport.send) for each in call.wanted]
            request = call.request(secrets)
            began = monotonic()
            try:
                response = send(request)
            except RequestError as error:
                raise call.explain(error) from None
            except TransportError as error:
                wait: float | None = call.failed(error, monotonic() - began)
            else:
                wait = call.received(response)
                if wait is None:
                    return response
            if wait:
                sleep(wait)


def _secret(
    call: Call[T], pair: tuple[Scheme, Credential], send: Send
) -> Secret | Signer:
    """What a credential is right now."""
    scheme, credential = pair
    try:
        if isinstance(credential, Source):
            return credential.secret(scheme, send)
        if not callable(credential):
            return credential
        found = credential()
    except ApiError as error:
        raise call.explain(error) from None
    if isinstance(found, Awaitable):
        if isinstance(found, Coroutine):
            found.close()
        refused = ConfigurationError(
            "an asynchronous credential needs the async client"
        )
        raise call.explain(refused)
    return found
