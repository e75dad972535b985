"""A small change of a document is a small change of its package."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from specloom.link import reached, received, sent

from .documents import TARGETS, Json, changed_lines, files, product, tree

MEMBERS = ("nickname", "aNewMember")
"""A name that Python takes as it is, and one that needs an alias."""
TEXT: Json = {"type": "string"}


def objects(name: str, folder: Path) -> tuple[list[str], list[str]]:
    """The component schemas with properties of their own: those sent, those only received."""
    api = product(name, tree(name), folder).api
    asked = {p for operation in api.operations for p in reached(api, sent(operation))}
    told = {p for o in api.operations for p in reached(api, received(o))}
    schemas: Json = tree(name)["components"]["schemas"]
    own = {
        f"#/components/schemas/{key}": key
        for key, schema in schemas.items()
        if "properties" in schema
    }
    return (
        [key for pointer, key in own.items() if pointer in asked],
        [key for pointer, key in own.items() if pointer in told - asked],
    )


def with_member(name: str, schema: str, member: str) -> Json:
    """The document with one more optional member of a schema."""
    changed = tree(name)
    changed["components"]["schemas"][schema]["properties"][member] = TEXT
    return changed


@pytest.mark.parametrize("member", MEMBERS)
@pytest.mark.parametrize("name", TARGETS)
def test_an_optional_member_of_an_answer_changes_four_lines(
    name: str, member: str, tmp_path: Path
) -> None:
    """A line of the model, one of API.md, the manifest's, and the first alias's import."""
    old = files(product(name, tree(name), tmp_path))
    _, schemas = objects(name, tmp_path)
    assert schemas
    for schema in schemas:
        changed = with_member(name, schema, member)
        lines = changed_lines(old, files(product(name, changed, tmp_path)))
        assert 3 <= len(lines) <= 4, "\n".join(lines)


def bodies(name: str, folder: Path) -> dict[str, int]:
    """The component schemas that are sent, and of how many operations each is the body."""
    api = product(name, tree(name), folder).api
    sent_schemas, _ = objects(name, folder)
    used = Counter(p for operation in api.operations for p in set(sent(operation)))
    return {key: used[f"#/components/schemas/{key}"] for key in sent_schemas}


def without_descriptions(lines: list[str]) -> list[str]:
    """The lines but those of docstrings that describe the new member."""
    return [line for line in lines if f"`{MEMBERS[1]}` of the" not in line]


def apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of calls, and those of links, which pass on what their targets take."""
    links = [each for each in lines if "/links.py: " in each or ".md: links." in each]
    return [each for each in lines if each not in links], links


@pytest.mark.parametrize("name", TARGETS)
def test_an_optional_member_of_a_body_changes_twelve_lines(
    name: str, tmp_path: Path
) -> None:
    """An argument and its way into the request, sync and async, and what they stand for."""
    old = files(product(name, tree(name), tmp_path))
    for schema, operations in bodies(name, tmp_path).items():
        changed = with_member(name, schema, MEMBERS[1])
        new = files(product(name, changed, tmp_path))
        lines, links = apart(without_descriptions(changed_lines(old, new)))
        assert 3 <= len(lines) <= 12 * max(operations, 1), "\n".join(lines)
        assert len(links) <= 6, "\n".join(links)


@pytest.mark.parametrize("name", TARGETS)
def test_an_optional_query_parameter_changes_twelve_lines(
    name: str, tmp_path: Path
) -> None:
    """An argument and its way into the query, sync and async."""
    old = files(product(name, tree(name), tmp_path))
    parameter = {"name": MEMBERS[1], "in": "query", "schema": TEXT}
    for path, item in tree(name)["paths"].items():
        for method in item.keys() & {"get", "post"}:
            changed = tree(name)
            operation: Json = changed["paths"][path][method]
            operation.setdefault("parameters", []).append(parameter)
            new = files(product(name, changed, tmp_path))
            lines, links = apart(without_descriptions(changed_lines(old, new)))
            assert 3 <= len(lines) <= 12, "\n".join(lines)
            assert len(links) <= 6, "\n".join(links)
