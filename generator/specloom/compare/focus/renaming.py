"""Parts that are left out, and yet are called otherwise."""

from __future__ import annotations

from ...read import Source, Tree, lookup, split
from ..change import Change

__all__ = ["is_only_renamed"]


def is_only_renamed(change: Change, base: Source, revision: Source) -> bool:
    """Whether a part that is the same on both sides got another name.

    A name depends on others'. What such a part looks like may have been left out.
    """
    if not change.rule.endswith("-renamed"):
        return False
    old, new = (
        _part(source, pointer)
        for source, pointer in ((base, change.base), (revision, change.revision))
    )
    return old is not None and old == new


def _part(source: Source, pointer: str) -> Tree:
    """The operation or component in which something stands; `None` where nothing does."""
    _, tokens = split(pointer.partition("@")[0])
    try:
        return lookup(source.root.tree, tokens[:3])
    except LookupError:
        return None
