"""What stands in the way on the disk, told at the first line that is not ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from ..report import Diagnostic, Excerpt, Located, Position
from ..write import Changes, Conflict
from .words import shown

__all__ = ["standing"]

WHY = {
    Conflict.EDITED: ("SP601", "was edited since it was generated"),
    Conflict.FOREIGN: ("SP602", "was not written by specloom"),
}


def standing(
    changes: Changes, contents: Mapping[str, bytes], document: str
) -> Iterator[Located]:
    """Findings about files of the user's: those in the way, and those that stay behind."""
    for path, conflict in changes.conflicts:
        code, why = WHY[conflict]
        diagnostic = Diagnostic(
            code=code,
            message=f"this file {why}; nothing is written",
            pointer="#",
            help="move it away, or generate into another folder",
        )
        yield _located(diagnostic, changes, path, contents[path], document)
    for path in changes.kept:
        diagnostic = Diagnostic(
            code="SP606", message="this file was edited, so it stays", pointer="#"
        )
        yield _located(diagnostic, changes, path, b"", document)


def _located(
    diagnostic: Diagnostic, changes: Changes, path: str, ours: bytes, document: str
) -> Located:
    file = changes.folder / path
    theirs = file.read_bytes().decode("utf-8", "replace")
    number, line = _difference(theirs, ours.decode())
    return Located(
        diagnostic=diagnostic,
        document=document,
        path=shown(file),
        position=Position(line=number, column=1, end_column=len(line) + 1),
        excerpt=Excerpt(text=line),
    )


def _difference(theirs: str, ours: str) -> tuple[int, str]:
    """The first line of the file that is not what would be written, from 1."""
    pairs = zip_longest(theirs.splitlines(), ours.splitlines())
    for number, (line, other) in enumerate(pairs, 1):
        if line != other:
            return number, line or ""
    return 1, ""
