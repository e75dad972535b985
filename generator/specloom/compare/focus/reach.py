"""How far what changed reaches, and what has to stand whole for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...link import Pointer
from ...read import Tree
from .namesakes import namesakes
from .parts import Parts, failures, is_class
from .references import References, differing, is_component, references, retyped
from .travel import Edges, Side, carried, links, turned

__all__ = ["Reach", "reach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a comparison has to look at."""

    uses: Edges
    """What each part refers to, on either side."""
    needed: set[Pointer]
    """All that changes, and all that says where it goes."""
    unused: set[Pointer]
    """What changed, and what takes it in, though no operation leads there."""
    whole: set[Pointer]
    """Of what is needed: what may be compared with something else than itself."""
    leading: set[Pointer]
    """What has to be led to, by members that are the same on both sides too."""

    def matters(self, tree: Tree) -> bool:
        """Whether a member that is the same on both sides leads somewhere."""
        return not self.leading.isdisjoint(references(tree).all)


def reach(old: Parts, new: Parts) -> Reach:
    """How far the differences of two documents reach."""
    parts = {**old, **new}
    changed = {p for p, tree in parts.items() if p not in old or old[p] != tree}
    changed |= old.keys() - new.keys()
    now = {pointer: references(tree) for pointer, tree in parts.items()}
    before = {p: references(old[p]) for p in changed & old.keys() & new.keys()}
    found = {p: e.also(before[p]) if p in before else e for p, e in now.items()}
    uses = {pointer: set(each.all) for pointer, each in found.items()}
    bases = {pointer: each.bases for pointer, each in found.items()}
    takers = _turned(bases)
    _inherit(parts, takers, uses)
    holders = _turned(uses)
    sides = (Side(parts=old, uses={**now, **before}), Side(parts=new, uses=now))
    cut = (each for p in before for each in retyped(old[p], new[p]))
    typed_otherwise = turned(*sides) | _reached(cut, uses)
    touched = _reached(changed | typed_otherwise, holders)
    needed = _reached(_roots(new, touched), uses) | namesakes(old, new)
    linked = links(*sides, needed, touched)
    needed |= linked
    unused = _reached(changed, _retyping(old, new, holders, takers)) - needed
    merged = _reached((base for p in unused & bases.keys() for base in bases[p]), bases)
    whole = _whole(old, new, needed, found, uses) | typed_otherwise | merged
    return Reach(
        uses=uses,
        needed=needed,
        unused=(unused | merged) - needed,
        whole=whole,
        leading=touched | linked | whole,
    )


def _retyping(old: Parts, new: Parts, holders: Edges, takers: Edges) -> Edges:
    """Who is typed otherwise when a part changes: a class is called as it was."""
    return {
        pointer: (
            takers.get(pointer, set())
            if all(is_class(side.get(pointer)) for side in (old, new))
            else {each for each in inside if is_component(each)}
        )
        for pointer, inside in holders.items()
    }


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
    uses: Edges,
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
    return carried(tree, ("requestBody", "parameters"))


def _inherit(parts: Parts, takers: Edges, uses: Edges) -> None:
    """A base that is told apart by a discriminator means all schemas that take it in."""
    for pointer, tree in parts.items():
        keys = tree.keys() if isinstance(tree, dict) else ()
        if "discriminator" in keys and "oneOf" not in keys and "anyOf" not in keys:
            uses[pointer] |= _reached([pointer], takers)


def _turned(edges: Edges) -> Edges:
    found: Edges = {}
    for pointer, inside in edges.items():
        for each in inside:
            found.setdefault(each, set()).add(pointer)
    return found


def _reached(roots: Iterable[Pointer], edges: Edges) -> set[Pointer]:
    found: set[Pointer] = set()
    waiting = list(roots)
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found.add(pointer)
            waiting.extend(edges.get(pointer, ()))
    return found
