"""What the service once said, for tests: `specloom verify --cassettes` records it."""

from __future__ import annotations

import base64
from os import PathLike
from pathlib import Path

import msgspec

from . import codec
from .answers import of_media_type, of_status, reading
from .deviations import DecodeFailure, Deviation
from .errors import ApiStatusError, DecodeError
from .fake import Fake, Stub
from .operations import Operation
from .registry import UnexpectedRequest, matching
from .replies import Reply
from .transport import Headers, Request, Response

__all__ = ["StaleCassette", "replay"]


class StaleCassette(AssertionError):  # noqa: N818 - pytest shows assertions best
    """A recording is not what the document says now: record it anew, or see what broke."""


class Asked(msgspec.Struct, frozen=True):
    """A request, as far as it was kept."""

    method: str
    url: str
    headers: dict[str, str] = {}


class Said(msgspec.Struct, frozen=True):
    """A response: its body as JSON, else as text, else as bytes in base64."""

    status: int
    headers: dict[str, str] = {}
    json: msgspec.Raw = msgspec.Raw(b"")
    text: str = ""
    base64: str = ""

    def response(self) -> Response:
        """The response as it came."""
        kept = bytes(self.json) or self.text.encode()
        body = kept or base64.b64decode(self.base64)
        return Response(self.status, Headers(self.headers), body)


class Cassette(msgspec.Struct, frozen=True):
    """One recorded call."""

    request: Asked
    response: Said


def replay(folder: str | PathLike[str]) -> Fake:
    """A service that answers as it was recorded, each operation in the order of the files.

    Raises:
        StaleCassette: A recording is not what the document says now.
        FileNotFoundError: There are no recordings.
    """
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"there are no cassettes in {folder}")
    fake = Fake()
    for path in paths:
        cassette = msgspec.json.decode(path.read_bytes(), type=Cassette)
        asked, response = cassette.request, cassette.response.response()
        request = Request(
            method=asked.method, url=asked.url, headers=Headers(asked.headers)
        )
        try:
            operation = matching(request)
        except UnexpectedRequest as error:
            raise StaleCassette(f"{path}: {error}") from None
        found = departures(operation, response)
        if found:
            raise StaleCassette(f"{path}: {'; '.join(map(str, found))}")
        stub = fake.stubs.setdefault(operation.name, Stub(operation))
        stub.replies.append(Reply(response))
    return fake


def departures(
    operation: Operation[object], response: Response
) -> tuple[Deviation, ...]:
    """Where a response is not what the document says."""
    stated = of_status(operation.failures, response.status)
    if not stated:
        try:
            return reading(operation, response).deviations
        except DecodeError as error:
            return error.deviations
        except ApiStatusError:
            return ()
    outcome, media_type, doubts = of_media_type(stated, response)
    if outcome.type is None or doubts:
        return doubts
    try:
        return codec.decode(response.body, outcome.type, media_type)[1]
    except DecodeFailure as failed:
        return failed.deviations
