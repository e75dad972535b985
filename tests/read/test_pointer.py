"""Pointers are written and followed as RFC 6901 says."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.read import Tree, join, lookup, resolve_reference, split


@given(st.lists(st.text()), st.sampled_from(["", "a/b.yaml", "../c.json"]))
def test_split_undoes_join(tokens: list[str], file: str) -> None:
    """Whatever the keys hold (`/`, `~`, `#`, `%`), a pointer leads back to them."""
    assert split(join(f"{file}#", *tokens)) == (file, tuple(tokens))


def test_examples_of_the_standard() -> None:
    """The pointers of RFC 6901 section 5 give their values."""
    tree: Tree = {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "m~n": 8, 'k"l': 6}
    pointers = ("#/foo/0", "#/", "#/a~1b", "#/c%d", "#/m~0n", '#/k"l', "#/foo")
    found = [lookup(tree, split(pointer)[1]) for pointer in pointers]
    assert found == ["bar", 0, 1, 2, 8, 6, ["bar", "baz"]]


@pytest.mark.parametrize(
    "pointer", ["#/foo/2", "#/foo/-", "#/foo/00", "#/foo/0/x", "#/x"]
)
def test_pointers_to_nothing(pointer: str) -> None:
    """What isn't there is a LookupError, also beyond a list and inside a scalar."""
    with pytest.raises(LookupError):
        lookup({"foo": ["bar", "baz"]}, split(pointer)[1])


@pytest.mark.parametrize(
    ("base", "reference", "pointer"),
    [
        ("", "#/a", "#/a"),
        ("b/c.yaml", "#/a", "b/c.yaml#/a"),
        ("", "b.yaml", "b.yaml#"),
        ("b/c.yaml", "d.yaml#/x", "b/d.yaml#/x"),
        ("b/c.yaml", "./../d.yaml#/x", "d.yaml#/x"),
        ("b/c.yaml", "../root.yaml#/x", "#/x"),
        ("", "root.yaml#/x", "#/x"),
        ("../s/c.yaml", "../api/root.yaml#/x", "#/x"),
        ("../s/c.yaml", "../api/d.yaml#/x", "d.yaml#/x"),
        ("", "#/paths/~1a%20b~1%7Bid%7D", "#/paths/~1a b~1{id}"),
        ("", "my%20file.yaml#/a", "my file.yaml#/a"),
        ("b.yaml", "https://example.com/x.yaml#/a", "https://example.com/x.yaml#/a"),
    ],
)
def test_references_become_pointers(base: str, reference: str, pointer: str) -> None:
    """Every spelling of a reference to one place gives one pointer."""
    root = PurePosixPath("/work/api/root.yaml")
    assert resolve_reference(base, reference, root) == pointer
