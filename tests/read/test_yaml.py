"""YAML is read as the JSON values that its author meant, and never as more."""

from __future__ import annotations

import re
import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from specloom.read import Tree, yamls
from specloom.read.flaw import Flaw

from .conftest import Reading

# What YAML 1.1 (which PyYAML writes) calls text and YAML 1.2 a number: `1e5`, `0o17`.
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9]")
_TEXTS = st.text(max_size=8).filter(lambda text: not _NUMBER_LIKE.match(text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXTS
    # YAML 1.1 writes `1e-05` for what 1.2 reads alike; infinities have no JSON form.
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=25,
)


@given(VALUES)
@example({"\x00": {"\x01": 1}})
def test_reads_back_what_was_written(value: Tree) -> None:
    """Any JSON value that is written as YAML reads back equal, types included."""
    flaws: list[Flaw] = []
    found = yamls.parse(yaml.safe_dump(value, sort_keys=False), flaws)
    assert (found, repr(found), flaws) == (value, repr(value), [])


@given(VALUES)
def test_needs_no_extension_module(value: Tree) -> None:
    """PyYAML without libyaml gives the same trees."""
    text = yaml.safe_dump(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert yamls.parse(text, []) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, word) for word in ("no", "yes", "on", "off", "y", "n", "No", "ON")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False")),
        *((word, None) for word in ("null", "~", "", "Null", "NULL")),
        *(("12", 12), ("-7", -7), ("+1", 1), ("0", 0), ("0x1F", 31), ("0o17", 15)),
        *(("0123", "0123"), ("007", "007"), ("1_000", "1_000"), ("6:30", "6:30")),
        *(("1.5", 1.5), ("1e3", 1000.0), ("-.5", -0.5), ("3.", 3.0), ("0b11", "0b11")),
        *(("2020-01-01", "2020-01-01"), ("2020-01-01T00:00:00Z",) * 2),
        *(("=", "="), ("-", None), ("1.2.3", "1.2.3"), ("9" * 30, int("9" * 30))),
        *(("'12'", "12"), ('"true"', "true"), ("!!str 12", "12"), ("!!int '12'", 12)),
        *(("!!float 1", 1.0), ("!!binary aGk=", "aGk=")),
    ],
)
def test_plain_scalars_follow_the_core_schema(
    reading: Reading, text: str, value: Tree
) -> None:
    """A scalar means what YAML 1.2 says, not what YAML 1.1 said (booleans, dates, octal)."""
    if text == "-":
        text, value = "\n  -", [None]
    outcome = reading({"a.yaml": f"v: {text}\n"})
    assert repr(outcome.tree) == repr({"v": value})
    assert outcome.codes == []


def test_keys_are_text_as_written(reading: Reading) -> None:
    """Status codes, booleans, numbers and nulls as keys keep their spelling."""
    text = "{200: a, true: b, 1.50: c, ~: d, 0x1F: e, 2020-01-01: f, no: g, '1': h}"
    tree = reading({"a.yaml": f"# flow style\n{text}"}).tree
    assert isinstance(tree, dict)
    assert list(tree) == ["200", "true", "1.50", "~", "0x1F", "2020-01-01", "no", "1"]


@pytest.mark.parametrize("text", [".inf", "-.INF", ".nan", "1e999"])
def test_numbers_without_json_form_stay_text(reading: Reading, text: str) -> None:
    """Infinity and NaN are kept as their text, with a warning at the place."""
    outcome = reading({"a.yaml": f"a: 1\nv: {text}\n"})
    assert outcome.tree == {"a": 1, "v": text}
    assert (outcome.codes, outcome.marked) == (["SP113"], f"2: {text}")


def test_the_last_of_equal_keys_counts(reading: Reading) -> None:
    """A repeated key is reported where it stands again, and its value is the one read."""
    outcome = reading({"a.yaml": "a:\n  k: 1\n  'k': 2\nb: 3\n"})
    assert outcome.tree == {"a": {"k": 2}, "b": 3}
    assert (outcome.codes, outcome.marked) == (["SP105"], "3: 'k'")
    assert outcome.only.diagnostic.pointer == "#/a/k?key"


def test_merge_keys_fill_in(reading: Reading) -> None:
    """`<<` adds what is missing: own keys win, then the mapping that comes first."""
    text = (
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\n"
        "c:\n  <<: [*a, *b]\n  x: 0\n"
        "d:\n  w: 0\n  <<: *a\n  <<: *b\n"
        "e: {'<<': text}\n"
    )
    outcome = reading({"a.yaml": text})
    assert isinstance(outcome.tree, dict)
    assert outcome.tree["c"] == {"x": 0, "y": 1, "z": 2}
    assert outcome.tree["d"] == {"w": 0, "x": 1, "y": 1, "z": 2}
    assert outcome.tree["e"] == {"<<": "text"}
    assert outcome.codes == []


def test_merge_of_anything_else_is_left_out(reading: Reading) -> None:
    """`<<` with a scalar is reported and adds nothing."""
    outcome = reading({"a.yaml": "a:\n  <<: 1\n  b: 2\n"})
    assert (outcome.tree, outcome.codes) == ({"a": {"b": 2}}, ["SP116"])


