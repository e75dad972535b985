"""The media types of a body or of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Content, Direction
from .effect import Effect
from .finding import Finding
from .media import paired
from .site import Exchange, Site

__all__ = ["contents"]


def contents(
    both: Exchange,
    old: tuple[Content, ...],
    new: tuple[Content, ...],
    way: Direction,
    success: bool = True,
) -> Iterator[Site]:
    """Media types. Which ones an answer has is the caller's wish (`Accept`)."""
    for one, other, finding in paired(old, new):
        if finding is not None:
            yield both.found(
                finding, "request" if finding.only else way, success=success
            )
        if one is not None and other is not None:
            yield from _content(both, one, other, way, success)


def _content(
    both: Exchange, one: Content, other: Content, way: Direction, success: bool
) -> Iterator[Site]:
    if one.schema or other.schema:
        yield both.pair(
            one.schema or "", other.schema or "", way, "body", success=success
        )
    if one.item_schema and other.item_schema:
        yield both.pair(
            one.item_schema, other.item_schema, way, "body", success=success
        )
    if one.encoding != other.encoding:
        finding = Finding(
            rule="wire/encoding-changed",
            effect=Effect.MOVES,
            base=one.pointer,
            revision=other.pointer,
            what="writes its members another way",
        )
        yield both.found(finding, way, success=success)
