"""Two documents through the rooms, and what changed between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..check import Document, check
from ..compare import (
    Acceptance,
    Diff,
    Side,
    accept,
    compare,
    focus,
    is_only_renamed,
    unsound,
)
from ..compare.formats import Lines, Shown
from ..read import Position, Source, locate, places, read
from ..report import Report, Severity
from ..settings import Target
from ..shape import shape
from ..targeting import api_of, names_of
from .project import project
from .sides import Given
from .tell import show

__all__ = ["Wish", "comparison"]

_HEIGHT = 6
_WIDTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How documents are compared, and what is looked up besides."""

    acceptances: tuple[Acceptance, ...]
    today: date
    callers: Path | None = None
    excerpts: bool = False
    """Whether lines of the documents are shown."""


def comparison(old: Given, new: Given, wish: Wish) -> Shown | None:
    """What changed; `None` where a side is no OpenAPI document, which has been told.

    Both sides are made with the settings of the document as it is now. Callers need whole
    packages; for all else, what the documents share is left out.
    """
    target = project((new.home,), "text").targets[0]
    before, after = _read(old), _read(new)
    if before is None or after is None:
        return None
    whole = wish.callers is not None
    sides = (before, after) if whole else focus(before, after)
    made = _compared(*sides, target, wish.today, whole=whole)
    if made is not None and any(
        is_only_renamed(each, before, after) for each in made.diff.changes
    ):
        made = _compared(before, after, target, wish.today, whole=whole)
    if made is None:
        return None
    diff = made.diff
    if wish.callers is not None:
        from .callers import called  # only here, as it imports what writes packages

        diff = called(diff, made.base, made.revision, wish.callers)
    diff = accept(diff, new.home.as_posix(), wish.acceptances, wish.today)
    places_before = _places(before, {each.base for each in diff.changes})
    places_after = _places(after, {each.revision for each in diff.changes})
    return Shown(
        diff=diff,
        path=new.name,
        before=places_before,
        after=places_after,
        old_lines=_lines(before, places_before) if wish.excerpts else {},
        new_lines=_lines(after, places_after) if wish.excerpts else {},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """Both sides, and what they differ in."""

    base: Side
    revision: Side
    diff: Diff


def _compared(
    before: Source, after: Source, target: Target, today: date, *, whole: bool
) -> _Made | None:
    left, right = _checked(before), _checked(after)
    if left is None or right is None:
        return None
    base, revision = (_side(each, target, whole=whole) for each in (left, right))
    diff = compare(base, revision, today)
    unread = unsound(before, left, after, right)
    return _Made(
        base=base,
        revision=revision,
        diff=replace(diff, changes=(*diff.changes, *unread)),
    )


def _read(given: Given) -> Source | None:
    report = Report()
    source = read(given.path, report, location=given.name)
    if source is None:
        show(locate(None, given.name, report.diagnostics), "text")
    return source


def _checked(source: Source) -> Document | None:
    report = Report()
    document = check(source, report, thorough=False)
    if document is None:
        found = locate(source, source.location, report.diagnostics)
        show([each for each in found if each.severity is Severity.ERROR], "text")
    return document


def _side(document: Document, target: Target, *, whole: bool) -> Side:
    report = Report()
    api = api_of(document, target, report)
    names = names_of(api, target, report)
    return Side(api=api, names=names, package=shape(api, names, report, whole=whole))


def _places(source: Source, pointers: set[str]) -> dict[str, Position]:
    found: dict[str, Position] = {}
    for name, file in source.files.items():
        inside = [each for each in pointers if each and each.partition("#")[0] == name]
        if inside:
            found.update(places(file, inside))
    return found


def _lines(source: Source, places: dict[str, Position]) -> dict[str, Lines]:
    """The line of each place with those that belong to it, a few, long ones cut."""
    texts = {name: file.text.splitlines() for name, file in source.files.items()}
    found: dict[str, Lines] = {}
    for pointer, position in places.items():
        lines = texts[pointer.partition("#")[0]]
        start = position.line - 1
        shown = _belonging(lines[start : start + _HEIGHT])
        found[pointer] = Lines(first=position.line, texts=tuple(shown))
    return found


def _belonging(lines: list[str]) -> Iterator[str]:
    """The first line, and those after it that are indented deeper or close it."""
    depth = len(lines[0]) - len(lines[0].lstrip())
    for index, line in enumerate(lines):
        inside = line.lstrip()
        if index and len(line) - len(inside) <= depth and inside[:1] not in ("}", "]"):
            return
        yield line[:_WIDTH]
