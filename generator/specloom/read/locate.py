"""Findings with their lines."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from ..report import Diagnostic, Located, Position
from .lines import Lines
from .places import places
from .pointer import Pointer, is_remote, split
from .source import Source

__all__ = ["locate"]


def locate(
    source: Source | None, location: str, diagnostics: Iterable[Diagnostic]
) -> tuple[Located, ...]:
    """The findings with their places, file by file from the top.

    `location` is how messages name the document. Without a `source` (the root document could
    not be read) only findings that bring their own position have one.
    """
    found = tuple(diagnostics)
    grouped: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        grouped.setdefault(split(diagnostic.pointer)[0], []).append(diagnostic)
    order = {name: at for at, name in enumerate(source.files if source else ())}
    located: list[Located] = []
    for name in sorted(grouped, key=lambda name: order.get(name, len(order))):
        made = _in_file(source, location, name, grouped[name])
        located.extend(sorted(made, key=_line))
    return tuple(located)


def _in_file(
    source: Source | None, location: str, name: str, group: list[Diagnostic]
) -> list[Located]:
    file = source.files.get(name) if source else None
    asked = [d.pointer for d in group if d.position is None]
    positions: Mapping[Pointer, Position] = (
        places(file, asked) if file and asked else {}
    )
    lines = Lines(file.text) if file and asked else None
    path = _path(location, name)
    made: list[Located] = []
    for diagnostic in group:
        position = diagnostic.position or positions.get(diagnostic.pointer)
        excerpt = diagnostic.excerpt
        if excerpt is None and lines is not None and position is not None:
            excerpt = lines.excerpt(position)
        made.append(
            Located(
                diagnostic=diagnostic,
                document=location,
                path=path,
                position=position,
                excerpt=excerpt,
            )
        )
    return made


def _path(location: str, name: str) -> str:
    if not name:
        return location
    if is_remote(name):
        return name
    return posixpath.normpath(posixpath.join(posixpath.dirname(location), name))


def _line(located: Located) -> tuple[int, int]:
    position = located.position
    return (position.line, position.column) if position else (0, 0)
