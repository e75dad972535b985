"""Findings for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ..diagnostic import Severity
from ..located import Located
from ..place import Excerpt, Position
from .visible import visible

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["text"]

_SHOWN = 5
_GUTTER = 5
_LONGEST = 300
_TAIL = 100

_Piece: TypeAlias = tuple[str, str]
"""Some text and its style."""

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}


def text(located: Sequence[Located], *, console: Console) -> None:
    """Print the findings, each with its line.

    Of one rule in one document only the first few are shown, and then how many more there are.
    """
    totals = Counter(_kind(finding) for finding in located)
    seen: Counter[tuple[str, str]] = Counter()
    for finding in located:
        kind = _kind(finding)
        seen[kind] += 1
        if seen[kind] <= _SHOWN:
            _print(console, _pieces(finding))
        if seen[kind] == totals[kind] > _SHOWN:
            _print(console, _more(finding, totals[kind] - _SHOWN))


def _kind(finding: Located) -> tuple[str, str]:
    return finding.document, finding.diagnostic.code


def _print(console: Console, pieces: Iterator[_Piece]) -> None:
    # `out`, unlike `print`, reads no markup, wraps nothing and highlights nothing.
    for piece, style in pieces:
        console.out(piece, style=style or None, end="", highlight=False)


def _pieces(finding: Located) -> Iterator[_Piece]:
    diagnostic = finding.diagnostic
    yield from _heading(finding)
    message = visible(diagnostic.message)
    if finding.position is not None and finding.excerpt is not None:
        style = _STYLES[finding.severity]
        yield from _excerpt(finding.position, finding.excerpt, message, style)
    else:
        yield f"{'':{_GUTTER}} | {message}\n", ""
    if diagnostic.help:
        yield "   help: ", "bold"
        yield f"{visible(diagnostic.help)}\n", ""
    if finding.pointer != "#":
        yield "   at: ", "bold"
        yield f"{visible(_short(finding.pointer))}\n", ""


def _heading(finding: Located) -> Iterator[_Piece]:
    yield visible(finding.path), "bold"
    if finding.position is not None:
        yield f":{finding.position.line}:{finding.position.column}", "bold"
    yield ": ", ""
    yield finding.severity.value, _STYLES[finding.severity]
    yield f" {finding.rule.code} {finding.rule.slug}\n", ""


def _excerpt(
    position: Position, excerpt: Excerpt, message: str, style: str
) -> Iterator[_Piece]:
    start = position.column - excerpt.column
    end = max(position.end_column - excerpt.column, start + 1)
    lead = "" if excerpt.column == 1 else "…"
    before, token, after = (
        visible(part.replace("\t", " "))
        for part in (excerpt.text[:start], excerpt.text[start:end], excerpt.text[end:])
    )
    yield f"{position.line:>{_GUTTER}} | ", "dim"
    yield f"{lead}{before}{token}{after}\n", ""
    yield f"{'':{_GUTTER}} | ", "dim"
    yield " " * _width(lead + before), ""
    yield f"{'^' * max(_width(token), 1)} {message}\n", style


def _more(finding: Located, count: int) -> Iterator[_Piece]:
    rule = finding.rule
    yield f"{visible(finding.document)}: ", "bold"
    yield f"… and {count} more {rule.code} {rule.slug} (see --report)\n", ""


def _short(pointer: str) -> str:
    """The pointer, its middle left out where nobody would read it."""
    if len(pointer) <= _LONGEST:
        return pointer
    return f"{pointer[:_LONGEST - _TAIL]}…{pointer[-_TAIL:]}"


def _width(shown: str) -> int:
    """How many cells the text takes: East Asian characters take two."""
    if shown.isascii():
        return len(shown)
    from rich.cells import cell_len  # only here, as importing rich takes its time

    return cell_len(shown)
