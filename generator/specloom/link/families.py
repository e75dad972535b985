"""Base schemas that are told apart by a discriminator, and who takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .api import Pointer
from .facets import transparent
from .node import Node

__all__ = ["Families", "families"]


@dataclass(frozen=True, slots=True)
class Families:
    """Component schemas by the base that they take in, through any number of others."""

    heirs: Mapping[Pointer, tuple[Node, ...]] = field(
        default_factory=dict[Pointer, tuple[Node, ...]]
    )

    def children(self, pointer: Pointer) -> tuple[Node, ...]:
        """The schemas that stand for a base (OpenAPI 3.1 section 4.8.25), if it is one."""
        return self.heirs.get(pointer, ())


def families(components: Iterable[Node]) -> Families:
    """Find every schema with a `discriminator` and no union, and its heirs."""
    parents: dict[Pointer, list[Node]] = {}
    bases: list[Node] = []
    for node in components:
        if node.has("discriminator") and not node.has("oneOf", "anyOf"):
            bases.append(node)
        for part in node.items("allOf"):
            target = part.referred()
            if target is not None:
                parents.setdefault(transparent(target).pointer, []).append(node)
    heirs = ((base.pointer, tuple(_heirs(base, parents))) for base in bases)
    return Families({pointer: found for pointer, found in heirs if found})


def _heirs(base: Node, parents: Mapping[Pointer, list[Node]]) -> list[Node]:
    found: dict[Pointer, Node] = {}
    waiting = [base.pointer]
    while waiting:
        for child in parents.get(waiting.pop(), ()):
            if child.pointer not in found and child.pointer != base.pointer:
                found[child.pointer] = child
                waiting.append(child.pointer)
    return list(found.values())
