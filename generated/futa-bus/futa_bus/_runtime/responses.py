"""What a call gives besides its value."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Generic, TypeVar, cast

import msgspec

from .arguments import Arguments
from .deviations import Deviation
from .errors import Attempt
from .transport import Headers, Response

__all__ = ["ApiResponse", "DescribedResponse", "headed"]

H = TypeVar("H", bound=Headers)
Kind = TypeVar("Kind")
T = TypeVar("T")


class ApiResponse(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """A value with the response that it was read from."""

    value: T
    response: Response
    """The raw response: `response.body` holds the bytes, an envelope included."""
    drift: tuple[Deviation, ...] = ()
    """Where the body departs from the document, without harm to the value."""
    attempts: tuple[Attempt, ...] = ()
    idempotency_key: str | None = None
    """The key that was sent, where the operation takes one."""
    url: str = ""
    """What was asked, without credentials."""
    arguments: Arguments = Arguments()
    """What the call was given, where the answer leads to other calls that need it."""

    def __repr__(self) -> str:
        return f"<ApiResponse {self.status}, {type(self.value).__name__}>"

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self.response.headers

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the response departs from the document, without harm to the value."""
        return self.drift

    def header(self, name: str, kind: type[Kind]) -> Kind | None:
        """The value of a field as a number, a date or any other simple type.

        `None` where it is absent or no such value.
        """
        text = self.headers.get(name)
        if text is None:
            return None
        with suppress(msgspec.ValidationError):
            return msgspec.convert(text, kind, strict=False)
        if issubclass(kind, datetime):
            with suppress(ValueError):
                return cast("Kind", parsedate_to_datetime(text))
        return None

    @property
    def request_id(self) -> str | None:
        """What the service calls this request."""
        return self.response.request_id

    @property
    def deprecation(self) -> str | None:
        """When the service deprecated this, as it says it (RFC 9745)."""
        return self.headers.get("deprecation")

    @property
    def sunset(self) -> str | None:
        """When the service will stop to offer this, as it says it (RFC 8594)."""
        return self.headers.get("sunset")

    @property
    def elapsed(self) -> float:
        """Seconds that the last attempt took."""
        return self.response.elapsed


class DescribedResponse(ApiResponse[T], Generic[T, H], frozen=True, kw_only=True):
    """A response whose document says what some of its header fields are."""

    described: type[H]

    @property
    def headers(self) -> H:
        """The header fields; those of the document are attributes."""
        return self.described(self.response.headers.pairs)

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where body and header fields depart from the document."""
        return (*self.drift, *self.headers.deviations)


def headed(answer: ApiResponse[T], kind: type[Headers] | None) -> ApiResponse[T]:
    """A response with the types that its header fields have, if they have any."""
    if kind is None:
        return answer
    return DescribedResponse(
        value=answer.value,
        response=answer.response,
        drift=answer.drift,
        attempts=answer.attempts,
        idempotency_key=answer.idempotency_key,
        url=answer.url,
        arguments=answer.arguments,
        described=kind,
    )
