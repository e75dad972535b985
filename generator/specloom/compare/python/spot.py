"""Where a name of a package comes from, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass

from ...link import Pointer

__all__ = ["DOCUMENT", "Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """The place in the document that a name stands for, and its line of Python."""

    pointer: Pointer
    text: str


DOCUMENT: Pointer = "#"
"""The place of what the document as a whole makes: the package, its client, its errors."""
