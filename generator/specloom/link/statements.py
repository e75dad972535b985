"""Several statements about one member: which of them counts, or whether all do."""

from __future__ import annotations

from ..read import Tree
from .api import Constant
from .facets import ANNOTATIONS, facets, transparent
from .node import Node

__all__ = ["CONSTRAINTS", "last_default", "telling", "told_value"]

CONSTRAINTS = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
]
"""Keywords that narrow values but never their type (JSON Schema, validation, 6.2-6.5)."""
SILENT = ANNOTATIONS.union(
    CONSTRAINTS, ("contains", "minContains", "maxContains", "propertyNames", "not")
)


DEPTH = 8
"""Arrays of arrays are compared no deeper: some of them have no end."""


def telling(nodes: list[Node]) -> list[Node]:
    """The statements that say something which no other one says, in their order.

    Of two that say the same the later one counts.
    """
    kept: list[Node] = []
    for index, node in enumerate(nodes):
        later = nodes[index + 1 :]
        if not any(says_no_more(node, other) for other in (*later, *kept)):
            kept.append(node)
    return kept


def says_no_more(node: Node, other: Node, depth: int = 0) -> bool:
    """Whether a schema says nothing about values that the other one doesn't say too."""
    one, two = transparent(node), transparent(other)
    if one.pointer == two.pointer or one.tree is True:
        return True
    if depth > DEPTH:
        return False
    if any(part.pointer == one.pointer for part in facets(two)):
        return True
    if not isinstance(one.tree, dict):
        return False
    stated = one.tree.keys() - SILENT
    if not stated <= {"type", "items"}:
        return False
    whole = facets(two)
    kinds = [part.value("type") for part in whole if part.has("type")]
    if "type" in stated and one.value("type") not in kinds:
        return False
    items, others = one.get("items"), [part.get("items") for part in whole]
    found = [each for each in others if each is not None]
    return items is None or any(says_no_more(items, each, depth + 1) for each in found)


def last_default(nodes: list[Node]) -> Constant | None:
    """The last `default` that a statement gives, itself or by what it refers to.

    An annotation: whoever takes a member in may say another one (JSON Schema 2020-12,
    validation, section 9.2).
    """
    every = (part for node in reversed(nodes) for part in reversed(facets(node)))
    return next(filter(None, (part.constant("default") for part in every)), None)


def told_value(header: Node, schema: Node | None) -> str | None:
    """What a part always says in a header field: a constant, a default or an example."""
    inside = None if schema is None else schema.followed()
    found: list[Tree] = []
    if inside is not None:
        values = inside.value("enum")
        one = values if isinstance(values, list) and len(values) == 1 else []
        found += [inside.value("const"), *one, inside.value("default")]
    found += [header.value("example"), *(each.value for each in header.examples)]
    if inside is not None:
        found += [inside.value("example"), *(each.value for each in inside.examples)]
    texts = (each for each in found if isinstance(each, str | int | float))
    first = next(texts, None)
    text = str(first).lower() if isinstance(first, bool) else str(first)
    is_field = text.isascii() and text.isprintable() and text.strip() == text
    return text if first is not None and is_field else None
