"""Where a service departs from its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..link import Constant, Pointer

__all__ = ["Answer", "Deviation", "Kind"]

Kind: TypeAlias = Literal[
    "status", "media-type", "header", "unreadable", "null", "type", "value", "keyword",
    "missing", "unknown",
]  # fmt: skip
"""`value`: none of an enumeration's; `keyword`: against `maxLength`, `format` and the like;
`missing`: a required member; `unknown`: a member that is not documented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a service said. Header names are lower-case."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The value of `Content-Type`, or ""."""
        return dict(self.headers).get("content-type", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One place of a document that an answer contradicts."""

    kind: Kind
    operation: Pointer
    place: Pointer
    """The schema, property, response or operation that says otherwise."""
    schema: Pointer = ""
    """Of a member that is missing: the schema that requires it."""
    name: str = ""
    """The member, keyword, header, media type or status in question."""
    at: str = ""
    """Where in the body: a JSON Pointer (RFC 6901)."""
    says: str
    seen: str
    """What was there, shortened; of what is sensitive only its type."""
    sample: Constant | None = None
    """The value itself, for whoever infers a schema; never shown."""

    @property
    def fact(self) -> tuple[str, Pointer, str, str]:
        """What a second answer may show again."""
        return self.kind, self.place, self.name, self.seen
