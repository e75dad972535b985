"""Server-sent events (HTML standard, section 9.2) and JSON texts in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Generic, TypeAlias, TypeVar, cast

import msgspec

from . import codec
from .calls import Call
from .deviations import DecodeFailure, Deviation
from .errors import ApiError, TransportError
from .failures import undecodable
from .retries import backoff

__all__ = ["Event", "Parser", "RawEvent", "ends", "item", "parser_of", "resumed"]

T = TypeVar("T")
DONE: Final = b"[DONE]"
"""How several services end a stream of JSON; no JSON text."""
BOM: Final = b"\xef\xbb\xbf"
RECORD: Final = b"\x1e"
"""What stands before each text of a JSON text sequence (RFC 7464)."""
BLANK: Final = b" \t\r\n"
"""White space of JSON (RFC 8259 section 2)."""


class Event(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One event of a stream."""

    data: T
    event: str = "message"
    id: str = ""
    """The last id that the service gave, which is how a stream goes on elsewhere."""


class RawEvent(msgspec.Struct, frozen=True):
    """One event as it stands in the stream."""

    data: bytes
    event: str = "message"
    id: str = ""


class LineParser:
    """Splits chunks into lines that end in CR, LF or both."""

    def __init__(self) -> None:
        self.rest = b""
        self.first = True

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[bytes]:
        """The lines that are complete now; with `last`, the rest too."""
        text = self.rest + chunk
        if self.first and len(text) >= len(BOM):
            text, self.first = text.removeprefix(BOM), False
        held = b""
        if text.endswith(b"\r") and not last:  # its LF may still come
            text, held = text[:-1], b"\r"
        lines = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self.rest = lines.pop() + held
        yield from lines
        if last and self.rest:
            rest, self.rest = self.rest, b""
            yield rest


class EventParser:
    """Puts events together from chunks (HTML standard, section 9.2.6)."""

    def __init__(self, last_id: str = "") -> None:
        self.lines = LineParser()
        self.data: list[bytes] = []
        self.event = ""
        self.coming_id = self.id = last_id
        self.retry: float | None = None
        """Seconds to wait before the stream is asked for again, if the service says so."""

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[RawEvent]:
        """The events that are complete now; one that is cut off is no event."""
        for line in self.lines.feed(chunk, last=last):
            if line:
                self._field(line)
                continue
            self.id = self.coming_id
            if self.data:
                yield RawEvent(b"\n".join(self.data), self.event or "message", self.id)
            self.data, self.event = [], ""

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self.data.append(value)
            case b"event":
                self.event = value.decode(errors="replace")
            case b"id" if b"\0" not in value:
                self.coming_id = value.decode(errors="replace")
            case b"retry" if value.isdigit():
                self.retry = int(value) / 1000
            case _:
                pass


class TextParser:
    """JSON texts in a row, one a line."""

    def __init__(self) -> None:
        self.lines = LineParser()
        self.id = ""
        self.retry: float | None = None

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[RawEvent]:
        """The texts that are complete now."""
        for line in self.lines.feed(chunk, last=last):
            text = line.strip(BLANK)
            if text:
                yield RawEvent(text)


class RecordParser:
    """JSON texts after record separators, of one line or several (RFC 7464).

    Where a service leaves the separators out, each line is a text.
    """

    def __init__(self) -> None:
        self.rest = b""
        self.id = ""
        self.retry: float | None = None

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[RawEvent]:
        """The texts that are complete now: a line end closes one that is JSON."""
        *found, self.rest = (self.rest + chunk).split(RECORD)
        if last or (self.rest.endswith(b"\n") and is_json(self.rest)):
            found.append(self.rest)
            self.rest = b""
        for record in found:
            for text in [record] if is_json(record) else record.split(b"\n"):
                if text.strip(BLANK):
                    yield RawEvent(text.strip(BLANK))


def is_json(text: bytes) -> bool:
    """Whether a text is JSON from its beginning to its end."""
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    return True


Parser: TypeAlias = EventParser | TextParser | RecordParser


def parser_of(media_type: str, last_id: str = "") -> Parser:
    """What reads a stream of a media type, from the event after the last one on."""
    essence, _ = codec.parts(media_type)
    if essence == "text/event-stream":
        return EventParser(last_id)
    return RecordParser() if essence.endswith("json-seq") else TextParser()


def item_type(call: Call[T]) -> object:
    """The annotation of the items of a stream."""
    return next((each.type for each in call.operation.answers), None)


def item(call: Call[T], raw: RawEvent) -> T:
    """The value of an event's data: JSON, or plain text where its type is text.

    Raises:
        DecodeError: It is not what the document says.
    """
    try:
        value, deviations = codec.decode(raw.data, item_type(call), "text/plain")
    except DecodeFailure as failed:
        raise strange(call, failed.deviations) from None
    if deviations and call.settings.strict:
        raise strange(call, deviations)
    call.settings.report(call.operation.name, deviations)
    return cast("T", value)


def resumed(call: Call[T], error: TransportError, last_id: str) -> float:
    """Seconds until a stream that broke is asked for again, from its last event on.

    HTML standard, section 9.2.3; only where the service can tell from the id what has
    been delivered, and where asking twice is safe.

    Raises:
        TransportError: The stream is over.
    """
    call.failures += 1
    left = call.failures <= call.settings.max_retries
    if not (last_id and call.plan.repeatable and left):
        raise call.explain(error)
    call.draft.set("Last-Event-ID", last_id)
    return backoff(call.failures)


def strange(call: Call[T], deviations: tuple[Deviation, ...]) -> ApiError:
    """The error of an item that is not what the document says."""
    return call.explain(undecodable(deviations, item_type(call)))


def ends(call: Call[T], raw: RawEvent) -> bool:
    """Whether an event only says that there are no more."""
    return raw.data == DONE and item_type(call) is not str
