"""A document in parts: all that has a name or a method, by its place as the author wrote it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from ...link import Pointer
from ...read import Tree, join

__all__ = [
    "Object",
    "Parts",
    "failures",
    "is_class",
    "is_method",
    "members",
    "parts",
    "rebuilt",
]

Object: TypeAlias = dict[str, Tree]
Parts: TypeAlias = dict[Pointer, Tree]

_DEEP: Final = ("components", "paths", "webhooks")
_FLAT: Final = ("definitions", "parameters", "responses", "securityDefinitions")
"""What Swagger 2.0 keeps at the root."""
_OTHERWISE: Final = frozenset({"anyOf", "oneOf", "enum", "const", "nullable"})
"""What may make something else of an object, as a reference does."""


def parts(tree: Tree) -> Parts:
    """Components, operations, and what the operations of a path share."""
    found: Parts = {}

    def note(place: Pointer, section: Object) -> Object:
        found.update((join(place, name), each) for name, each in section.items())
        return section

    rebuilt(tree, note)
    return found


def rebuilt(tree: Tree, make: Callable[[Pointer, Object], Object]) -> Object:
    """The document with each of the objects that hold parts as `make` makes it."""
    made = dict(members(tree))
    for key in _DEEP:
        if isinstance(made.get(key), dict):
            made[key] = {
                name: (
                    make(join("#", key, name), each) if isinstance(each, dict) else each
                )
                for name, each in members(made[key])
            }
    for key in _FLAT:
        if isinstance(made.get(key), dict):
            made[key] = make(f"#/{key}", dict(members(made[key])))
    return made


def members(tree: Tree, key: str | None = None) -> Iterator[tuple[str, Tree]]:
    """What an object holds, or its member of that name; nothing for all else."""
    inside = tree if key is None else _get(tree, key)
    if isinstance(inside, dict):
        yield from inside.items()


def is_method(tree: Tree) -> bool:
    """Whether a member of a path is an operation."""
    return isinstance(tree, dict) and "responses" in tree


def is_class(tree: Tree) -> bool:
    """Whether a schema is certainly an object with members, and so a class."""
    if not isinstance(tree, dict) or "$ref" in tree:
        return False
    taken_in = tree.get("allOf")
    merged = [tree, *(taken_in if isinstance(taken_in, list) else ())]
    return all(map(_is_object, merged)) and any(
        isinstance(each, dict) and "properties" in each for each in merged
    )


def _is_object(tree: Tree) -> bool:
    return (
        isinstance(tree, dict)
        and tree.get("type", "object") == "object"
        and tree.keys().isdisjoint(_OTHERWISE)
    )


def failures(operation: Tree) -> Iterator[tuple[str, Tree]]:
    """Answers that become exceptions, which operations share."""
    for status, each in members(operation, "responses"):
        if status[:1] not in ("1", "2", "3"):
            yield status, each


def _get(tree: Tree, key: str) -> Tree:
    return tree.get(key) if isinstance(tree, dict) else None
