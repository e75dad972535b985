"""JSON is read exactly, and what is wrong with it is said at its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.read import Tree, jsons
from specloom.read.flaw import Flaw

from .conftest import Reading

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=25,
)


@pytest.mark.parametrize("form", [0, 1])
@given(value=VALUES)
def test_reads_back_what_was_written(form: int, value: Tree) -> None:
    """Any JSON value, minified or indented, reads back equal, types included."""
    indent, separators = (None, (",", ":")) if form == 0 else (2, (" ,", " : "))
    text = json.dumps(
        [value], indent=indent, ensure_ascii=form == 0, separators=separators
    )
    flaws: list[Flaw] = []
    found = jsons.parse(text, flaws)
    assert (found, repr(found), flaws) == ([value], repr([value]), [])


@pytest.mark.parametrize("name", ["a.json", "a.yaml", "a"])
def test_the_last_of_equal_keys_counts(reading: Reading, name: str) -> None:
    """A repeated key is found though the fast reader is silent about it."""
    text = '{\n "a": {"k": 1, "n": "\\"k\\":",\n  "k" : 2}, "b": [{"k": 1}]}'
    outcome = reading({name: text})
    assert outcome.tree == {"a": {"k": 2, "n": '"k":'}, "b": [{"k": 1}]}
    assert (outcome.codes, outcome.marked) == (["SP105"], '3: "k"')


def test_escaped_spellings_of_a_key_are_equal(reading: Reading) -> None:
    """A character and its escape are one key."""
    outcome = reading({"a.json": '{"a": 1, "\\u0061": 2}'})
    assert (outcome.tree, outcome.codes) == ({"a": 2}, ["SP105"])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('{\n  "a": 1,\n}', "2: ,"),
        ('{\n  "a": NaN}', "2: NaN"),
        ('{"Infinity": "-Infinity",\n  "a": -Infinity}', "2: -Infinity"),
        ('{"a": [1,\n 2', "2: 2"),
        ('{"a": 1}\n{"b": 2}', "2: {"),
    ],
)
def test_broken_json_names_line_and_column(
    reading: Reading, text: str, marked: str
) -> None:
    """A `.json` file that isn't JSON gives one error with its place, and no tree."""
    outcome = reading({"a.json": text})
    assert outcome.source is None
    assert (outcome.codes, outcome.marked) == (["SP104"], marked)


def test_flow_style_yaml_may_look_like_json(reading: Reading) -> None:
    """Comments and trailing commas are fine in a file that isn't called `.json`."""
    outcome = reading({"a.yaml": '{\n\t"a": [1, 2,], # note\n\t"no": no,\n}\n'})
    assert (outcome.tree, outcome.codes) == ({"a": [1, 2], "no": "no"}, [])


def test_numbers_keep_their_digits(reading: Reading) -> None:
    """Integers of any size are exact; what no float can hold stays text, with a warning."""
    outcome = reading({"a.json": f'{{"a": {"9" * 40}, "b": 1.0,\n"c": 1e400}}'})
    assert repr(outcome.tree) == repr({"a": int("9" * 40), "b": 1.0, "c": "1e400"})
    assert (outcome.codes, outcome.marked) == (["SP113"], "2: 1e400")


def test_raw_control_characters_are_kept(reading: Reading) -> None:
    """A line break inside a string is read, with a warning at the first one."""
    outcome = reading({"a.json": '{"a": "x\ty",\n "b": "p\nq"}'})
    assert outcome.tree == {"a": "x\ty", "b": "p\nq"}
    assert (outcome.codes, outcome.marked) == (["SP112"], "1: \t")


def test_half_characters_cannot_spread(reading: Reading) -> None:
    """A lone surrogate becomes U+FFFD; pairs and escaped backslashes stay as they are."""
    text = '{"a": "\\ud83d\\ude00",\n "b": "\\ud83d!",\n "c": "\\\\ud83d"}'
    outcome = reading({"a.json": text})
    assert outcome.tree == {"a": "\U0001f600", "b": "\ufffd!", "c": "\\ud83d"}
    assert (outcome.codes, outcome.marked) == (["SP119"], "2: \\ud83d")


@pytest.mark.parametrize("depth", [501, 100_000])
def test_depth_is_bounded(reading: Reading, depth: int) -> None:
    """Five hundred levels are read; more are refused without exhausting the stack."""
    assert reading({"a.json": "[" * 500 + "]" * 500}).codes == []
    outcome = reading({"a.json": "[" * depth + "]" * depth})
    assert (outcome.source, outcome.codes) == (None, ["SP106"])
