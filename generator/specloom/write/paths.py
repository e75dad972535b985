"""Generated paths stay inside their package's folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

__all__ = ["UnsafePathError", "inside"]


class UnsafePathError(ValueError):
    """A path would leave the package's folder."""


def inside(folder: Path, path: str) -> Path:
    """The place of a relative POSIX path in a folder.

    Raises:
        UnsafePathError: The path is absolute, climbs, or passes a link out of the folder.
    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or not pure.parts or ".." in pure.parts or "\\" in path:
        raise UnsafePathError(f"{path!r} leaves the package's folder")
    target = folder / pure
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise UnsafePathError(f"{path!r} passes a link that leaves the folder")
    return target
