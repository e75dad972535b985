"""Where the keys of a TOML text stand: `tomllib` gives values without their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from ..report import Excerpt, Position

__all__ = ["Place", "place_of_error", "place_of_key"]

Place: TypeAlias = tuple[Position, Excerpt]

_KEY = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_PATH = re.compile(rf"\s*\[?\[?\s*({_KEY}(?:\s*\.\s*{_KEY})*)")
_ERROR = re.compile(r"\(at line (\d+), column (\d+)\)$")


def place_of_key(text: str, path: tuple[str, ...]) -> Place:
    """The place where a key, given with the tables around it, is first named.

    Of a key that is nowhere by itself, the place of the table around it.
    """
    lines = text.splitlines() or [""]
    for length in range(len(path), 0, -1):
        for number, start, end, named in _named(lines):
            if named[:length] == path[:length]:
                return _place(lines, number, start, end)
    return _place(lines, 1, 0, len(lines[0]))


def place_of_error(text: str, message: str) -> Place:
    """The place that a message of `tomllib` tells; the end where it tells none."""
    lines = text.splitlines() or [""]
    found = _ERROR.search(message)
    if found is None:
        return _place(lines, len(lines), len(lines[-1]), len(lines[-1]))
    number = min(int(found[1]), len(lines))
    return _place(lines, number, int(found[2]) - 1, int(found[2]))


def _named(lines: list[str]) -> Iterator[tuple[int, int, int, tuple[str, ...]]]:
    """Line number, columns and full path of each header and key."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        found = _PATH.match(line)
        if found is None:
            continue
        parts = tuple(part.strip("\"'") for part in re.findall(_KEY, found[1]))
        if line.lstrip().startswith("["):
            table = parts
            yield number, found.start(1), found.end(1), table
        else:
            yield number, found.start(1), found.end(1), (*table, *parts)


def _place(lines: list[str], number: int, start: int, end: int) -> Place:
    position = Position(line=number, column=start + 1, end_column=max(end, start) + 1)
    return position, Excerpt(text=lines[number - 1])
