"""Offsets in a text as lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from ..report import Excerpt, Position

__all__ = ["Lines"]

_BREAK = re.compile(r"\r\n|\r|\n")
_LONGEST = 160
_LEAD = 60


class Lines:
    """The lines of one text. Built once, asked often."""

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        else:
            self._starts = [0, *accumulate(len(e) + 1 for e in text.split("\n"))][:-1]

    def position(self, start: int, end: int) -> Position:
        """The place of a token; one of several lines closes with its first."""
        row = bisect_right(self._starts, start) - 1
        begin = self._starts[row]
        close = begin + len(self._line(row + 1).rstrip())
        end = max(min(end, close), start + 1)
        return Position(
            line=row + 1, column=start - begin + 1, end_column=end - begin + 1
        )

    def excerpt(self, position: Position) -> Excerpt:
        """The line, or of a very long one (minified JSON) what is around the place."""
        line = self._line(position.line)
        if len(line) <= _LONGEST:
            return Excerpt(text=line)
        start = max(0, position.column - 1 - _LEAD)
        return Excerpt(text=line[start : start + _LONGEST], column=start + 1)

    def _line(self, number: int) -> str:
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else None
        return self._text[start:end].rstrip("\r\n")
