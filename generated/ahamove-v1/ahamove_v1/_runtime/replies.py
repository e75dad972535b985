"""What a service says to a test's requests: values in envelopes, failures with codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from . import codec
from .codec import encode, plain
from .errors import ApiStatusError, TransportError
from .flows import Flow
from .models import JsonValue
from .operations import Answer, Failure, Operation, Outcome
from .transport import Response

__all__ = ["Reply", "failing", "refused", "wrapped"]


class Reply(msgspec.Struct, frozen=True, eq=False):
    """What is said to a request: a response, or an error of the transport."""

    response: Response | None = None
    error: TransportError | None = None
    flow: Flow | None = None
    """How the body comes, where it does not come at once."""

    def head(self) -> Response:
        """The response; its body comes as `body` says.

        Raises:
            TransportError: There is none.
        """
        if self.error is not None:
            raise self.error
        assert self.response is not None
        return self.response

    def body(self) -> Flow:
        """How the body comes."""
        return self.flow or Flow((self.head().body,))


def failing(
    operation: Operation[object], error: type[ApiStatusError]
) -> Iterator[tuple[Outcome, str]]:
    """Where a failure is documented, and its code: an error's own place comes first."""
    outcomes: Iterable[Answer | Failure] = (*operation.failures, *operation.answers)
    for outcome in outcomes:
        for code, kind in outcome.codes.items():
            if kind is error:
                yield outcome, code
    for outcome in operation.failures:
        if outcome.error is error:
            yield outcome, ""
    for outcome in operation.answers:
        if outcome.envelope is not None and not outcome.codes:
            yield outcome, ""


def wrapped(answer: Answer, value: object) -> bytes:
    """A value as a body: inside of its envelope, if it has one."""
    envelope = answer.envelope
    if isinstance(value, bytes):
        return value
    if isinstance(value, str) and not structured(answer.media_type):
        return value.encode()
    if envelope is None or not envelope.data:
        return encode(value, answer.media_type, answer.type)
    whole: dict[str, JsonValue] = {}
    put(whole, envelope.ok, envelope.equals)
    put(whole, envelope.data, plain(value, answer.type))
    return encode(whole, answer.media_type)


def structured(media_type: str) -> bool:
    """Whether texts have a form of their own in this media type."""
    essence, _ = codec.parts(media_type)
    return codec.structured(essence) or essence in codec.FORMATS


def refused(outcome: Outcome, code: str, body: object, message: str) -> bytes:
    """The body of a failure, with the code and the message where they belong."""
    if isinstance(body, bytes):
        return body
    envelope = outcome.envelope
    path = outcome.code or (envelope.ok if envelope is not None else ())
    whole = plain(body)
    if whole is None and (path or envelope is not None):
        whole = {}
    if isinstance(whole, dict):
        typed = envelope is not None and isinstance(envelope.equals, int)
        if path and code:
            put(
                whole, path, int(code) if typed and code.lstrip("-").isdigit() else code
            )
        elif envelope is not None and path and path[-1] not in whole:
            put(whole, path, other(envelope.equals))
        if envelope is not None and message:
            put(whole, envelope.message, message)
    return (
        b""
        if whole is None
        else encode(whole, outcome.media_type or "application/json")
    )


def other(value: bool | int | float | str | None) -> JsonValue:
    """A value of the same kind that is not this one."""
    if isinstance(value, bool):
        return not value
    return f"not {value}" if value is None or isinstance(value, str) else value + 1


def put(whole: dict[str, JsonValue], path: tuple[str, ...], value: JsonValue) -> None:
    """Write a value at a path of names."""
    for name in path[:-1]:
        inner = whole.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        whole = inner
    whole[path[-1]] = value
