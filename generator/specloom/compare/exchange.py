"""One operation, before and after."""

from __future__ import annotations

from collections.abc import Iterator

from .answering import responses
from .effect import Effect
from .finding import Finding
from .sending import body, parameters
from .site import Exchange, Site

__all__ = ["sites"]


def sites(both: Exchange) -> Iterator[Site]:
    """All that is to be judged of an operation, in the order of the document."""
    yield from _operation(both)
    yield from parameters(both)
    yield from body(both)
    yield from responses(both)


def _operation(both: Exchange) -> Iterator[Site]:
    before, after = both.base.deprecated, both.revision.deprecated
    if before != after:
        finding = Finding(
            rule="wire/operation-deprecated" if after else "wire/operation-reactivated",
            effect=Effect.SAYS,
            base=both.base.pointer,
            revision=both.revision.pointer,
            what="is now deprecated" if after else "is no longer deprecated",
        )
        yield both.found(finding, both.sends)
