"""Parts inside which a class may be called as a component that came or went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...link import Pointer
from ...name import snake
from ...read import Tree, split
from .parts import Parts, members
from .references import is_component

__all__ = ["namesakes"]

_METHODS: Final = ("list", "get", "create", "replace", "update", "delete", "resource")
"""How the method of an operation without an id may begin, and what a tag may end in."""


def namesakes(old: Parts, new: Parts) -> set[Pointer]:
    """Parts on both sides whose inline schemas may want such a name."""
    fresh = {said for pointer in old.keys() ^ new.keys() if (said := _class(pointer))}
    stems = {name[:length] for name in fresh for length in range(1, len(name))}
    both = (pointer for pointer in new if pointer in old)
    return {
        pointer
        for pointer in both
        if _class(pointer) in stems
        or (
            fresh
            and not is_component(pointer)
            and _begins(pointer, new[pointer], stems)
        )
    }


def _class(pointer: Pointer) -> str:
    """A component schema's name as far as it makes a class's; "" for other parts."""
    place, _, name = pointer.rpartition("/")
    return _said(name) if place in ("#/components/schemas", "#/definitions") else ""


def _begins(pointer: Pointer, operation: Tree, stems: set[str]) -> bool:
    """Whether the name of a new class begins as those of the operation's do.

    They are called by its tag or its path, then by its method.
    """
    path = split(pointer)[1][1]
    stated = [text for _, text in _stated(operation)]
    methods = {
        *_METHODS,
        *(each for t in (*stated, path) for each in snake(t).split("_")),
    }
    owners = {_said(each) for each in (*stated, *path.split("/"))} - {""}
    return any(
        owner + method in stems for owner in owners & stems for method in methods
    )


def _stated(operation: Tree) -> Iterator[tuple[str, str]]:
    for key, each in members(operation):
        if key in ("operationId", "x-python-name") and isinstance(each, str):
            yield key, each
        elif key == "tags" and isinstance(each, list):
            yield from ((key, tag) for tag in each if isinstance(tag, str))


def _said(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
