"""Which way components travel: what is sent is typed closed, what is only received open."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final, TypeAlias

from ...link import Pointer
from ...read import Tree
from .parts import Parts, members
from .references import References, is_component, references

__all__ = ["Edges", "Side", "carried", "links", "turned"]

Edges: TypeAlias = dict[Pointer, set[Pointer]]

_REQUEST: Final = ("requestBody", "parameters", "callbacks")
_ANSWER: Final = ("responses", "callbacks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The parts of one document, and what those refer to."""

    parts: Parts
    uses: Mapping[Pointer, References]

    def ways(
        self, operations: Set[Pointer], *, is_sent: bool, with_bases: bool
    ) -> Mapping[Pointer, Pointer]:
        """Components that operations carry one way, and from where each is reached first.

        A base of `allOf` may be merged into what takes it in, and so not be carried itself.
        """
        came: dict[Pointer, Pointer] = {}
        waiting = [
            (each, by)
            for by, tree in self.parts.items()
            if by in operations
            for each in sorted(_load(by, tree, is_sent))
        ]
        for each, by in waiting:
            inside = self.uses.get(each)
            if each in came or inside is None:
                continue
            came[each] = by
            more = inside.all if with_bases else inside.all - inside.bases
            waiting.extend((further, each) for further in sorted(more))
        return came


def links(
    old: Side, new: Side, needed: set[Pointer], touched: set[Pointer]
) -> set[Pointer]:
    """Untouched operations that carry what is needed, with what lies between.

    One for each component and way for which no touched operation vouches on both sides.
    """
    found: set[Pointer] = set()
    for is_sent in (True, False):
        sides = [
            each.ways(touched, is_sent=is_sent, with_bases=False) for each in (old, new)
        ]
        vouched = sides[0].keys() & sides[1].keys()
        for with_bases in (False, True):
            ways = new.ways(
                new.parts.keys() - touched, is_sent=is_sent, with_bases=with_bases
            )
            for pointer in ways.keys() & needed:
                step: Pointer | None = pointer
                while step is not None and step not in vouched:
                    vouched.add(step)
                    found.add(step)
                    step = ways.get(step)
    return found


def turned(old: Side, new: Side) -> set[Pointer]:
    """Components of the same text that start or cease to travel one way.

    What is sent is typed otherwise than what is only received.
    """
    found: set[Pointer] = set()
    for is_sent in (True, False):
        for with_bases in (False, True):
            before, after = (
                each.ways(each.parts.keys(), is_sent=is_sent, with_bases=with_bases)
                for each in (old, new)
            )
            found |= before.keys() ^ after.keys()
    return found


def _load(pointer: Pointer, tree: Tree, is_sent: bool) -> set[Pointer]:
    """What an operation carries one way; a webhook is a request of the service."""
    if is_component(pointer):
        return set()
    is_request = is_sent != pointer.startswith("#/webhooks/")
    if pointer.endswith("/parameters"):
        return references(tree).all if is_request else set()
    return carried(tree, _REQUEST if is_request else _ANSWER)


def carried(operation: Tree, keys: tuple[str, ...]) -> set[Pointer]:
    """What an operation refers to under some of its keys."""
    loads = (each for key, each in members(operation) if key in keys)
    return set[Pointer]().union(*(references(each).all for each in loads))
