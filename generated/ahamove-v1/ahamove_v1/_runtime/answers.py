"""From a response to a value or an error, by what the document says of both."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

import msgspec

from . import codec
from .deviations import DecodeFailure, Deviation
from .envelopes import inside, same, text_at, value_at
from .errors import ApiStatusError, EnvelopeError
from .failures import undecodable
from .models import JsonValue, UnsetType
from .operations import Answer, Envelope, Operation, Outcome
from .transport import Response

__all__ = ["Reading", "fails", "failure", "reading"]

OutcomeT = TypeVar("OutcomeT", bound=Outcome)


class Reading(msgspec.Struct, frozen=True):
    """The value of a response, and where it departs from the document without harm."""

    value: object
    deviations: tuple[Deviation, ...] = ()


def reading(operation: Operation[object], response: Response) -> Reading:
    """The value of a response whose status means success.

    Raises:
        EnvelopeError: The envelope inside means failure.
        DecodeError: The body is not what the document says.
    """
    stated = of_status(operation.answers, response.status)
    doubts: tuple[Deviation, ...] = ()
    if not stated:
        stated = tuple(a for a in operation.answers if a.status.startswith("2"))
        doubts = undocumented(stated, response)
    if not stated:
        return Reading(None)
    answer, media_type, doubt = of_media_type(stated, response)
    if answer.type is None:
        return Reading(None, doubts)
    doubts = (*doubts, *doubt)
    place, data = "", response.body
    try:
        if answer.envelope is not None:
            place = "".join(f"/{name}" for name in answer.envelope.data)
            data = opened(answer, answer.envelope, response, media_type)
        value, deviations = codec.decode(data, answer.type, media_type)
    except DecodeFailure as failed:
        found = (*doubts, *below(place, failed.deviations))
        error = undecodable(found, answer.type, place=place)
        raise error.answered(response) from None
    return Reading(value, (*doubts, *below(place, deviations)))


def fails(operation: Operation[object], status: int) -> bool:
    """Whether a status means failure; one below 400 may be a documented answer."""
    if status < 200 or 300 <= status < 400:
        stated = (str(status), f"{status // 100}XX")
        return all(each.status not in stated for each in operation.answers)
    return not 200 <= status < 300


def undocumented(
    answers: Sequence[Answer], response: Response
) -> tuple[Deviation, ...]:
    """What to say of a success that the document does not know."""
    if not answers:
        return ()
    known = " or ".join(dict.fromkeys(each.status for each in answers))
    return (Deviation("", f"status {known}", f"status {response.status}"),)


def of_status(outcomes: Sequence[OutcomeT], status: int) -> tuple[OutcomeT, ...]:
    """The outcomes of a status: exact, else of its range, else the default.

    OpenAPI 3.1 section 4.8.16.
    """
    for wanted in (str(status), f"{status // 100}XX", "default"):
        found = tuple(each for each in outcomes if each.status == wanted)
        if found:
            return found
    return ()


def of_media_type(
    outcomes: Sequence[OutcomeT], response: Response
) -> tuple[OutcomeT, str, tuple[Deviation, ...]]:
    """The outcome of a media type, how its body is read, and what is strange about it.

    The most specific key counts (OpenAPI 3.1 section 4.8.14). A media type that is not
    documented is read as the first one that is.
    """
    stated = response.headers.get("content-type", "")
    essence = codec.parts(stated)[0]
    for matches in (exact, alike, ranged, unlimited):
        for each in outcomes:
            if essence and matches(codec.parts(each.media_type)[0], essence):
                return each, stated, ()
    first = outcomes[0]
    if not essence or not first.media_type:
        return first, first.media_type, ()
    return first, first.media_type, (Deviation("", first.media_type, essence),)


def exact(documented: str, essence: str) -> bool:
    """Whether the media type is the documented one."""
    return documented == essence


def alike(documented: str, essence: str) -> bool:
    """Whether both are JSON."""
    return codec.structured(documented) and codec.structured(essence)


def ranged(documented: str, essence: str) -> bool:
    """Whether the media type is in a documented range: `text/*`."""
    kind, _, rest = documented.partition("/")
    return rest == "*" and kind == essence.partition("/")[0]


def unlimited(documented: str, essence: str) -> bool:
    """Whether every media type is documented."""
    return bool(essence) and documented == "*/*"


def below(place: str, deviations: tuple[Deviation, ...]) -> tuple[Deviation, ...]:
    """Deviations of a part, told of the whole."""
    if not place:
        return deviations
    return tuple(
        Deviation(f"{place}{d.pointer}", d.expected, d.got) for d in deviations
    )


def opened(
    answer: Answer, envelope: Envelope, response: Response, media_type: str
) -> bytes:
    """The text of an envelope's data.

    Raises:
        EnvelopeError: The envelope means failure.
        DecodeFailure: It is no envelope.
    """
    body = response.body
    code = value_at(body, envelope.ok, media_type, type(envelope.equals))
    if not same(code, envelope.equals):
        error = EnvelopeError()
        raise explained(error, answer, response, media_type)
    data = inside(body, envelope.data, media_type)
    if data is not None:
        return data
    return b"" if codec.parts(media_type)[0] in codec.FORMATS else b"null"


def failure(operation: Operation[object], response: Response) -> ApiStatusError:
    """The error of a response whose status means failure."""
    stated = of_status(operation.failures, response.status)
    if not stated:
        return explained(ApiStatusError(), Outcome(str(response.status)), response, "")
    found, media_type, _ = of_media_type(stated, response)
    return explained(found.error(), found, response, media_type)


def explained(
    error: ApiStatusError, outcome: Outcome, response: Response, media_type: str
) -> ApiStatusError:
    """The error with all that its body tells: of a documented code, that code's error."""
    envelope = outcome.envelope
    path = outcome.code or (envelope.ok if envelope is not None else ())
    code = None if not path else coded(response, path, media_type, envelope)
    special = outcome.codes.get(str(code))
    if special is not None:
        error = special()
    error = error.answered(response)
    error.code = code
    error.body = contents(outcome, response, media_type)
    if envelope is not None:
        error.message = text_at(response.body, envelope.message, media_type)
        error.detail = detailed(response, envelope, media_type)
    error.args = (described(error),)
    return error


