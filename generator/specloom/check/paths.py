"""Paths and their variables."""

from __future__ import annotations

import re

from ..read import Tree
from ..report import did_you_mean
from .kinds import GONE, Gone, Map, Object, Part, Place
from .operations import METHODS
from .pairs import pairs, renamed
from .references import find, follow, place_of, target
from .walk import Walk

__all__ = ["callback", "paths"]

_OPERATOR = re.compile(r"\{[./;?&+#]?([^{}/.;?&+#*][^{}/]*?)[*+]?\}")
_VARIABLE = re.compile(r"\{([^{}/]+)\}")
_ITEM = Part("path item")
_LONGEST = 100


def paths(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """Paths whose variables are declared, and no others (OpenAPI 3.1, 4.8.12.1)."""
    found = walk.visit(Map(_ITEM, _path, extensible=True), tree, place)
    made: Object = {}
    for key, item in found.items() if isinstance(found, dict) else ():
        if isinstance(item, dict) and not key.startswith("x-"):
            here: Place = (place, key, place[2] + 1)
            item = _declared(walk, key, _inlined(walk, item, here), here)
        made[key] = item
    return made


def callback(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """Path Items by expression (OpenAPI 3.1 section 4.8.18)."""
    found = walk.visit(Map(_ITEM, extensible=True), tree, place)
    return found if isinstance(found, dict) else GONE


def _path(walk: Walk, key: str, place: Place) -> str:
    """A path with its leading slash (OpenAPI 3.1 section 4.8.8.1).

    Operators of RFC 6570 (`{.id*}`, `{proxy+}`) have no place in it: styles say the same.
    """
    made = _OPERATOR.sub(r"{\1}", key if key.startswith("/") else f"/{key}")
    if made != key:
        words = f"`{key[:200]}` is read as `{made[:200]}`"
        walk.tell("SP220", words, place, key="?key")
    return made


def _inlined(walk: Walk, item: Object, place: Place) -> Object:
    """A Path Item in the place of a reference: its variables are those of its path."""
    pointer = item.get("$ref")
    if not isinstance(pointer, str):
        return item
    for _ in range(_LONGEST):
        found = find(walk, pointer)
        further = found.get("$ref") if isinstance(found, dict) else None
        if not isinstance(further, str):
            break
        pointer = target(walk, pointer.partition("#")[0], further)
    else:
        return {}
    new = GONE if found is GONE else walk.part(_ITEM, found, place_of(pointer))
    if not isinstance(new, dict):
        return {}
    walk.origins[walk.pointer(place)] = walk.author(pointer)
    beside: Object = {key: item[key] for key in item if key != "$ref"}
    return {**new, **beside}


def _declared(walk: Walk, key: str, item: Object, place: Place) -> Object:
    variables = dict.fromkeys(_VARIABLE.findall(key.partition("?")[0]))
    item = _paired(walk, item, variables, place)
    shared = _path_names(walk, item)
    made = item
    missing: dict[str, None] = {}
    for method, tree in item.items():
        if method in METHODS and isinstance(tree, dict):
            own = _path_names(walk, tree)
            missing.update((v, None) for v in variables if v not in {*shared, *own})
            new = _fitted(walk, tree, variables, shared, (place, method, 0))
            if new is not tree:
                made = {**made}
                made[method] = new
    made = _pruned(walk, made, variables, place)
    for name in missing:
        meant = did_you_mean(name, shared)
        hint = f"did you mean `{meant}`?" if meant else ""
        words = f"no parameter declares `{{{name}}}`"
        walk.tell("SP206", words, place, hint, key="?key")
    return made


def _paired(
    walk: Walk, item: Object, variables: dict[str, None], place: Place
) -> Object:
    """A path whose parameters are called as its variables are."""
    methods = [m for m in METHODS if isinstance(item.get(m), dict)]
    shared = _path_names(walk, item)
    trees = {m: tree for m in methods if isinstance(tree := item[m], dict)}
    own = {method: _path_names(walk, tree) for method, tree in trees.items()}
    every = {**shared, **{name: None for names in own.values() for name in names}}
    if every.keys() == variables.keys():
        return item
    common = pairs(variables, every)
    made: Object = renamed(
        walk, item, {k: v for k, v in common.items() if k in shared}, place
    )
    known = _path_names(walk, made)
    for method, tree in trees.items():
        found = pairs(variables, {**known, **own[method]})
        names = {k: v for k, v in found.items() if k in own[method]}
        new = renamed(walk, tree, names, (place, method, 0))
        if new is not tree:
            made = {**made, method: new}
    return made


def _fitted(
    walk: Walk,
    tree: Object,
    variables: dict[str, None],
    shared: dict[str, None],
    place: Place,
) -> Object:
    made = _pruned(walk, tree, variables, place)
    declared = {**shared, **_path_names(walk, tree)}
    added: list[Tree] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in variables
        if name not in declared
    ]
    if not added:
        return made
    parameters = made.get("parameters")
    before = parameters if isinstance(parameters, list) else []
    return {**made, "parameters": [*before, *added]}


def _pruned(
    walk: Walk, tree: Object, variables: dict[str, None], place: Place
) -> Object:
    """The operation or path without path parameters that the path doesn't have."""
    parameters = tree.get("parameters")
    if not isinstance(parameters, list):
        return tree
    last: dict[tuple[str, str], int] = {}
    for index, known in enumerate(identity(walk, p) for p in parameters):
        if known is None:
            continue
        here: Place = ((place, "parameters", 0), index, 0)
        if known[1] == "path" and known[0] not in variables:
            walk.tell("SP206", f"the path has no `{{{known[0][:100]}}}`", here)
            continue
        if known in last:
            words = f"`{known[0][:100]}` in {known[1]} is declared before"
            walk.tell("SP215", words, here)
        last[known] = index
    if len(last) == len(parameters):
        return tree
    return {
        **tree,
        "parameters": [parameters[index] for index in sorted(last.values())],
    }


def _path_names(walk: Walk, tree: Object) -> dict[str, None]:
    parameters = tree.get("parameters")
    found = (
        identity(walk, each)
        for each in (parameters if isinstance(parameters, list) else [])
    )
    return {known[0]: None for known in found if known and known[1] == "path"}


def identity(walk: Walk, tree: Tree) -> tuple[str, str] | None:
    """Name and place of a parameter (OpenAPI 3.1 section 4.8.12), behind references.

    Names of headers are equal whatever their case (RFC 9110 section 5.1).
    """
    tree = follow(walk, tree)
    if not isinstance(tree, dict):
        return None
    name, where = tree.get("name"), tree.get("in")
    if not isinstance(name, str) or not isinstance(where, str):
        return None
    kind = where.strip().lower()
    return name.strip().lower() if kind == "header" else name, kind
