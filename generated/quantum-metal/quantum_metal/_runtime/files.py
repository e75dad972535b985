"""Files that callers upload."""

from __future__ import annotations

import mimetypes
from typing import Protocol

import msgspec

__all__ = ["File", "Readable"]


class Readable(Protocol):
    """A binary file or anything else that can be read to its end."""

    def read(self) -> bytes:
        """The rest of it."""
        ...


class File(msgspec.Struct, frozen=True):
    """One file of a form, or a whole body.

    The file's name and media type are taken from `content` (its `name`) where they are
    not given.
    """

    content: bytes | bytearray | str | Readable
    filename: str | None = None
    content_type: str | None = None

    def __repr__(self) -> str:
        return f"File({self.filename!r}, {self.content_type!r})"

    def read(self) -> bytes:
        """The bytes, once: a file object is at its end afterwards."""
        match self.content:
            case str():
                return self.content.encode()
            case bytes() | bytearray():
                return bytes(self.content)
            case _:
                return self.content.read()

    def name(self) -> str | None:
        """The file's name without its folders, or `None` if nothing says it."""
        name = self.filename or getattr(self.content, "name", None)
        if not isinstance(name, str):
            return None
        return name.replace("\\", "/").rpartition("/")[2] or None

    def media_type(self) -> str:
        """As given, else by the name's extension, else `application/octet-stream`."""
        if self.content_type is not None:
            return self.content_type
        guess, compression = mimetypes.guess_type(self.name() or "", strict=True)
        return "application/octet-stream" if compression or not guess else guess
