"""Every pointer leads to the token that its author wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from specloom.read import KEY, Position, SourceFile, Tree, join, places

# A key that itself ends in `?key` beside one that doesn't can't be told from the marker.
_TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=6
).filter(lambda text: not text.endswith(KEY))
_TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXTS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


def _parts(tree: Tree, pointer: str) -> Iterator[tuple[str, Tree]]:
    yield pointer, tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _parts(value, join(pointer, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _parts(value, join(pointer, index))


def _file(text: str, tree: Tree) -> SourceFile:
    return SourceFile(name="", path=Path("a"), text=text, tree=tree)


def _token(text: str, position: Position) -> str:
    line = text.split("\n")[position.line - 1]
    return line[position.column - 1 : position.end_column - 1]


@pytest.mark.parametrize("indent", [None, 2])
@given(tree=_TREES)
def test_tokens_of_json(indent: int | None, tree: Tree) -> None:
    """In any JSON text each scalar is marked whole, and each member's key too."""
    tree = {"root": tree}
    text = json.dumps(tree, indent=indent, ensure_ascii=False)
    parts = dict(_parts(tree, "#"))
    found = places(_file(text, tree), [*parts, *(f"{p}{KEY}" for p in parts)])
    for pointer, value in parts.items():
        if not isinstance(value, (dict, list)):
            assert json.loads(_token(text, found[pointer])) == value
        if isinstance(value, dict):
            for key in value:
                token = _token(text, found[join(pointer, key) + KEY])
                assert json.loads(token) == key


@pytest.mark.parametrize("flow", [None, True, False])
@given(tree=_TREES)
def test_tokens_of_yaml(flow: bool | None, tree: Tree) -> None:
    """In any YAML text, block or flow, each scalar is marked whole, and each key."""
    tree = {"root": tree}
    text = yaml.safe_dump(
        tree, default_flow_style=flow, allow_unicode=True, width=10_000
    )
    parts = dict(_parts(tree, "#"))
    found = places(_file(text, tree), [*parts, *(f"{p}{KEY}" for p in parts)])
    for pointer, value in parts.items():
        if not isinstance(value, (dict, list)):
            assert yaml.safe_load(_token(text, found[pointer])) == value
        if isinstance(value, dict):
            for key in value:
                token = _token(text, found[join(pointer, key) + KEY])
                assert yaml.safe_load(token) == key


YAML = """\
paths:
  /a?key:
    get:
      tags:
        - one
        - name: two
      text: |
        long
        text
  again: &again {x: 1}
  alias: *again
  again: {x: 2}
"""


@pytest.mark.parametrize(
    ("pointer", "line", "token"),
    [
        ("#/paths/~1a?key/get", 3, "get"),
        ("#/paths/~1a?key", 2, "/a?key"),
        ("#/paths/~1a?key/get/tags/0", 5, "one"),
        ("#/paths/~1a?key/get/tags/1", 6, "n"),
        ("#/paths/~1a?key/get/tags/1/name?key", 6, "name"),
        ("#/paths/~1a?key/get/tags/1/gone/deeper", 6, "n"),
        ("#/paths/~1a?key/put/tags", 2, "/a?key"),
        ("#/paths/~1a?key/get/text", 7, "|"),
        ("#/paths/alias/x", 11, "*again"),
        ("#/paths/again/x", 12, "2"),
        ("#", 1, "p"),
        ("#/gone", 1, "p"),
    ],
)
def test_places_in_yaml(pointer: str, line: int, token: str) -> None:
    """Containers are marked by their key, and what isn't there by what is around it."""
    tree: Tree = yaml.safe_load(YAML)
    found = places(_file(YAML, tree), [pointer])[pointer]
    assert (found.line, _token(YAML, found)) == (line, token)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    ["é: 1@# \u2028 note@b: {c: 😀x, d: end}@", '{"é": "\u2028",@"b": {"d" : "end"}}'],
)
def test_lines_are_what_editors_count(text: str, newline: str) -> None:
    """Lines end at LF, CR LF or CR, columns count characters, whatever YAML 1.1 says."""
    text = text.replace("@", newline)
    tree: Tree = {"é": 1, "b": {"c": "", "d": "end"}}
    found = places(_file(text, tree), ["#/b/d"])["#/b/d"]
    lines = text.split(newline)
    assert lines[found.line - 1][found.column - 1 :].startswith(("end", '"end"'))
