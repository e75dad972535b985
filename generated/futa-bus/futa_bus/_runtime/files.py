"""Files that callers upload."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import AsyncIterable, Iterable
from typing import Protocol, TypeAlias

import msgspec

__all__ = ["File", "FileContent", "Part", "Readable"]


class Readable(Protocol):
    """A binary file or anything else that can be read in pieces."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes at the most, none at the end; without a size, all the rest."""
        ...


FileContent: TypeAlias = (
    bytes
    | bytearray
    | str
    | os.PathLike[str]
    | Readable
    | Iterable[bytes]
    | AsyncIterable[bytes]
)


class File(msgspec.Struct, frozen=True):
    """One file of a form, or a whole body.

    `content` is the bytes or a text itself, a path, a file that is open, or an iterator
    over bytes; all but the first two are read while they are sent, never whole. An
    asynchronous iterator needs the async client. What can be rewound is sent again where
    a call is tried again; without that, there is one attempt.

    The file's name and media type are taken from `content` (its `name`, or a path's)
    where they are not given.
    """

    content: FileContent
    filename: str | None = None
    content_type: str | None = None

    def __repr__(self) -> str:
        return f"File({self.filename!r}, {self.content_type!r})"

    def name(self) -> str | None:
        """The file's name without its folders, or `None` if nothing says it."""
        name = self.filename
        if name is None and isinstance(self.content, os.PathLike):
            name = os.fspath(self.content)
        elif name is None:
            name = getattr(self.content, "name", None)
        if not isinstance(name, str):
            return None
        return name.replace("\\", "/").rpartition("/")[2] or None

    def media_type(self) -> str:
        """As given, else by the name's extension, else `application/octet-stream`."""
        if self.content_type is not None:
            return self.content_type
        guess, compression = mimetypes.guess_type(self.name() or "", strict=True)
        return "application/octet-stream" if compression or not guess else guess


class Part(File, frozen=True):
    """Bytes of a model: a file where they are a part of a form, base64 in JSON."""
