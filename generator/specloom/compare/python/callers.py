"""Two surfaces, and how callers meet their models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...link import Direction
from ..effect import Effect
from .annotations import effect_of, names_in, parsed
from .spot import DOCUMENT
from .surface import Surface, reaches

__all__ = ["Callers", "callers"]


@dataclass(frozen=True, slots=True)
class Callers:
    """What code was written against, and what it will meet."""

    base: Surface
    revision: Surface
    sent: frozenset[str]
    received: frozenset[str]
    renamed: Mapping[str, str]
    """Classes that only have another name: before -> after."""
    holders: Mapping[str, frozenset[str]]
    """Class -> the classes and operations that name it, on either side."""

    def ways(self, name: str) -> tuple[Direction, ...]:
        """How a model travels; one that no method reaches travels nowhere."""
        return tuple(self._ways(name))

    def _ways(self, name: str) -> Iterator[Direction]:
        if name in self.sent:
            yield "request"
        if name in self.received:
            yield "response"

    def operations(self, name: str) -> tuple[str, ...]:
        """The operations whose method leads to a model."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting.extend(self.holders.get(each, ()))
        return tuple(sorted(each for each in found if " " in each))

    def alike(self, before: str, after: str) -> bool:
        """Whether only classes took each other's place, with all the fields of the old."""
        old, new = set(names_in(parsed(before))), set(names_in(parsed(after)))
        gone, come = old - new, new - old
        return bool(gone) and all(
            any(self._stands_in(one, other) for other in come) for one in gone
        )

    def _stands_in(self, one: str, other: str) -> bool:
        before, after = self.base.classes.get(one), self.revision.classes.get(other)
        if before is None or after is None or before.value or after.value:
            return False
        return before.fields.keys() <= after.fields.keys()

    def effect(self, before: str, after: str) -> Effect | None:
        """What a change of an annotation does, renamed classes aside."""
        if before == after:
            return None
        return effect_of(parsed(before), parsed(after), self.renamed)


def callers(base: Surface, revision: Surface) -> Callers:
    """Both surfaces, with the models that are passed and those that are read."""
    sent, received = set[str](), set[str]()
    for side in (base, revision):
        sent |= reaches(side, _taken(side))
        received |= reaches(side, _given(side))
    return Callers(
        base,
        revision,
        frozenset(sent),
        frozenset(received),
        _renamed(base, revision),
        _holders(base, revision),
    )


def _holders(*sides: Surface) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for side in sides:
        for name, each in side.classes.items():
            for inside in each.annotations:
                for held in names_in(parsed(inside)):
                    found.setdefault(held, set()).add(name)
        for method in side.methods.values():
            for inside in method.annotations:
                for held in names_in(parsed(inside)):
                    found.setdefault(held, set()).add(method.operation)
    return {name: frozenset(each) for name, each in found.items()}


def _taken(side: Surface) -> Iterator[str]:
    for method in side.methods.values():
        yield from method.taken


def _given(side: Surface) -> Iterator[str]:
    yield from (method.returns for method in side.methods.values())
    yield from (body for _, body in side.errors.values() if body)


def _renamed(base: Surface, revision: Surface) -> dict[str, str]:
    """The same place in the document, and a name that only one side has."""
    after = {each.pointer: name for name, each in revision.classes.items()}
    after.pop(DOCUMENT, None)
    return {
        name: after[each.pointer]
        for name, each in base.classes.items()
        if name not in revision.classes
        and each.pointer in after
        and after[each.pointer] not in base.classes
    }
