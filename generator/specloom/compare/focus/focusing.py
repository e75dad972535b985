"""What two documents do not share: all else need not go through the rooms.

Most of a large document stays as it is. An operation that is the same in both, and reaches
nothing that is not, can tell no difference; it is kept as a stub, so that names are settled
as if it were there. Components that nothing else needs are stubs as well, and what is needed
goes without the members that are the same on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...check import recognise
from ...link import Pointer
from ...read import Source, Tree, join
from ...report import Report
from .parts import Object, Parts, failures, is_class, is_method, members, parts, rebuilt
from .reach import reach
from .references import is_component
from .shrinking import Shrinking

__all__ = ["focus"]

_HEAD: Final = frozenset(
    {
        *("operationId", "tags", "summary", "parameters", "security", "servers"),
        *("deprecated", "x-python-name", "x-stability-level", "x-sunset"),
    }
)
"""What a stub keeps of its operation."""
_STUB: Final[Tree] = {"type": "object", "properties": {"_": {}}}
"""A schema that gets a class, and so claims its name."""
_LEFT_OUT: Final = ("schemas", "responses", "requestBodies", "definitions")
"""Kinds of components that need not be kept where nothing needs them."""
_BY_PATH: Final = frozenset({"x-envelope", "x-pagination"})
"""Extensions that name members of other parts."""


def focus(base: Source, revision: Source) -> tuple[Source, Source]:
    """Both documents without what they share, or as they are where that can't be told."""
    if not _can_be_told(base, revision):
        return base, revision
    old, new = parts(base.root.tree), parts(revision.root.tree)
    found = reach(old, new)
    if not all(is_component(each) for uses in found.uses.values() for each in uses):
        return base, revision
    if any("links" in each for side in (old, new) for each in _answering(side)):
        # What an answer leads to returns something, which is a type of the link too.
        return base, revision
    unread = Shrinking(matters=found.matters, in_variants=True)
    compared = Shrinking(matters=found.matters, in_variants=False)
    both = old.keys() & new.keys()
    for pointer in (found.unused - found.whole) & both:
        old[pointer], new[pointer] = unread.both(old[pointer], new[pointer])
    named = any(
        not _BY_PATH.isdisjoint(each)
        for side in (old, new)
        for each in _answering(side)
    )
    for pointer in () if named else (found.needed - found.whole) & both:
        old[pointer], new[pointer] = compared.both(old[pointer], new[pointer])
    kept = found.needed | found.unused
    return _narrowed(base, old, kept), _narrowed(revision, new, kept)


def _can_be_told(base: Source, revision: Source) -> bool:
    """Whether parts of the same text mean the same, and all of them are at hand."""
    dialects = {recognise(each.root.tree, Report()) for each in (base, revision)}
    return (
        len(dialects) == 1
        and None not in dialects
        and all(list(each.files) == [""] for each in (base, revision))
        and not any(_has_elsewhere(each.root.tree) for each in (base, revision))
    )


def _has_elsewhere(tree: Tree) -> bool:
    """Whether a path is described elsewhere."""
    return any(
        isinstance(item, dict) and "$ref" in item
        for section in ("paths", "webhooks")
        for _, item in members(tree, section)
    )


def _answering(parts: Parts) -> Iterator[Object]:
    """All parts, and the answers that stand inside of operations."""
    for tree in parts.values():
        for each in (tree, *(answer for _, answer in members(tree, "responses"))):
            if isinstance(each, dict):
                yield each


def _narrowed(source: Source, parts: Parts, kept: set[Pointer]) -> Source:
    tree = rebuilt(source.root.tree, lambda p, each: _section(p, each, parts, kept))
    root = replace(source.root, tree=tree)
    return replace(source, root=root, files={"": root})


def _section(
    place: Pointer, section: Object, parts: Parts, kept: set[Pointer]
) -> Object:
    if place.startswith(("#/paths/", "#/webhooks/")):
        return _item(place, section, parts, kept)
    kind = place.rpartition("/")[2]
    if kind not in _LEFT_OUT:
        return {name: parts[join(place, name)] for name in section}
    found: Object = {}
    for name in section:
        pointer = join(place, name)
        schema = kind in ("schemas", "definitions")
        if pointer in kept or (schema and not is_class(parts[pointer])):
            found[name] = parts[pointer]
        elif schema:
            found[name] = _STUB
    return found


def _item(place: Pointer, item: Object, parts: Parts, kept: set[Pointer]) -> Object:
    """A path with its operations: all of them, if what they share changed."""
    own = {key for key, each in item.items() if not is_method(each)}
    whole = any(join(place, key) in kept for key in own)
    found: Object = {}
    for key in item:
        operation = parts[join(place, key)]
        stays = key in own or whole or join(place, key) in kept
        found[key] = operation if stays else _stub(operation)
    return found


def _stub(operation: Tree) -> Tree:
    made = {key: value for key, value in members(operation) if key in _HEAD}
    return {**made, "responses": dict(failures(operation))}
