"""Bodies that travel packed (`Content-Encoding`, RFC 9110 section 8.4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from .errors import TransportError
from .transport import Headers

__all__ = ["ACCEPTED", "MOST_BYTES", "Body", "Unpacking"]

ACCEPTED: Final = "gzip, deflate"
"""What can be unpacked. Anything else is left as it is, for the caller to see."""
MOST_BYTES: Final = 256 * 1024 * 1024
"""A response that is read whole may hold no more: an archive bomb ends there."""
PIECE: Final = 1024 * 1024
"""Bytes that are unpacked at a time."""

GZIP: Final = zlib.MAX_WBITS | 16
MAGIC: Final = b"\x1f\x8b"
WINDOWS: Final = {"gzip": GZIP, "x-gzip": GZIP, "deflate": zlib.MAX_WBITS}


class Layer:
    """One packing, undone."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.inner = zlib.decompressobj(WINDOWS[name])
        self.started = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What comes out of some bytes, in pieces.

        Raises:
            TransportError: They are not packed as they should be.
        """
        while data:
            piece = self.unpacked(data)
            self.started = True
            data = self.inner.unconsumed_tail
            if self.inner.eof:
                data = self.inner.unused_data
                if self.name == "deflate" or not data.startswith(MAGIC):
                    data = b""  # what stands behind the end is padding
                else:  # another member of the archive (RFC 1952 section 2.2)
                    self.inner = zlib.decompressobj(GZIP)
            if piece:
                yield piece

    def unpacked(self, data: bytes) -> bytes:
        """A piece; some services deflate without the header of zlib.

        Raises:
            TransportError: They are not packed as they should be.
        """
        try:
            try:
                return self.inner.decompress(data, PIECE)
            except zlib.error:
                if self.started or self.name != "deflate":
                    raise
                self.inner = zlib.decompressobj(-zlib.MAX_WBITS)
                return self.inner.decompress(data, PIECE)
        except zlib.error as error:
            raise TransportError(f"the response is no {self.name}: {error}") from None

    def end(self) -> None:
        """Check that nothing is missing.

        Raises:
            TransportError: Something is.
        """
        if self.started and not self.inner.eof:
            raise TransportError(f"the response's {self.name} ends too early")


class Unpacking:
    """All packings of a response, undone as it comes."""

    def __init__(self, headers: Headers) -> None:
        stated = headers.get("content-encoding", "").lower().split(",")
        names = [name.strip() for name in stated]
        known = all(name in (*WINDOWS, "identity", "") for name in names)
        self.layers = [Layer(n) for n in reversed(names) if known and n in WINDOWS]

    def feed(self, data: bytes, depth: int = 0) -> Iterator[bytes]:
        """What comes out of some bytes, in pieces.

        Raises:
            TransportError: They are not packed as they should be.
        """
        if depth == len(self.layers):
            yield data
            return
        for piece in self.layers[depth].feed(data):
            yield from self.feed(piece, depth + 1)

    def end(self) -> None:
        """Check that nothing is missing.

        Raises:
            TransportError: Something is.
        """
        for layer in self.layers:
            layer.end()


class Body:
    """A body that is read whole."""

    def __init__(self, headers: Headers) -> None:
        self.unpacking = Unpacking(headers)
        self.pieces: list[bytes] = []
        self.size = 0

    def add(self, data: bytes) -> None:
        """More of it, as it came.

        Raises:
            TransportError: It is too much, or not packed as it should be.
        """
        for piece in self.unpacking.feed(data) if self.unpacking.layers else (data,):
            self.pieces.append(piece)
            self.size += len(piece)
            if self.size > MOST_BYTES:
                message = f"the response has more than {MOST_BYTES} bytes"
                raise TransportError(message, passing=False)

    def whole(self) -> bytes:
        """All of it.

        Raises:
            TransportError: Something is missing.
        """
        self.unpacking.end()
        return b"".join(self.pieces)
