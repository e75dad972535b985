"""How messages name and count things."""

from __future__ import annotations

import os
from pathlib import Path

from ..settings import Target

__all__ = ["plural", "said", "shown"]


def said(target: Target) -> str:
    """A document as messages have it."""
    return target.location if target.address else shown(target.document)


def shown(path: Path) -> str:
    """A path as messages have it: from the working folder, if it lies below."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def plural(count: int, noun: str) -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
