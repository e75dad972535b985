"""The parts whose conjunction a schema is: `allOf` and the siblings of `$ref`."""

from __future__ import annotations

from ..read import Tree
from .api import Pointer
from .node import Node

__all__ = ["facets", "transparent"]

ANNOTATIONS = frozenset(
    [
        "$comment",
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    ]
)
MEANING = frozenset({"x-sensitive", "x-unix-time"})
"""Extensions that change a type, so that a reference with one is a schema of its own."""

_TAKING = frozenset({"$ref", "$dynamicRef", "allOf"})


def facets(root: Node) -> tuple[Node, ...]:
    """The schema and all that it takes in, those first that are taken in.

    JSON Schema 2020-12, core, sections 8.2.3.1 (`$ref`) and 10.2.1.1 (`allOf`).
    """
    if not _taken_in(root):
        return (root,)
    found: list[Node] = []
    seen: set[Pointer] = set()
    stack = [(root, False)]
    while stack:
        node, complete = stack.pop()
        if complete:
            found.append(node)
        elif node.pointer not in seen:
            seen.add(node.pointer)
            stack.append((node, True))
            stack.extend((part, False) for part in reversed(_taken_in(node)))
    return tuple(found)


def _taken_in(node: Node) -> list[Node]:
    if not isinstance(node.tree, dict) or _TAKING.isdisjoint(node.tree):
        return []
    target = node.referred()
    parts = list(node.items("allOf"))
    return parts if target is None else [target, *parts]


def transparent(node: Node) -> Node:
    """The schema that a reference means, through all that only annotate it.

    `allOf` of one schema is how OpenAPI 3.0 annotates a reference.
    """
    seen: set[Pointer] = set()
    while node.pointer not in seen:
        seen.add(node.pointer)
        target = _only(node)
        if target is None or not _says_nothing(node.tree, target):
            return node
        node = target
    return node


def _only(node: Node) -> Node | None:
    parts = _taken_in(node)
    return parts[0] if len(parts) == 1 else None


def _says_nothing(tree: Tree, target: Node) -> bool:
    """Whether a schema adds no meaning to the one that it takes in."""
    assert isinstance(tree, dict)
    rest = {
        key
        for key in tree
        if key not in ANNOTATIONS
        and key not in ("$ref", "$dynamicRef", "allOf")
        and (key in MEANING or not key.startswith("x-"))
    }
    if rest != {"type"}:
        return not rest
    target = target.followed()
    own, other = _types(tree["type"]), _types(target.value("type"))
    if tree["type"] == target.value("type") or (other and own.isdisjoint(other)):
        return True  # nothing could be both: what is referred to was looked at longer
    structured = target.has("properties", "allOf", "oneOf", "anyOf")
    return tree["type"] == "object" and structured


def _types(stated: Tree) -> set[str]:
    """The names of a `type`; integers are numbers."""
    names = stated if isinstance(stated, list) else [stated]
    found = {name for name in names if isinstance(name, str)}
    return found | {"number"} if "integer" in found else found
