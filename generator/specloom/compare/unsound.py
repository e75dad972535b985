"""What changed in parts that are not sound, and so are not read."""

from __future__ import annotations

from collections.abc import Iterator

from ..check import Document
from ..link import Pointer
from ..read import Source, Tree, join
from .change import Change
from .effect import Severity
from .spoken import spoken

__all__ = ["unsound"]


def unsound(
    base: Source, old: Document, revision: Source, new: Document
) -> Iterator[Change]:
    """Operations and components that differ as written, and not as they were understood.

    Two dialects write the same thing in two ways: between them nothing can be told.
    """
    if old.dialect != new.dialect:
        return
    before, after = dict(_parts(base.root.tree)), dict(_parts(revision.root.tree))
    read = dict(_parts(old.trees[""])), dict(_parts(new.trees[""]))
    for pointer in before.keys() & after.keys():
        written = before[pointer] != after[pointer]
        if written and read[0].get(pointer) == read[1].get(pointer):
            yield Change(
                rule="wire/unsound-changed",
                severity=Severity.COMPATIBLE,
                base=pointer,
                revision=pointer,
                subject=spoken(pointer, {}),
                what="changed in a part that is not sound",
                why="it was not read before and is not now; `specloom lint` says why",
            )


def _parts(tree: Tree) -> Iterator[tuple[Pointer, Tree]]:
    if not isinstance(tree, dict):
        return
    for section in ("components", "paths", "webhooks"):
        items = tree.get(section)
        for name, item in items.items() if isinstance(items, dict) else ():
            for key, each in item.items() if isinstance(item, dict) else ():
                yield join("#", section, name, key), each