def coded(
    response: Response,
    path: tuple[str, ...],
    media_type: str,
    envelope: Envelope | None,
) -> str | int | float | None:
    """The error code at a path, `None` where there is none."""
    annotation = str if envelope is None else type(envelope.equals)
    with suppress(DecodeFailure):
        value = value_at(response.body, path, media_type, annotation)
        if isinstance(value, str | int | float):
            return value
    return None


def contents(outcome: Outcome, response: Response, media_type: str) -> object:
    """The parsed body of a failure, `None` where it can't be parsed.

    What an answer's type describes is only the data, so that a refusal is plain JSON.
    """
    documented = outcome.type is not None and not isinstance(outcome, Answer)
    if not documented and not codec.structured(response.media_type):
        return None
    annotation = outcome.type if documented else JsonValue
    with suppress(DecodeFailure):
        return codec.decode(
            response.body, annotation, media_type or "application/json"
        )[0]
    return None


def detailed(
    response: Response, envelope: Envelope, media_type: str
) -> JsonValue | UnsetType:
    """Further members of a failure, as plain JSON."""
    if not envelope.detail:
        return None
    with suppress(DecodeFailure):
        found = value_at(response.body, envelope.detail, media_type)
        return None if isinstance(found, UnsetType) else found
    return None


def described(error: ApiStatusError) -> str:
    """What happened, in one line: status, reason, code, message."""
    parts = [f"{error.status} {error.reason}".strip()]
    if error.code is not None:
        parts.append(f"code {error.code}")
    if error.message:
        parts.append(error.message)
    return ", ".join(parts)
