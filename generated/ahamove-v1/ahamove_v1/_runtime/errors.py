"""Everything that a call can raise. No message holds a credential.

ApiError
    RequestError              an argument that cannot be sent; nothing was sent
        ConfigurationError    the client lacks a server or an option
        MissingCredentialError
    SignatureError            a webhook of somebody else
    TokenError                the token endpoint refused; nothing else was sent
    TransportError            no response
        TimeoutError
    OutcomeUnknownError       no settling response, and the service may have acted
    ApiStatusError            a response that means failure
        EnvelopeError         a failure inside a success
    DecodeError               a success that is not what the document says
    WaitError                 a state that was waited for and did not come
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import msgspec

if TYPE_CHECKING:
    from .deviations import Deviation
    from .transport import Request, Response

__all__ = [
    "ApiError",
    "ApiStatusError",
    "Attempt",
    "ConfigurationError",
    "DecodeError",
    "EnvelopeError",
    "MissingCredentialError",
    "OutcomeUnknownError",
    "RequestError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TransportError",
    "WaitError",
]


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt of a call: what came back, and how long it took."""

    status: int | None = None
    error: str = ""
    elapsed: float = 0.0


class ApiError(Exception):
    """Any failure of a call. Errors can be pickled, with what they carry."""

    operation: str = ""
    """What was called, for example `customers.register`."""
    request: Request | None = None
    """What was sent, without credentials and without its body."""
    attempts: tuple[Attempt, ...] = ()
    idempotency_key: str | None = None
    """The key that was sent, where the operation takes one; it may be used again."""
    _response: Response | None = None

    def answered(self, response: Response) -> Self:
        """The error with the response that it is about."""
        self._response = response
        return self

    def __init__(self, message: str = "") -> None:
        # All else is set as attributes, which is what pickle restores.
        super().__init__(message)

    def __str__(self) -> str:
        message = super().__str__()
        return f"{self.operation}: {message}" if self.operation else message

    @property
    def response(self) -> Response | None:
        """The raw response, if there was one."""
        return self._response


class RequestError(ApiError):
    """An argument that cannot be sent as the document says. Nothing was sent."""


class ConfigurationError(RequestError):
    """The client cannot make the call: a server or an option is missing or wrong."""


class MissingCredentialError(RequestError):
    """The operation needs a credential that the client was not given."""


class TokenError(ApiError):
    """The token endpoint gave no access token (RFC 6749 section 5.2)."""

    code: str = ""
    """What it says, for example `invalid_client`."""


class SignatureError(ApiError):
    """A webhook that nobody who knows the secret has sent, or not lately."""


class TransportError(ApiError):
    """There is no response: no connection, or one that broke."""

    sent: bool = True
    """Whether bytes may have reached the service."""
    passing: bool = True
    """Whether another attempt may end otherwise."""

    def __init__(
        self, message: str = "", *, sent: bool = True, passing: bool = True
    ) -> None:
        super().__init__(message)
        self.sent = sent
        self.passing = passing


class TimeoutError(TransportError):
    """Time ran out in `phase`: `connect`, `read`, `write`, `pool` or `total`."""

    phase: str = "total"

    def __init__(
        self, message: str = "", *, phase: str = "total", sent: bool = True
    ) -> None:
        super().__init__(message, sent=sent)
        self.phase = phase


class OutcomeUnknownError(ApiError):
    """There is no answer that settles it, and the service may have acted.

    `__cause__` says why. Ask the service what happened before calling again; calling
    again with the same `idempotency_key` is safe.
    """

    reconcile: str = ""
    """The operation that tells what became of the call, if the document names one."""


class _ResponseError(ApiError):
    @property
    def response(self) -> Response:
        """The raw response."""
        if self._response is None:
            raise AttributeError("this error was made without a response")
        return self._response


class ApiStatusError(_ResponseError):
    """A response that means failure, by its status or by a code in its body."""

    # `Any` lets a subclass say which model it is: a mutable attribute is invariant.
    body: Any = None
    """The parsed body, or `None` where it could not be read as documented."""
    code: str | int | float | None = None
    """The error code inside the body, if the document says where it stands."""
    message: str = ""
    """What the service says about it, if the document says where."""
    detail: Any = None
    """Further members that the document names, as plain JSON."""

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status

    @property
    def reason(self) -> str:
        """The reason phrase."""
        return self.response.reason


class EnvelopeError(ApiStatusError):
    """The status says success, the envelope in the body says failure."""


class DecodeError(_ResponseError):
    """The response is not what the document says. It stays reachable as `response`."""

    deviations: tuple[Deviation, ...] = ()
    source: str = ""
    """Where the document has its description from (`x-source`), if it says so."""


class WaitError(_ResponseError):
    """A state that was waited for did not come: not in time, or it cannot come any more."""

    state: object = None
    """What the service said last."""
    value: Any = None
    """The last answer."""

    def __init__(self, message: str = "", *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing
        """Whether it may still come."""
