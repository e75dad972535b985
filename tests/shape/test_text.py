"""Text of a document becomes code without becoming instructions."""

from __future__ import annotations

import ast
import io
import tokenize

import black
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from specloom.shape.text import comment, docstring, literal

HOSTILE = [
    '"""; import os; """',
    'ends in a quote "',
    "ends in a backslash \\",
    '\\"""',
    "\\N{BULLET} \\x \\u",
    'four """" quotes',
    "a\x00b\x07\x1b[31m\ufeff",
    "right\u202eto\u2066left\u2069",
    "lone \ud800 surrogate",
    "line\u2028paragraph\u2029next\x85form\x0cvertical\x0b.",
    "tab\tand\r\nreturn\rend",
    "{{ template }} {% raw %} %s {0}",
    "    indented\n  less\nnot",
    "- item\n    continued\n1. one\n\n    code\n```\nfence\n",
    "| a | b |\n|---|---|",
    "\\",
    '"',
    "'",
    "\n\n \t",
]
TEXTS = st.text(st.characters(codec=None), max_size=200) | st.text(
    "\"'\\ \n\t#-*`|{}1.aé\u202e\ud800", max_size=60
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def formatted(code: str) -> str:
    """What black makes of a module."""
    return black.format_str(code, mode=black.Mode())


def words(text: str) -> str:
    """What a reader sees of a text: no white space, case, stop or heading."""
    return "".join(text.split()).casefold().replace(".", "").lstrip("#")


@given(VALUES)
def test_a_literal_means_the_value_and_nothing_else(value: object) -> None:
    """`ast.literal_eval` gives the value back, on one printable line in black's quotes."""
    code = literal(value)  # type: ignore[arg-type]

    assert ast.literal_eval(code) == value
    assert all(each.isprintable() or each in "\u200c\u200d" for each in code)


@given(TEXTS)
@example('it\'s "quoted" "twice"')
@example("it's 'quoted' \"once\"")
def test_a_string_has_blacks_quotes(text: str) -> None:
    """Black leaves the literal of any text as it is."""
    line = f"x = {literal(text)}\n"

    assert formatted(line) == line


def test_a_value_that_python_could_not_parse_is_refused() -> None:
    """Deep nesting is an error here, not a SyntaxError in the generated package."""
    value: list[object] = []
    for _ in range(200):
        value = [value]

    with pytest.raises(ValueError, match="nested"):
        literal(value)  # type: ignore[arg-type]


@given(TEXTS, st.sampled_from([0, 4, 8]))
def test_a_docstring_is_one_string_that_keeps_every_word(
    text: str, indent: int
) -> None:
    """Whatever is written, the module holds one docstring, black-stable, with each word."""
    _assert_harmless(text, indent)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("indent", [0, 4, 8])
def test_hostile_text_stays_inside_its_docstring(text: str, indent: int) -> None:
    """Quotes, backslashes, control characters and bidi marks change nothing around them."""
    _assert_harmless(text, indent)


def _assert_harmless(text: str, indent: int) -> None:
    quoted = docstring(text, indent=indent)
    headers = ("class A:", "    def f(self):")[: indent // 4]
    lines = [*headers, " " * indent + (quoted or '"""X."""')]
    code = "\n".join(lines) + "\n"
    body: list[ast.stmt] = ast.parse(code).body
    for _ in headers:
        (scope,) = body
        assert isinstance(scope, ast.ClassDef | ast.FunctionDef)
        body = scope.body

    (statement,) = body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert formatted(code) == code
    assert all(each.isprintable() or each in "\n\u200c\u200d" for each in code)
    if quoted and not {"<", "&"} & set(text):
        said = str(statement.value.value)
        assert words(said) == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the id of a pet", '"""The id of a pet."""'),
        ("`id`", '"""`id`."""'),
        ("<p>A <b>bold</b> &lt;word&gt;.</p>", '"""A bold <word>."""'),
        ("Use <token> here.", '"""Use <token> here."""'),
        (
            "## Title\n\nFirst, e.g. this. Then:\n- one\n- two",
            '"""Title.\n\n    First, e.g. this. Then:\n    - one\n    - two\n    """',
        ),
        (
            "One sentence. " + "And another one that is long. " * 4,
            '"""One sentence.\n\n    And another one that is long. And another one that is'
            " long. And another one\n    that is long. And another one that is long."
            '\n    """',
        ),
    ],
)
def test_a_docstring_reads_well(text: str, expected: str) -> None:
    """A sentence first, HTML's tags gone, paragraphs wrapped, lists kept."""
    assert docstring(text, indent=4) == expected


@given(TEXTS)
@example("-*- coding: utf-7 -*-")
@example("vim: set fileencoding=latin-1")
def test_a_comment_is_one_line_and_no_directive(text: str) -> None:
    """Nothing after the comment is swallowed, and PEP 263 finds no encoding in it."""
    code = f"{comment(text)}\nx = 1\n".encode()

    encoding, _ = tokenize.detect_encoding(io.BytesIO(code).readline)
    assert encoding == "utf-8"
    assert [type(each) for each in ast.parse(code).body] == [ast.Assign]
