"""Changes that belong together: those of one component or path, in both worlds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..link import Pointer
from ..read import join, split
from .change import Change
from .effect import Severity

__all__ = ["Group", "groups", "root_of"]

MODELS: Final = "#/components/schemas"
"""The root of models that are new, or that no operation uses."""
DOCUMENT: Final = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What happens to one component or path, in both worlds."""

    place: Pointer
    changes: tuple[Change, ...]

    @property
    def severity(self) -> Severity:
        """The worst of what nobody accepted."""
        return max(_open(each) for each in self.changes)

    @property
    def title(self) -> str:
        """The component, path or webhook by its name."""
        _, tokens = split(self.place)
        if self.place == MODELS:
            return "models"
        return tokens[-1] if tokens else "the document"

    @property
    def operations(self) -> tuple[str, ...]:
        """Every operation that is reached."""
        return tuple(dict.fromkeys(o for each in self.changes for o in each.operations))


def groups(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes by root cause, most severe first, then in the order of the document."""
    found: dict[Pointer, list[Change]] = {}
    for change in changes:
        found.setdefault(_root(change), []).append(change)
    made = (Group(place=place, changes=_sorted(each)) for place, each in found.items())
    return tuple(sorted(made, key=lambda group: -group.severity))


def _root(change: Change) -> Pointer:
    """Models come with what uses them: all that are new, or that nothing uses, are one fact."""
    unused = change.family == "py" and not change.operations
    if change.rule == "py/model-added" or (unused and change.place != DOCUMENT):
        return MODELS
    return root_of(change.place)


def root_of(pointer: Pointer) -> Pointer:
    """The component, path or webhook that a place belongs to."""
    file, tokens = split(pointer)
    depth = 3 if tokens[:1] == ("components",) else 2
    return join(f"{file}#", *tokens[:depth])


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda each: -_open(each)))


def _open(change: Change) -> Severity:
    return Severity.NONE if change.accepted else change.severity
