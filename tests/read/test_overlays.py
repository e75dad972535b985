"""Changes to a document that stand in another file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from specloom.read import Source, Tree, read
from specloom.read.jsonpath import BadPath, find
from specloom.report import Report

BOOKS: Tree = {
    "shelf": [
        {"title": "A", "price": 8, "tags": ["x"]},
        {"title": "B", "price": 12.5, "isbn": "1"},
        {"title": "C", "price": 20, "isbn": None},
    ],
    "best": 12.5,
    "odd name": {"title": "D"},
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$", [()]),
        ("$.best", [("best",)]),
        ("$['odd name'].title", [("odd name", "title")]),
        ('$["shelf"][0]', [("shelf", 0)]),
        ("$.shelf[-1].title", [("shelf", 2, "title")]),
        ("$.shelf[7]", []),
        ("$.shelf[0, 2]", [("shelf", 0), ("shelf", 2)]),
        ("$.shelf[*].isbn", [("shelf", 1, "isbn"), ("shelf", 2, "isbn")]),
        ("$..isbn", [("shelf", 1, "isbn"), ("shelf", 2, "isbn")]),
        ("$..[?@.title == 'D']", [("odd name",)]),
        ("$.shelf[?@.isbn]", [("shelf", 1), ("shelf", 2)]),
        ("$.shelf[?(!@.isbn)]", [("shelf", 0)]),
        ("$.shelf[?@.isbn == null]", [("shelf", 2)]),
        ("$.shelf[?@.price >= $.best && @.title != 'C']", [("shelf", 1)]),
        (
            "$.shelf[?@.price < 10 || @.title == 'C'].price",
            [("shelf", 0, "price"), ("shelf", 2, "price")],
        ),
        ("$.shelf[?@.tags[0] == 'x']", [("shelf", 0)]),
        ("$.shelf[?@.nothing == @.title]", []),
    ],
)
def test_a_path_selects_what_the_standard_says(path: str, found: list[object]) -> None:
    """RFC 9535, sections 2.3 and 2.5."""
    assert find(BOOKS, path) == found


@pytest.mark.parametrize(
    "path", ["", "shelf", "$.", "$[", "$.shelf[?]", "$.a b", "$['a'", "$[?@.a == (]"]
)
def test_what_is_no_path_is_refused(path: str) -> None:
    """Nothing else is selected instead."""
    with pytest.raises(BadPath):
        find(BOOKS, path)


DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /pets: {get: {summary: old, deprecated: true}, put: {}}
"""


def changed(folder: Path, *actions: str) -> tuple[Source, list[str]]:
    """The document after an overlay, and what was said."""
    document, overlay = folder / "openapi.yaml", folder / "overlay.yaml"
    document.write_text(DOCUMENT)
    lines = "".join(f"  - {action}\n" for action in actions)
    overlay.write_text(f"overlay: 1.1.0\ninfo: {{title: T}}\nactions:\n{lines}")
    report = Report()
    source = read(document, report, overlays=[overlay])
    assert source is not None
    return source, [f"{each.pointer} {each.message}" for each in report.diagnostics]


def test_objects_are_merged_arrays_grow_and_the_rest_is_replaced(
    tmp_path: Path,
) -> None:
    """Overlay 1.1 section 4.4.3, and the author's own file stays as it was."""
    source, said = changed(
        tmp_path,
        "{target: $.paths.*.get, update: {summary: new, responses: {'204': {}}}}",
        "{target: $.tags, update: {name: d}}",
        "{target: '$.tags[?@.name == ''b'']', remove: true}",
        "{target: $.info.title, update: Store}",
        "{target: '$.paths[''/pets''].put', copy: '$.paths[''/pets''].get'}",
        "{target: $..deprecated, remove: true}",
    )
    get: dict[str, object] = {"summary": "new", "responses": {"204": {}}}
    assert said == []
    assert source.root.tree == {
        "openapi": "3.1.0",
        "info": {"title": "Store", "version": "1"},
        "tags": [{"name": "a"}, {"name": "c"}, {"name": "d"}],
        "paths": {"/pets": {"get": get, "put": get}},
    }
    assert (
        yaml.safe_load((tmp_path / "openapi.yaml").read_text())["tags"][1]["name"]
        == "b"
    )


def test_what_an_overlay_changed_is_found_at_its_own_lines(tmp_path: Path) -> None:
    """What was added stands in the overlay; what moved up in a list stands where it was."""
    source, _ = changed(
        tmp_path,
        "{target: '$.tags[0]', remove: true}",
        "{target: $.info, update: {contact: {name: me}}}",
    )
    assert source.moved == {
        "#/tags/0": "#/tags/1",
        "#/tags/1": "#/tags/2",
        "#/info/contact": "overlay.yaml#/actions/1/update/contact",
    }


def test_an_overlay_may_bring_a_reference_to_another_file(tmp_path: Path) -> None:
    """Files that only the overlay refers to are read too."""
    (tmp_path / "more.yaml").write_text("a: 1\n")
    source, _ = changed(
        tmp_path, "{target: $.paths, update: {/a: {$ref: 'more.yaml#/a'}}}"
    )
    assert list(source.files) == ["", "overlay.yaml", "more.yaml"]
