"""Bodies that are read while they are sent, and never held whole."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from .errors import RequestError, TransportError
from .files import File, FileContent

__all__ = ["Upload", "upload"]

PIECE: Final = 256 * 1024
"""Bytes that are read of a file at a time."""


class Fixed:
    """Bytes that are there."""

    again: Final = True

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size: int | None = len(data)

    def pieces(self) -> Iterator[bytes]:
        """The bytes."""
        yield self.data


class Stored:
    """A file by its path, opened for each attempt."""

    again: Final = True

    def __init__(self, path: os.PathLike[str]) -> None:
        self.path = Path(path)
        try:
            self.size: int | None = self.path.stat().st_size
        except OSError as error:
            raise RequestError(f"the file cannot be read: {error}") from None

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the file."""
        with self.path.open("rb") as file:
            while data := file.read(PIECE):
                yield data


class Read:
    """A file that is open: it is read from where it stands, again if it can be rewound."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.start: int | None = None
        self.size: int | None = None
        with suppress(AttributeError, OSError):
            if self.file.seekable():
                self.start = self.file.tell()
                self.size = self.file.seek(0, os.SEEK_END) - self.start
                self.file.seek(self.start)
        self.again = self.start is not None

    def pieces(self) -> Iterator[bytes]:
        """The rest of the file."""
        if self.start is not None:
            self.file.seek(self.start)
        while data := self.file.read(PIECE):
            yield data


class Iterated:
    """Pieces that the caller makes: again, unless they come from an iterator."""

    size: Final[int | None] = None

    def __init__(self, content: Iterable[bytes]) -> None:
        self.content = content
        self.again = not isinstance(content, Iterator)

    def pieces(self) -> Iterator[bytes]:
        """What the caller gives."""
        yield from self.content


class Awaited:
    """Pieces that the caller makes asynchronously."""

    size: Final[int | None] = None

    def __init__(self, content: AsyncIterable[bytes]) -> None:
        self.content = content
        self.again = not isinstance(content, AsyncIterator)

    def pieces(self) -> Iterator[bytes]:
        """Nothing that could be had here.

        Raises:
            RequestError: Always.
        """
        raise RequestError(AWAITED)


AWAITED: Final = "an asynchronous stream needs the async client"


Part: TypeAlias = Fixed | Stored | Read | Iterated | Awaited


class Upload:
    """A body in parts, each read as it is sent; `size` is `None` if it is not known."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        sizes = [part.size for part in parts]
        known = [size for size in sizes if size is not None]
        self.size = sum(known) if len(known) == len(sizes) else None
        self.again = all(part.again for part in parts)
        self.begun = False

    def plainly(self) -> Upload:
        """The same, to be read synchronously.

        Raises:
            RequestError: It cannot be.
        """
        if any(isinstance(part, Awaited) for part in self.parts):
            raise RequestError(AWAITED)
        return self

    @property
    def spent(self) -> bool:
        """Whether it was read and cannot be read again."""
        return self.begun and not self.again

    def __iter__(self) -> Iterator[bytes]:
        self.begun = True
        with Broken():
            for part in self.parts:
                yield from part.pieces()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        from anyio.to_thread import run_sync

        self.begun = True
        with Broken():
            for part in self.parts:
                if isinstance(part, Awaited):
                    async for data in part.content:
                        yield data
                    continue
                pieces = part.pieces()
                while data := await run_sync(next, pieces, b""):
                    yield data


class Broken:
    """Tells that a file could not be read to its end."""

    def __enter__(self) -> None:
        """Nothing to do yet."""

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, OSError):
            message = f"the body broke off: {error}"
            raise TransportError(message, passing=False) from error


def upload(contents: Iterable[bytes | File]) -> bytes | Upload:
    """Parts as one body: bytes, if they all are there.

    Raises:
        RequestError: There is no such file.
    """
    parts = [
        part(each.content if isinstance(each, File) else each) for each in contents
    ]
    if all(isinstance(each, Fixed) for each in parts):
        return b"".join(cast("Fixed", each).data for each in parts)
    return Upload(parts)


def part(content: FileContent) -> Part:
    """What a file is read from."""
    match content:
        case str():
            return Fixed(content.encode())
        case bytes() | bytearray():
            return Fixed(bytes(content))
        case os.PathLike():
            return Stored(content)
        case AsyncIterable():
            return Awaited(content)
        case Iterable() if not hasattr(content, "read"):
            return Iterated(content)
        case _:
            return Read(content)
