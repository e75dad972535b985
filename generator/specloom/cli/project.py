"""The project that a command runs in."""

from __future__ import annotations

from pathlib import Path

from ..settings import Settings, find, load

__all__ = ["settings_here"]


def settings_here() -> Settings | None:
    """The settings of the nearest project upwards from the working directory."""
    path = find(Path.cwd())
    return None if path is None else load(path)
