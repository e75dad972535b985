"""A small change of a document is a small change of its package's tests."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import pytest
from specloom.link import reached, received, sent
from specloom.name import snake
from specloom.pipeline import Product

from .documents import TARGETS, Json, files, product, tree

MEMBER = "aNewMember"
TEXT: Json = {"type": "string"}


def parts(made: Product) -> dict[tuple[str, str], str]:
    """What tests state, by module and name; and all other text."""
    found: dict[tuple[str, str], str] = {}
    for path, text in files(made).items():
        if not path.startswith("tests/") or not path.endswith(".py"):
            continue
        for node in ast.parse(text).body:
            match node:
                case ast.FunctionDef(name=name):
                    found[path, name] = ast.unparse(node)
                case ast.Assign(targets=[ast.Name(id=name)]):
                    found[path, name] = ast.unparse(node)
                case ast.Assign(
                    targets=[ast.Subscript(slice=ast.Attribute(attr=model))]
                ):
                    found[path, model] = ast.unparse(node)
                case ast.Expr(ast.Call(args=[ast.Dict(keys=keys, values=values)])):
                    for key, value in zip(keys, values, strict=True):
                        assert isinstance(key, ast.Attribute)
                        found[path, key.attr] = ast.unparse(value)
                case ast.Import() | ast.ImportFrom():
                    pass
                case _:
                    found[path, ast.unparse(node)] = ""
    return found


def changed(
    old: Mapping[tuple[str, str], str], new: Mapping[tuple[str, str], str]
) -> set[str]:
    """The names of what is another text now, or is there no more."""
    keys = {*old, *new}
    return {
        name for path, name in keys if old.get((path, name)) != new.get((path, name))
    }


def strangers(found: Iterable[str], known: Collection[str]) -> list[str]:
    """Names that belong to none of the operations and models that are known."""
    owned = tuple(f"test_{name}_" for name in map(snake, known))
    return [n for n in found if n not in known and not n.startswith(owned)]


@pytest.mark.parametrize("name", TARGETS)
def test_a_parameter_changes_the_tests_of_its_operation(
    name: str, tmp_path: Path
) -> None:
    """One more query parameter changes its operation's own tests, and no other text."""
    made = product(name, tree(name), tmp_path)
    old = parts(made)
    constants = {
        (each.path, each.method.lower()): made.names.operations[each.pointer].constant
        for each in made.api.operations
    }
    for (path, verb), constant in constants.items():
        document = tree(name)
        operation: Json = document["paths"][path][verb]
        parameter = {"name": MEMBER, "in": "query", "schema": TEXT}
        operation.setdefault("parameters", []).append(parameter)
        found = changed(old, parts(product(name, document, tmp_path)))
        assert found
        assert strangers(found, [constant]) == []


@pytest.mark.parametrize("name", TARGETS)
def test_a_member_changes_the_tests_of_what_has_it(name: str, tmp_path: Path) -> None:
    """One more optional member changes the tests of its model and of calls that hold it."""
    made = product(name, tree(name), tmp_path)
    old = parts(made)
    schemas: Json = tree(name)["components"]["schemas"]
    bases = {
        part["$ref"].rpartition("/")[2]
        for schema in schemas.values()
        for part in schema.get("allOf", [])
        if "$ref" in part
    }
    for key, schema in schemas.items():
        if "properties" not in schema or key in bases:
            continue
        document = tree(name)
        document["components"]["schemas"][key]["properties"][MEMBER] = TEXT
        found = changed(old, parts(product(name, document, tmp_path)))
        pointer = f"#/components/schemas/{key}"
        calls = [
            made.names.operations[each.pointer].constant
            for each in made.api.operations
            if pointer in reached(made.api, [*sent(each), *received(each)])
        ]
        own = made.names.types.get(pointer)
        assert found or own is None
        assert strangers(found, [*calls, *([own] if own else [])]) == []
