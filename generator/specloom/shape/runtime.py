"""The parts of the runtime that only some packages need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..link import Api, is_jsv
from .package import ResourceView

__all__ = ["OPTIONAL", "parts", "speaks_jsv"]

JSV = ("dotnet", "jsv")
STREAMS = ("asyncstreams", "events", "streams")
OPTIONAL = frozenset((*JSV, *STREAMS))
"""Modules that a package has only if its document needs them."""


def parts(api: Api, resources: Iterable[ResourceView]) -> tuple[str, ...]:
    """The optional modules that a package needs."""
    return tuple(sorted(_parts(api, resources)))


def _parts(api: Api, resources: Iterable[ResourceView]) -> Iterator[str]:
    if speaks_jsv(api):
        yield from JSV
    if any(each.streams for each in resources):
        yield from STREAMS


def speaks_jsv(api: Api) -> bool:
    """Whether any body travels as JSV."""
    contents = (
        content
        for operation in api.operations
        for owner in (operation.body, *operation.responses)
        if owner is not None
        for content in owner.contents
    )
    return any(is_jsv(content.media_type) for content in contents)
