"""Where a finding is: a place in a text, and the line that shows it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Excerpt", "Position"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place in a text, counted from 1; `end_column` closes the token that starts there."""

    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line of a text, or of a very long line the piece that begins at `column`."""

    text: str
    column: int = 1
