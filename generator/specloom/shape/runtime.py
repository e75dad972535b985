"""The parts of the runtime that only some packages need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..link import Api, is_jsv
from .views import ResourceView

__all__ = ["OPTIONAL", "has_tokens", "parts", "speaks_jsv"]

DEPRECATION = ("deprecation",)
HEADERS = ("headers",)
JSV = ("dotnet", "jsv")
LINKS = ("links",)
OAUTH = ("oauth",)
PAGES = ("asyncpagination", "pagination")
WAITERS = ("waiters",)
STREAMS = ("asyncstreams", "events", "streams")
WEBHOOKS = ("webhooks",)
OPTIONAL = frozenset(
    (
        *DEPRECATION,
        *HEADERS,
        *JSV,
        *LINKS,
        *OAUTH,
        *PAGES,
        *STREAMS,
        *WAITERS,
        *WEBHOOKS,
    )
)
"""Modules that a package has only if its document needs them."""


def parts(api: Api, resources: Iterable[ResourceView]) -> tuple[str, ...]:
    """The optional modules that a package needs."""
    return tuple(sorted(_parts(api, resources)))


def _parts(api: Api, resources: Iterable[ResourceView]) -> Iterator[str]:
    if speaks_jsv(api):
        yield from JSV
    if has_tokens(api):
        yield from OAUTH
    if api.webhooks or any(each.callbacks for each in api.operations):
        yield from WEBHOOKS
    found = tuple(resources)
    if any(r.links for each in api.operations for r in each.responses):
        yield from LINKS
    if any(method.deprecated for each in found for method in each.methods):
        yield from DEPRECATION
    if any(each.headers for each in found):
        yield from HEADERS
    if any(each.paged for each in found):
        yield from PAGES
    if any(each.waits for each in found):
        yield from WAITERS
    if any(each.streams for each in found):
        yield from STREAMS


def has_tokens(api: Api) -> bool:
    """Whether programs can get tokens by themselves."""
    return any(each.kind == "oauth2" for each in api.security_schemes.values())


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
