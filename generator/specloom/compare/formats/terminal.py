"""Changes for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from ...report import visible
from ..change import Change
from ..effect import Severity
from ..group import Group, groups
from .shown import Shown, next_versions
from .words import SEVERITIES, WORLDS

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["text"]

_Piece: TypeAlias = tuple[str, str]
"""Some text and its style."""

_STYLES: Final = {
    Severity.BREAKING: "bold red",
    Severity.RISKY: "bold yellow",
    Severity.COMPATIBLE: "green",
    Severity.NONE: "dim",
}
_LISTED: Final = 3


def text(shown: Sequence[Shown], *, console: Console) -> None:
    """Print each document's verdicts, then its changes, most severe first."""
    for each in shown:
        for piece, style in _document(each):
            console.out(piece, style=style or None, end="", highlight=False)


def _document(shown: Shown) -> Iterator[_Piece]:
    diff = shown.diff
    document, package = next_versions(diff)
    yield visible(shown.path), "bold"
    for world, verdict, version in (
        ("wire", diff.verdict("wire"), document),
        ("Python", diff.verdict("py"), package),
    ):
        yield f"   {world}: ", ""
        yield verdict.word, _STYLES[verdict]
        if verdict and version:
            yield f" (next {visible(version)})", ""
    yield "\n", ""
    for group in groups(diff.changes):
        yield "\n", ""
        yield from _group(shown, group)
    if not diff.changes:
        yield "  nothing changed that callers could notice\n", ""


def _group(shown: Shown, group: Group) -> Iterator[_Piece]:
    """One fact on its own, or all that happens to a component or path."""
    yield f"{SEVERITIES[group.severity]:<11} ", _STYLES[group.severity]
    first = group.changes[0]
    alone = len({(each.subject, each.what) for each in group.changes}) == 1
    heading = f"{first.subject} {first.what}" if alone else group.title
    yield f"{visible(heading)}\n", "bold"
    for change in group.changes:
        yield from _change(change, alone=alone)
    yield from _line("at", _place(shown, first))
    if group.operations:
        yield from _line("affects", _affected(group.operations))


def _change(change: Change, *, alone: bool) -> Iterator[_Piece]:
    word = SEVERITIES[change.severity]
    words = change.why if alone else f"{change.subject} {change.what}: {change.why}"
    yield f"  {'' if alone else word:<10}", _STYLES[change.severity]
    yield f"{WORLDS[change.family]:<8}", "dim"
    yield visible(words), ""
    yield f"   {change.rule}\n", "dim"
    if change.family == "py" and (change.before or change.after):
        yield from _line(
            "", f"{change.before or 'nothing'}  ->  {change.after or 'nothing'}"
        )
    for caller in change.callers:
        yield from _line("caller", caller)
    if change.accepted:
        yield from _line("", f"accepted: {change.accepted}")


def _line(lead: str, words: str) -> Iterator[_Piece]:
    yield f"            {lead:<8}", "dim"
    yield f"{visible(words)}\n", ""


def _place(shown: Shown, change: Change) -> str:
    position = shown.position(change)
    if position is None:
        return change.place
    path = shown.path if change.revision else shown.diff.base
    return f"{path}:{position.line}:{position.column}   {change.place}"


def _affected(operations: tuple[str, ...]) -> str:
    count = f"{len(operations)} operation{'s' * (len(operations) != 1)}"
    listed = ", ".join(operations[:_LISTED])
    return f"{count}: {listed}{', …' if len(operations) > _LISTED else ''}"
