"""Names stay when other things come, go and move."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import cast

import pytest

from .documents import TARGETS, Json, product, tree


def named(name: str, document: Json, folder: Path) -> dict[str, object]:
    """Every name of the package, by what it is the name of."""
    names = product(name, document, folder).names
    found: dict[str, object] = {}
    for field in fields(names):
        table: object = getattr(names, field.name)
        if isinstance(table, Mapping):
            named = cast("Mapping[str, object]", table)
            found |= {f"{field.name}:{key}": given for key, given in named.items()}
    return found


def reversed_keys(node: Json) -> None:
    """Turn the order of a mapping around."""
    items = list(node.items())
    node.clear()
    node.update(reversed(items))


def reversed_properties(tree: Json) -> None:
    """Turn the order of each schema's members around."""
    for schema in tree["components"]["schemas"].values():
        reversed_keys(schema.get("properties", {}))


REORDERINGS: dict[str, Callable[[Json], None]] = {
    "paths": lambda tree: reversed_keys(tree["paths"]),
    "schemas": lambda tree: reversed_keys(tree["components"]["schemas"]),
    "tags": lambda tree: tree["tags"].reverse(),
    "properties": reversed_properties,
}


@pytest.mark.parametrize("what", REORDERINGS)
@pytest.mark.parametrize("name", TARGETS)
def test_names_do_not_depend_on_order(name: str, what: str, tmp_path: Path) -> None:
    """A document whose parts stand in another order gives the same names."""
    before = named(name, tree(name), tmp_path)
    assert len(before) > 10
    changed = tree(name)
    REORDERINGS[what](changed)
    assert named(name, changed, tmp_path) == before


def removals(name: str) -> Iterator[Json]:
    """The document without one operation, for each operation but the last one left."""
    for path, item in tree(name)["paths"].items():
        for method in item.keys() & {"get", "post"}:
            changed = tree(name)
            del changed["paths"][path][method]
            yield changed


@pytest.mark.parametrize("name", TARGETS)
def test_names_survive_the_removal_of_others(name: str, tmp_path: Path) -> None:
    """What is left of a document is called what it was called before."""
    before = named(name, tree(name), tmp_path)
    for changed in removals(name):
        after = named(name, changed, tmp_path)
        kept = {key: given for key, given in before.items() if key in after}
        assert len(kept) < len(before)
        assert after == kept
