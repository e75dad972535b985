"""Compare generated files with a folder, without touching it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .changes import Change, Changes, Conflict, Kind
from .manifest import MANIFEST, digest, parse
from .paths import UnsafePathError, inside

__all__ = ["plan"]


def plan(contents: Mapping[str, bytes], folder: Path) -> Changes:
    """What writing the files into the folder would change.

    A file of the folder is ours if the manifest lists it with the hash that it has now.
    Every other file is the user's: it stays, and it is a conflict where we need its place.

    Raises:
        UnsafePathError: A path is absolute, climbs, or passes a link out of the folder.
        OSError: The folder cannot be read.
    """
    known = parse(folder)
    changes: list[Change] = []
    conflicts: list[tuple[str, Conflict]] = []
    unchanged = 0
    for path, content in contents.items():
        old = _read(inside(folder, path))
        if old == content:
            unchanged += 1
        elif old is None:
            changes.append(Change(kind=Kind.CREATED, path=path))
        elif path == MANIFEST or _ours(known, path, old):
            changes.append(Change(kind=Kind.UPDATED, path=path))
        else:
            why = Conflict.EDITED if path in known else Conflict.FOREIGN
            conflicts.append((path, why))
    stale, kept = _stale(known, contents, folder)
    return Changes(
        folder=folder,
        changes=(*changes, *stale),
        unchanged=unchanged,
        conflicts=tuple(conflicts),
        kept=kept,
    )


def _stale(
    known: Mapping[str, str], contents: Mapping[str, bytes], folder: Path
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Files that we wrote and that no longer come out: to delete, and edited ones to keep."""
    deleted: list[Change] = []
    kept: list[str] = []
    for path in sorted(known.keys() - contents.keys()):
        try:
            old = _read(inside(folder, path))
        except UnsafePathError:
            continue
        if old is None:
            continue
        if _ours(known, path, old):
            deleted.append(Change(kind=Kind.DELETED, path=path))
        else:
            kept.append(path)
    return tuple(deleted), tuple(kept)


def _ours(known: Mapping[str, str], path: str, content: bytes) -> bool:
    """Whether the file is as we wrote it."""
    return path in known and digest(content).startswith(known[path])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
