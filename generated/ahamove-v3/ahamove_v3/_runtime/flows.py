"""Bodies that come piece by piece, for tests: at a pace, and up to where they break."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from time import sleep

import anyio
import msgspec

from .codec import encode
from .errors import TimeoutError, TransportError

__all__ = ["Flow", "piece"]


class Flow(msgspec.Struct, frozen=True, eq=False):
    """A body on its way."""

    pieces: tuple[bytes, ...]
    every: float = 0.0
    """Seconds before each piece."""
    error: TransportError | None = None
    """What breaks it off after the last piece."""

    def steps(self, limit: float | None) -> Iterator[tuple[float, bytes]]:
        """What comes, and the seconds before it.

        Args:
            limit: Seconds that a reader waits for a piece.

        Raises:
            TransportError: The body breaks, or the reader waited too long.
        """
        if limit is not None and self.every > limit:
            yield limit, b""
            raise TimeoutError("no answer in time (read)", phase="read")
        yield from ((self.every, each) for each in self.pieces)
        if self.error is not None:
            raise self.error

    def chunks(self, limit: float | None) -> Iterator[bytes]:
        """The body as it comes; see `steps`."""
        for seconds, each in self.steps(limit):
            sleep(seconds)
            yield each

    async def achunks(self, limit: float | None) -> AsyncIterator[bytes]:
        """The body as it comes, for asyncio and trio; see `steps`."""
        for seconds, each in self.steps(limit):
            await anyio.sleep(seconds)
            yield each


def piece(item: object, media_type: str) -> bytes:
    """An item as it stands in a stream; bytes stay as they are.

    Server-sent events: HTML standard, section 9.2.5. JSON texts in a row: one a line, after
    a record separator where the media type says so (RFC 7464).
    """
    if isinstance(item, bytes):
        return item
    text = item.encode() if isinstance(item, str) else encode(item, "application/json")
    if media_type.startswith("text/event-stream"):
        lines = (b"data: " + line + b"\n" for line in text.split(b"\n"))
        return b"".join(lines) + b"\n"
    if "json" not in media_type:
        return text
    return (b"\x1e" if "json-seq" in media_type else b"") + text + b"\n"
