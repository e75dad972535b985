"""Defaults that members and parameters state beside the schemas that they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Api, Constant, Object, Parameter, Property
from .effect import Effect
from .finding import Finding
from .view import plain, view

__all__ = ["default_changed", "defaults", "worded"]


def defaults(
    base: Api, revision: Api, before: Object, after: Object
) -> Iterator[Finding]:
    """What absent members of two objects mean."""
    new = {each.name: each for each in after.properties}
    for each in before.properties:
        if each.name in new:
            yield from default_changed(base, revision, each, new[each.name])


def default_changed(
    base: Api, revision: Api, old: Property | Parameter, new: Property | Parameter
) -> Iterator[Finding]:
    """Another default, unless the schemas themselves tell of it."""
    stated = old.default, new.default
    told = view(base, old.schema).default, view(revision, new.schema).default
    if old.default != new.default and stated != told:
        before, after = map(worded, stated)
        yield Finding(
            rule="wire/default-changed",
            effect=Effect.UNDECIDED,
            base=old.pointer,
            revision=new.pointer,
            what=f"has the default {after} instead of {before}",
            before=before,
            after=after,
        )


def worded(value: Constant | None) -> str:
    """A default in words."""
    return "none" if value is None else f"`{plain(value.value)}`"
