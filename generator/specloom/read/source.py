"""What the author wrote, and where: the door out of `read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from ..report import Position
from .remote import LOCK, Remote

__all__ = ["Position", "Source", "SourceFile", "Tree"]

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One file: its text and its tree of JSON values. Trees are never changed in place."""

    name: str
    """How messages and pointers name it: "" for the root document, else its path from it."""
    path: Path
    text: str = field(repr=False)
    tree: Tree = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document and every file that its `$ref`s reach, in order of first reach."""

    location: str
    """How what is made of the document names it, for example `specs/shop.yaml`."""
    root: SourceFile
    files: Mapping[str, SourceFile]
    """All files by name, the root under ""."""
    moved: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Place in the root's tree -> place in a file, for what overlays have changed."""
    remote: Remote = field(default_factory=lambda: Remote(Path(LOCK)), repr=False)
    """Where its remote files are from."""
