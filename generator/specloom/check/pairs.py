"""Path parameters whose names and path variables differ: which means which."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ..read import Tree
from .kinds import GONE, Object, Part, Place
from .references import find, place_of
from .walk import Walk

__all__ = ["pairs", "renamed"]

_PARAMETER = Part("parameter")
_NOISE = re.compile(r"[^a-z0-9]")
_LONGEST = 100


def pairs(variables: Collection[str], declared: Collection[str]) -> Mapping[str, str]:
    """Declared name -> variable, where a variable is undeclared and the name unused.

    They mean the same if case and punctuation alone differ, or if nothing else is left.
    """
    lost = [name for name in variables if name not in declared]
    spare = [name for name in declared if name not in variables]
    found: dict[str, str] = {}
    for variable in lost:
        alike = [name for name in spare if _bare(name) == _bare(variable)]
        if len(alike) == 1:
            found[alike[0]] = variable
    lost = [name for name in lost if name not in found.values()]
    spare = [name for name in spare if name not in found]
    if len(lost) == len(spare) == 1:
        found[spare[0]] = lost[0]
    return found


def _bare(name: str) -> str:
    return _NOISE.sub("", name.lower())


def renamed(walk: Walk, tree: Object, names: Mapping[str, str], place: Place) -> Object:
    """The operation or path whose path parameters are called as its path calls them."""
    parameters = tree.get("parameters")
    if not names or not isinstance(parameters, list):
        return tree
    made = [
        _renamed(walk, each, names, ((place, "parameters", 0), index, 0))
        for index, each in enumerate(parameters)
    ]
    return {**tree, "parameters": made}


def _renamed(walk: Walk, tree: Tree, names: Mapping[str, str], place: Place) -> Tree:
    found = _whole(walk, tree)
    name = found.get("name")
    if found.get("in") != "path" or not isinstance(name, str) or name not in names:
        return tree
    words = f"`{name[:100]}` is read as the path's `{{{names[name][:100]}}}`"
    walk.tell("SP206", words, place)
    return {**found, "name": names[name]}


def _whole(walk: Walk, tree: Tree) -> Object:
    """A parameter in the place of references to it."""
    for _ in range(_LONGEST):
        pointer = tree.get("$ref") if isinstance(tree, dict) else None
        if not isinstance(pointer, str):
            break
        found = find(walk, pointer)
        if found is not GONE:
            found = walk.part(_PARAMETER, found, place_of(pointer))
        tree = None if found is GONE else found
    return tree if isinstance(tree, dict) else {}