def test_aliases_share(reading: Reading) -> None:
    """An alias is the very value that its anchor marked, scalar or mapping."""
    tree = reading({"a.yaml": "a: &m {x: [1]}\nb: *m\nc: &s text\nd: *s\n"}).tree
    assert isinstance(tree, dict)
    assert tree["a"] is tree["b"]
    assert tree["d"] == "text"


@pytest.mark.parametrize(
    ("text", "marked", "why"),
    [
        ("a: &m\n  b: *m\n", "2: *m", "contains itself"),
        ("a: 1\nb: *x\n", "2: *x", "names no anchor"),
    ],
)
def test_aliases_that_mean_nothing_are_null(
    reading: Reading, text: str, marked: str, why: str
) -> None:
    """An alias inside its own anchor, or without one, is reported and read as null."""
    outcome = reading({"a.yaml": text})
    assert (outcome.codes, outcome.marked) == (["SP109"], marked)
    assert why in outcome.only.diagnostic.message


def test_alias_bombs_are_refused_at_once(reading: Reading) -> None:
    """Aliases that stand for billions of values are counted, never expanded."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for step in range(1, 12):
        lines.append(f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 10)}]")
    started = time.process_time()
    outcome = reading({"a.yaml": "\n".join(lines)})
    assert time.process_time() - started < 2
    assert outcome.source is None
    assert outcome.codes == ["SP108"]


def test_merge_bombs_are_refused(reading: Reading) -> None:
    """Merging a large mapping thousands of times is bounded like aliases are."""
    big = ", ".join(f"k{n}: 1" for n in range(4000))
    text = f"a: &a {{{big}}}\nb:\n" + "  - {<<: *a}\n" * 3000
    outcome = reading({"a.yaml": text})
    assert (outcome.source, outcome.codes) == (None, ["SP108"])


def test_depth_is_bounded(reading: Reading) -> None:
    """Five hundred levels are read and more are refused, also where aliases add up."""
    assert reading({"a.yaml": "# flow\n" + "[" * 500 + "]" * 500}).codes == []
    assert reading({"a.yaml": "# flow\n" + "[" * 501 + "]" * 501}).codes == ["SP106"]
    half = f"{'[' * 300}%s{']' * 300}"
    outcome = reading({"a.yaml": f"a: &a {half % 'x'}\nb: {half % '*a'}\n"})
    assert (outcome.source, outcome.codes) == (None, ["SP106"])


def test_unknown_tags_change_nothing(reading: Reading) -> None:
    """A tag of another program is reported and its value read without it."""
    outcome = reading({"a.yaml": "a: !vault 12\nb: !!python/object:os.system {c: 1}\n"})
    assert outcome.tree == {"a": 12, "b": {"c": 1}}
    assert outcome.codes == ["SP118", "SP118"]


def test_only_the_first_document_counts(reading: Reading) -> None:
    """What follows a second `---` is not read, and that is said."""
    outcome = reading({"a.yaml": "---\na: 1\n---\nb: 2\n"})
    assert (outcome.tree, outcome.codes) == ({"a": 1}, ["SP110"])
    assert outcome.marked.startswith("3: ")


def test_keys_that_are_not_text_are_left_out(reading: Reading) -> None:
    """Braces meant as text make a mapping a key; its entry goes, the rest stays."""
    outcome = reading({"a.yaml": "a:\n  ? {id: 1}\n  : x\n  b: 2\n"})
    assert (outcome.tree, outcome.codes) == ({"a": {"b": 2}}, ["SP117"])


def test_control_characters_are_read_past(reading: Reading) -> None:
    """A forbidden character becomes U+FFFD, with a warning where it stands."""
    outcome = reading({"a.yaml": "a: 1\nb: x\x01y\n"})
    assert outcome.tree == {"a": 1, "b": "x\ufffdy"}
    assert (outcome.codes, outcome.marked) == (["SP112"], "2: \x01")


def test_broken_yaml_names_line_and_column(reading: Reading) -> None:
    """A text that isn't YAML gives one error with its place, though nothing could be read."""
    outcome = reading({"a.yaml": "a: 1\nb: c: d\n"})
    assert outcome.source is None
    assert (outcome.codes, outcome.marked) == (["SP103"], "2: :")


def test_separators_of_unicode_are_text(reading: Reading) -> None:
    """U+2028, U+2029 and U+0085, common in pasted text, end no line and stay as they are."""
    outcome = reading(
        {"a.yaml": "a: |\n  x\u2028y\x85z\nb: p\u2029q # \u2028\nc: [d: e\n"}
    )
    assert outcome.source is None
    assert outcome.only.position is not None
    assert outcome.only.position.line == 4
    outcome = reading({"a.yaml": "a: |\n  x\u2028y\x85z\nb: p\u2029q # \u2028\n"})
    assert outcome.tree == {"a": "x\u2028y\x85z\n", "b": "p\u2029q"}
