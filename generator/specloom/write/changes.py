"""What a run does to a folder: the door out of `write`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

__all__ = ["Change", "Changes", "Conflict", "Kind"]


class Kind(StrEnum):
    """What happens to a file."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"


class Conflict(StrEnum):
    """Why a file is the user's."""

    EDITED = "edited"
    """We wrote it; somebody changed it since."""
    FOREIGN = "foreign"
    """We did not write it, and it stands where a generated file must go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file that differs; `path` is relative to the package's folder."""

    kind: Kind
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is to be done in a folder. With a conflict, nothing is done."""

    folder: Path
    changes: tuple[Change, ...] = ()
    unchanged: int = 0
    conflicts: tuple[tuple[str, Conflict], ...] = ()
    """Files of the user's, by path, that stand in the way."""
    kept: tuple[str, ...] = ()
    """Files that we wrote once and no longer need, edited since: they stay."""
