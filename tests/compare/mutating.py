"""Random changes of any document."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any, Final

from tests.support.trees import items, members

from .documents import Tree

__all__ = ["mutated"]

_MOST: Final = 6
_METHODS: Final = ("get", "put", "post", "delete", "patch")
_UNIONS: Final = ("allOf", "anyOf", "oneOf")


def mutated(tree: Tree, chance: random.Random) -> Tree:
    """The document after some changes that people make to schemas and operations."""
    made = copy.deepcopy(tree)
    for _ in range(chance.randint(1, _MOST)):
        chance.choice(_CHANGES)(made, chance)
    return made


def _drop_member(tree: Tree, chance: random.Random) -> None:
    schema = _schema(tree, chance)
    if members(schema.get("properties")):
        schema["properties"].pop(chance.choice([*schema["properties"]]))


def _add_member(tree: Tree, chance: random.Random) -> None:
    schema = _schema(tree, chance)
    if members(schema.get("properties")):
        target = chance.choice(_targets(tree))
        schema["properties"]["oneMore"] = {"$ref": target} if target else {}


def _retype(tree: Tree, chance: random.Random) -> None:
    schema = _schema(tree, chance)
    if isinstance(schema.get("type"), str):
        schema["type"] = "integer" if schema["type"] == "string" else "string"


def _refer_elsewhere(tree: Tree, chance: random.Random) -> None:
    schema, target = _schema(tree, chance), chance.choice(_targets(tree))
    if "$ref" in schema and target:
        schema["$ref"] = target


def _require(tree: Tree, chance: random.Random) -> None:
    schema = _schema(tree, chance)
    if members(schema.get("properties")):
        schema["required"] = [n for n in schema["properties"] if chance.random() < 0.5]


def _allow_null(tree: Tree, chance: random.Random) -> None:
    _schema(tree, chance)["nullable"] = True


def _replace_value(tree: Tree, chance: random.Random) -> None:
    schemas = [each for each in _schemas(tree) if items(each.get("enum"))]
    if schemas:
        schema = chance.choice(schemas)
        schema["enum"] = [*schema["enum"][1:], "one more"]


def _change_union(tree: Tree, chance: random.Random) -> None:
    unions = [e[k] for e in _objects(tree) for k in _UNIONS if items(e.get(k))]
    if not unions:
        return
    union, target = chance.choice(unions), chance.choice(_targets(tree))
    if target and chance.random() < 0.5:
        union.append({"$ref": target})
    elif len(union) > 1:
        union.pop()


def _drop_operation(tree: Tree, chance: random.Random) -> None:
    operations = [*_operations(tree)]
    if operations:
        path, method = chance.choice(operations)
        path.pop(method)


def _add_parameter(tree: Tree, chance: random.Random) -> None:
    operations = [*_operations(tree)]
    if operations:
        path, method = chance.choice(operations)
        kind = (
            {"type": "string"} if "swagger" in tree else {"schema": {"type": "string"}}
        )
        more = {"name": "one-more", "in": "query", **kind}
        path[method]["parameters"] = [*items(path[method].get("parameters")), more]


def _add_namesake(tree: Tree, chance: random.Random) -> None:
    """A component that is called as the answer of an operation may be."""
    ids = [path[method].get("operationId") for path, method in _operations(tree)]
    tags = [(items(path[m].get("tags")) or [""])[0] for path, m in _operations(tree)]
    if ids:
        at = chance.randrange(len(ids))
        said = "".join(filter(str.isalnum, f"{tags[at]}{ids[at]}Response"))
        components = tree if "swagger" in tree else tree.setdefault("components", {})
        key = "definitions" if "swagger" in tree else "schemas"
        schema = {"type": "object", "properties": {"one": {"type": "string"}}}
        components.setdefault(key, {})[said] = schema


_CHANGES: Final[tuple[Callable[[Tree, random.Random], None], ...]] = (
    *(_drop_member, _add_member, _retype, _refer_elsewhere, _require, _allow_null),
    *(_replace_value, _change_union, _drop_operation, _add_parameter, _add_namesake),
)


def _schema(tree: Tree, chance: random.Random) -> dict[str, Any]:
    return chance.choice(_schemas(tree) or [{}])


def _schemas(tree: Tree) -> list[dict[str, Any]]:
    keys = {"type", "$ref", "properties"}
    return [each for each in _objects(tree) if not keys.isdisjoint(each)]


def _targets(tree: Tree) -> list[str]:
    """What schemas refer to; "" if that is nothing."""
    found = (each.get("$ref") for each in _objects(tree))
    kinds = ("/schemas/", "/definitions/")
    return [t for t in found if isinstance(t, str) and any(k in t for k in kinds)] or [
        ""
    ]


def _operations(tree: Tree) -> Iterator[tuple[dict[str, Any], str]]:
    for path in members(tree.get("paths")).values():
        yield from ((path, m) for m in _METHODS if members(members(path).get(m)))


def _objects(tree: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting: list[object] = [tree]
    while waiting:
        each = waiting.pop()
        inside = members(each)
        if inside:
            found.append(inside)
        waiting += inside.values() or items(each)
    return found
