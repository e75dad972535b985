"""What two documents share is left out of a comparison, and nobody can tell."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, Final

import pytest
from specloom.read import read
from specloom.report import Report

from .documents import Tree, operation
from .mutating import mutated
from .sides import between, written

REAL: Final = Path(__file__).parents[3] / "shared" / "corpus" / "real"
LARGEST: Final = 300_000
"""Bytes of the documents that are compared here."""
TIMES: Final = 2


def documents() -> list[Path]:
    """The smaller ones of the corpus."""
    found = sorted(REAL.iterdir()) if REAL.is_dir() else []
    return [each for each in found if each.stat().st_size < LARGEST]


def is_exact(folder: Path, base: Tree, revision: Tree) -> bool:
    """Whether the changes are the same with and without what both documents share."""
    paths = (written(folder, "base", base), written(folder, "revision", revision))
    return between(*paths).changes == between(*paths, focused=False).changes


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/corpus is not there")
def test_focus_changes_nothing_of_real_documents(tmp_path: Path) -> None:
    """Whatever changes in a real document, its changes are found as if all were read."""
    chance = random.Random(1)
    for path in documents():
        source = read(path, Report(), location=path.name)
        if source is None or len(source.files) > 1:
            continue
        tree: Any = json.loads(json.dumps(source.root.tree))
        for _ in range(TIMES):
            state = chance.getstate()
            assert is_exact(tmp_path, tree, mutated(tree, chance)), (path.name, state)


def document(schemas: Tree, **operations: Tree) -> Tree:
    """A document with operations that receive or send a schema."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1.0.0"},
        "paths": {
            f"/{name}": {"post": {**operation(name), "tags": ["shop"], **more}}
            for name, more in operations.items()
        },
        "components": {"schemas": schemas},
    }


def content(schema: Tree) -> Tree:
    """A body or an answer of JSON."""
    return {"description": "It.", "content": {"application/json": {"schema": schema}}}


KIND: Final = {"type": "string", "enum": ["cat", "dog"]}
ASK: Final = {
    "type": "object",
    "properties": {"kind": {"$ref": "#/components/schemas/Kind"}},
}

TO_ASK: Final = {"$ref": "#/components/schemas/Ask"}


def test_what_starts_to_be_received_is_typed_otherwise_everywhere(
    tmp_path: Path,
) -> None:
    """An operation that stays as it is has arguments that may be any text now."""
    schemas = {"Kind": KIND, "Ask": ASK}
    asked = {"requestBody": content(TO_ASK)}
    told = {"responses": {"200": content(TO_ASK)}}
    base = document(schemas, ask=asked, find=asked, tell={})
    revision = document(schemas, ask=asked, find=asked, tell=told)
    assert is_exact(tmp_path, base, revision)
    assert is_exact(tmp_path, revision, base)


def test_text_leads_nowhere_though_it_has_members(tmp_path: Path) -> None:
    """What an object led to is typed otherwise once its type says that it is text."""
    to_ask = {"type": "object", "properties": {"ask": TO_ASK, "more": TO_ASK}}
    schemas: Tree = {"Kind": KIND, "Ask": ASK, "Deep": to_ask}
    told = {"responses": {"200": content({"$ref": "#/components/schemas/Deep"})}}
    asked = {"requestBody": content(TO_ASK)}
    flat = {**schemas, "Deep": {**to_ask, "type": "string"}}
    base, revision = (
        document(each, ask=asked, find=asked, tell=told) for each in (schemas, flat)
    )
    assert is_exact(tmp_path, base, revision)


def test_members_of_what_becomes_text_lose_their_classes(tmp_path: Path) -> None:
    """A class inside an object goes with it, though its own text stays."""
    inner = {"type": "object", "properties": {"x": {"type": "string"}}}
    one = {"type": "object", "properties": {"a": inner, "b": inner}}
    told = {"responses": {"200": content(one)}}
    other = {"responses": {"200": content({**one, "type": "string"})}}
    assert is_exact(tmp_path, document({}, tell=told), document({}, tell=other))


def test_a_base_that_may_be_null_is_no_class(tmp_path: Path) -> None:
    """A schema whose merged part may be null is called otherwise by who points at it."""
    part: Tree = {"$ref": "#/components/schemas/Kind"}
    more = {"type": "object", "properties": {"y": {"type": "string"}}}
    one = {**document({"Kind": more, "Both": {"allOf": [part, more]}})}
    other = document(
        {"Kind": more, "Both": {"allOf": [{**part, "nullable": True}, more]}}
    )
    for each in (one, other):
        each["components"]["schemas"]["User"] = {
            "type": "object",
            "properties": {"both": {"$ref": "#/components/schemas/Both"}},
        }
    assert is_exact(tmp_path, one, other)


def test_a_component_takes_the_name_of_an_answer(tmp_path: Path) -> None:
    """An operation that stays as it is returns a class of another name."""
    told = {"responses": {"200": content(ASK)}}
    base = document({"Kind": KIND}, tell=told)
    revision = document({"Kind": KIND, "ShopResourceTellResponse": ASK}, tell=told)
    assert is_exact(tmp_path, base, revision)
    assert any(
        "ShopResourceTellResponse" in e.before
        for e in between(tmp_path / "base.json", tmp_path / "revision.json").changes
    )
