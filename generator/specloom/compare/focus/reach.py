"""How far what changed reaches, and what has to stand whole for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ...link import Pointer
from ...read import Tree
from .parts import Parts, failures, members
from .references import References, differing, is_component, references

__all__ = ["Reach", "reach"]

_Edges: TypeAlias = dict[Pointer, set[Pointer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a comparison has to look at."""

    uses: _Edges
    """What each part refers to, on either side."""
    touched: set[Pointer]
    """What changed, and all that leads to it."""
    needed: set[Pointer]
    """All that touched operations and exceptions lead to."""
    unused: set[Pointer]
    """What changed, and what takes it in, though no operation leads there."""
    whole: set[Pointer]
    """Of what is needed: what may be compared with something else than itself."""

    def matters(self, tree: Tree) -> bool:
        """Whether a part that is the same on both sides leads to one that is not."""
        return not self.touched.isdisjoint(references(tree).all)


def reach(old: Parts, new: Parts) -> Reach:
    """How far the differences of two documents reach."""
    parts = {**old, **new}
    changed = {p for p, tree in parts.items() if p not in old or old[p] != tree}
    changed |= old.keys() - new.keys()
    found = {pointer: references(tree) for pointer, tree in parts.items()}
    for pointer in changed & old.keys() & new.keys():
        found[pointer].add(references(old[pointer]))
    uses = {pointer: each.all for pointer, each in found.items()}
    takers = _turned({pointer: each.bases for pointer, each in found.items()})
    _inherit(parts, takers, uses)
    touched = _reached(changed, _turned(uses))
    needed = _reached(_roots(new, touched), uses)
    return Reach(
        uses=uses,
        touched=touched,
        needed=needed,
        unused=_reached(changed, takers) - needed,
        whole=_whole(old, new, needed, found, uses),
    )


def _roots(new: Parts, touched: set[Pointer]) -> set[Pointer]:
    """Operations that can tell a difference, and all that becomes an exception."""
    failing = (each for tree in new.values() for _, each in failures(tree))
    operations = {pointer for pointer in touched if not is_component(pointer)}
    return operations.union(*(references(each).all for each in failing))


def _whole(
    old: Parts,
    new: Parts,
    needed: set[Pointer],
    found: dict[Pointer, References],
    uses: _Edges,
) -> set[Pointer]:
    """What differences may set beside anything, and what is merged, told apart or sent."""
    beside: set[Pointer] = set()
    apart: set[Pointer] = set()
    for pointer in needed & found.keys():
        beside |= found[pointer].bases | differing(old.get(pointer), new.get(pointer))
        apart |= found[pointer].joined | _sent(pointer, old) | _sent(pointer, new)
    return apart | _reached(beside, uses)


def _sent(pointer: Pointer, parts: Parts) -> set[Pointer]:
    """What requests hold: its members may become arguments."""
    tree = parts.get(pointer)
    if any(word in pointer for word in ("/parameters", "/requestBodies/")):
        return references(tree).all
    sent = (each for key, each in members(tree) if key in ("requestBody", "parameters"))
    return set[Pointer]().union(*(references(each).all for each in sent))


def _inherit(parts: Parts, takers: _Edges, uses: _Edges) -> None:
    """A base that is told apart by a discriminator means all schemas that take it in."""
    for pointer, tree in parts.items():
        keys = tree.keys() if isinstance(tree, dict) else ()
        if "discriminator" in keys and "oneOf" not in keys and "anyOf" not in keys:
            uses[pointer] |= _reached([pointer], takers)


def _turned(edges: _Edges) -> _Edges:
    found: _Edges = {}
    for pointer, inside in edges.items():
        for each in inside:
            found.setdefault(each, set()).add(pointer)
    return found


def _reached(roots: Iterable[Pointer], edges: _Edges) -> set[Pointer]:
    found: set[Pointer] = set()
    waiting = list(roots)
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found.add(pointer)
            waiting.extend(edges.get(pointer, ()))
    return found
