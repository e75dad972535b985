"""What schemas assert of values besides their type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .api import JsonValue
from .node import Node
from .statements import CONSTRAINTS

__all__ = ["asserted", "constraining"]

ASSERTIONS = [
    "not",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "dependentSchemas",
    "patternProperties",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
    "x-extensible-enum",
]


def asserted(parts: Iterable[Node]) -> dict[str, tuple[JsonValue, ...]]:
    """What JSON Schema 2020-12 asserts beyond a type: sections 10.2, 10.3 and 11 of core."""
    found: dict[str, tuple[JsonValue, ...]] = {}
    for part in parts:
        tree = part.tree if isinstance(part.tree, dict) else {}
        for keyword in ASSERTIONS if not tree.keys().isdisjoint(ASSERTIONS) else ():
            if keyword in tree:
                found[keyword] = (*found.get(keyword, ()), tree[keyword])
    return found


def constraining(parts: Iterable[Node]) -> Iterator[tuple[str, JsonValue]]:
    """What narrows a type, keyword by keyword; of a keyword said twice the last counts."""
    for part in parts:
        tree = part.tree if isinstance(part.tree, dict) else {}
        for keyword in CONSTRAINTS if not tree.keys().isdisjoint(CONSTRAINTS) else ():
            if keyword in tree:
                yield keyword, tree[keyword]
