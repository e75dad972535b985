"""Changes that are one fact to a reader: the same place, on the wire and in Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..link import Pointer
from .change import Change
from .effect import Severity

__all__ = ["Group", "groups"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One root cause: what it does in both worlds."""

    place: Pointer
    changes: tuple[Change, ...]

    @property
    def severity(self) -> Severity:
        """The worst of what nobody accepted."""
        return max(_open(each) for each in self.changes)

    @property
    def operations(self) -> tuple[str, ...]:
        """Every operation that is reached."""
        return tuple(dict.fromkeys(o for each in self.changes for o in each.operations))


def groups(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes by root cause, most severe first, then in the order of the document."""
    found: dict[Pointer, list[Change]] = {}
    for change in changes:
        found.setdefault(change.place, []).append(change)
    made = (Group(place=place, changes=tuple(each)) for place, each in found.items())
    return tuple(sorted(made, key=lambda group: -group.severity))


def _open(change: Change) -> Severity:
    return Severity.NONE if change.accepted else change.severity
