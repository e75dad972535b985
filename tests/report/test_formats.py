"""Findings are shown whole, at their place, and can't act on a terminal or a runner."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from specloom.report import (
    Diagnostic,
    Excerpt,
    Located,
    Position,
    as_json,
    github,
    text,
    visible,
)

LINE = "          $ref: '#/components/schemas/Usr'"


def _located(
    *,
    message: str = "nothing is defined here",
    excerpt: Excerpt | None = None,
    position: Position | None = None,
    code: str = "SP204",
    path: str = "specs/shop.yaml",
    hint: str = "did you mean '#/components/schemas/User' (line 58)?",
) -> Located:
    pointer = "#/paths/~1users~1{id}/get"
    return Located(
        diagnostic=Diagnostic(code=code, message=message, pointer=pointer, help=hint),
        document="specs/shop.yaml",
        path=path,
        position=position,
        excerpt=excerpt,
    )


PLACED = _located(
    position=Position(line=31, column=17, end_column=43), excerpt=Excerpt(text=LINE)
)


def _shown(*located: Located, color: bool = False, width: int = 40) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
    )
    text(located, console=console)
    return stream.getvalue()


def test_text_shows_the_line() -> None:
    """A finding is a heading, its line with carets under the token, help and pointer."""
    assert _shown(PLACED) == (
        "specs/shop.yaml:31:17: error SP204 dangling-reference\n"
        "   31 |           $ref: '#/components/schemas/Usr'\n"
        "      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is defined here\n"
        "   help: did you mean '#/components/schemas/User' (line 58)?\n"
        "   at: #/paths/~1users~1{id}/get\n"
    )


def test_text_without_a_place() -> None:
    """A finding about a file that could not be opened still says everything it knows."""
    assert _shown(_located(code="SP101", message="it can't be opened", hint="")) == (
        "specs/shop.yaml: error SP101 unreadable-file\n"
        "      | it can't be opened\n"
        "   at: #/paths/~1users~1{id}/get\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("\t\tx: end", 6, "  x: "),
        ("名前: end", 5, "名前: "),
        ("\x1b[0m end", 6, "\\x1b[0m "),
    ],
)
def test_carets_stand_under_the_token(line: str, column: int, before: str) -> None:
    """Tabs, wide characters and escapes before the token don't move the carets away."""
    position = Position(line=1, column=column, end_column=column + 3)
    shown = _shown(_located(position=position, excerpt=Excerpt(text=line)))
    _, excerpt, carets, *_ = shown.splitlines()
    assert excerpt == f"    1 | {before}end"
    width = len(before) + sum(ord(character) > 0x2FFF for character in before)
    assert carets.startswith(f"      | {' ' * width}^^^ nothing")


def test_pieces_of_long_lines() -> None:
    """A piece of a minified file says that something stands before it."""
    position = Position(line=1, column=1007, end_column=1010)
    excerpt = Excerpt(text='"a": "end", "b"', column=1001)
    shown = _shown(_located(position=position, excerpt=excerpt)).splitlines()
    assert shown[1] == '    1 | …"a": "end", "b"'
    assert shown[2].startswith(f"      | {' ' * 7}^^^ ")


def test_text_folds_repetition() -> None:
    """Of one rule five findings are shown and the rest is counted; other rules are not."""
    many = [_located(message=f"number {n}") for n in range(12)]
    shown = _shown(*many, _located(code="SP205", message="far away"))
    assert [f"number {n}" in shown for n in range(12)] == [True] * 5 + [False] * 7
    assert "… and 7 more SP204 dangling-reference (see --report)\n" in shown
    assert "far away" in shown
    assert "more SP205" not in shown


def test_text_of_a_document_is_only_text() -> None:
    """Escape sequences, reordering characters and markup of a document are shown inert."""
    hostile = "\x1b]0;owned\x07 \x9b31m \u202e [bold red]x[/] :boom: \ud800"
    position = Position(line=1, column=1, end_column=3)
    located = _located(
        message=hostile,
        excerpt=Excerpt(text=hostile),
        position=position,
        path=hostile,
        hint=hostile,
    )
    shown = _shown(located)
    assert shown.count("[bold red]x[/] :boom:") == 4
    assert not set("\x1b\x07\x9b\u202e\ud800") & set(shown)
    assert shown.isprintable() or set(shown) - {"\n"} == set(visible(shown)) - {"\n"}


def test_text_in_color_is_the_same_text() -> None:
    """Colour adds escape sequences around the words and changes none of them."""
    colored = _shown(PLACED, color=True)
    assert "\x1b[1;31merror" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == _shown(PLACED)


def test_json_has_everything() -> None:
    """Each finding is one flat object; an unknown place is null."""
    placed, unplaced = as_json([PLACED, _located()])
    assert placed == {
        "document": "specs/shop.yaml",
        "file": "specs/shop.yaml",
        "line": 31,
        "column": 17,
        "endColumn": 43,
        "code": "SP204",
        "rule": "dangling-reference",
        "severity": "error",
        "message": "nothing is defined here",
        "help": "did you mean '#/components/schemas/User' (line 58)?",
        "pointer": "#/paths/~1users~1{id}/get",
        "effect": "approximated",
    }
    assert (unplaced["line"], unplaced["column"], unplaced["endColumn"]) == (None,) * 3


def test_github_annotates_the_line() -> None:
    """A finding is one workflow command at its place, severity by severity."""
    assert github([PLACED]) == (
        "::error file=specs/shop.yaml,line=31,col=17,endColumn=42,"
        "title=SP204 dangling-reference::nothing is defined here%0A"
        "help: did you mean '#/components/schemas/User' (line 58)?%0A"
        "at: #/paths/~1users~1{id}/get\n"
    )
    assert github([_located(code="SP201")]).startswith("::warning file=")
    assert github([_located(code="SP401")]).startswith("::notice file=")


def test_github_commands_cannot_be_forged() -> None:
    """Line breaks, `%`, `:` and `,` of a document stay inside their part of the command."""
    located = _located(
        message="100%\r\n::error::x\x1b\ud800", path="a,b:c%.yaml", hint=""
    )
    assert github([located]) == (
        "::error file=a%2Cb%3Ac%25.yaml,title=SP204 dangling-reference::"
        "100%25\\x0d\\x0a::error::x\\x1b\\ud800%0Aat: #/paths/~1users~1{id}/get\n"
    )
