"""A diff with the places of its changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...link import Pointer
from ...report import Position
from ..change import Change, Diff
from ..version import bump, bumped

__all__ = ["Lines", "Shown", "callers", "next_versions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A few lines of a document, from `first` (counted from 1)."""

    first: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is told about one document."""

    diff: Diff
    path: str
    """How messages name the document after the change."""
    before: Mapping[Pointer, Position] = field(default_factory=dict[Pointer, Position])
    after: Mapping[Pointer, Position] = field(default_factory=dict[Pointer, Position])
    old_lines: Mapping[Pointer, Lines] = field(default_factory=dict[Pointer, Lines])
    new_lines: Mapping[Pointer, Lines] = field(default_factory=dict[Pointer, Lines])

    def position(self, change: Change) -> Position | None:
        """Line and column of a change: after it, or before it where its place is gone."""
        if change.revision:
            return self.after.get(change.revision)
        return self.before.get(change.base)


def callers(change: Change) -> str:
    """`14 operations`, `GET /pets`, or "" where no operation is reached."""
    count = len(change.operations)
    return (
        change.operations[0] if count == 1 else f"{count} operations" if count else ""
    )


def next_versions(diff: Diff) -> tuple[str, str]:
    """The next version of the document and of the package, "" where it isn't known."""
    document = bumped(diff.base_version, bump(diff.verdict("wire")))
    package = bumped(diff.package_version, bump(diff.verdict("py")))
    return document, package
