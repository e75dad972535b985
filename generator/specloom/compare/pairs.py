"""Pairs of schemas: each is compared once, however many operations reach it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ..link import AnyValue, Api, Direction, NoValue, Object, Pointer, Union
from .defaults import defaults
from .effect import Effect
from .finding import Edge, Finding
from .hidden import uncovered
from .shapes import differences
from .unions import choices
from .view import View, view

__all__ = ["Pairs"]

Key: TypeAlias = tuple[Pointer, Pointer]


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs at a pair itself, and the pairs inside it."""

    findings: tuple[Finding, ...] = ()
    edges: tuple[Edge, ...] = ()


_UNFINISHED = Compared()


@dataclass(slots=True)
class Pairs:
    """All pairs that were looked at. Cycles are taken as equal until something differs."""

    base: Api
    revision: Api
    _known: dict[Key, Compared] = field(default_factory=dict[Key, Compared])
    _dirty: set[Key] = field(default_factory=set[Key])

    def explore(self, roots: Iterable[Key]) -> None:
        """Compare all that the roots hold, and remember which pairs lead to a difference."""
        reached = self._reach(roots)
        holders: dict[Key, list[Key]] = {}
        for key in reached:
            for edge in self.at(key).edges:
                holders.setdefault((edge.base, edge.revision), []).append(key)
        waiting = [key for key in reached if self.at(key).findings]
        while waiting:
            key = waiting.pop()
            if key not in self._dirty:
                self._dirty.add(key)
                waiting.extend(holders.get(key, ()))

    def inside(self, root: Key, way: Direction) -> Iterator[Finding]:
        """What differs in an explored pair, as it travels one way."""
        seen: set[Key] = set()
        waiting = [root]
        while waiting:
            key = waiting.pop()
            if key in seen or key not in self._dirty:
                continue
            seen.add(key)
            compared = self._known[key]
            yield from compared.findings
            waiting.extend(
                (edge.base, edge.revision)
                for edge in compared.edges
                if edge.only in (None, way)
            )

    def effects(self, root: Key) -> frozenset[Effect]:
        """All that happens to the values of a pair, at any depth."""
        return frozenset(
            finding.effect
            for key in self._reach((root,))
            for finding in self.at(key).findings
        )

    def at(self, key: Key) -> Compared:
        """What differs at a pair itself."""
        known = self._known.get(key)
        if known is None:
            self._known[key] = _UNFINISHED
            known = self._known[key] = self._compared(key)
        return known

    def _reach(self, roots: Iterable[Key]) -> dict[Key, None]:
        found: dict[Key, None] = {}
        waiting = list(roots)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found[key] = None
                waiting.extend((e.base, e.revision) for e in self.at(key).edges)
        return found

    def _compared(self, key: Key) -> Compared:
        base, revision = view(self.base, key[0]), view(self.revision, key[1])
        parts = tuple(differences(base, revision))
        if isinstance(base.shape, Object) and isinstance(revision.shape, Object):
            found = defaults(self.base, self.revision, base.shape, revision.shape)
            parts = (*parts, *found)
        if _is_choice(base, revision):
            kept = (
                p for p in parts if not isinstance(p, Finding) or "type" not in p.rule
            )
            parts = (*kept, *choices(self, base, revision))
        return Compared(
            tuple(
                uncovered(self.base, self.revision, base, revision, part)
                for part in parts
                if isinstance(part, Finding)
            ),
            tuple(part for part in parts if isinstance(part, Edge)),
        )


def _is_choice(base: View, revision: View) -> bool:
    shapes = (base.shape, revision.shape)
    any_or_none = any(isinstance(shape, AnyValue | NoValue) for shape in shapes)
    return any(isinstance(shape, Union) for shape in shapes) and not any_or_none
