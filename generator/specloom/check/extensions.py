"""Our `x-` extensions: whether they say what they should."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import jsonschema_rs

from ..read import Tree, join
from .kinds import Place
from .walk import Walk

__all__ = ["extend"]

# What other tools write under the same name, in a form of their own.
_SHARED = frozenset(
    (
        *("x-pagination", "x-idempotency", "x-sensitive", "x-unsafe", "x-source"),
        *("x-enum-varnames", "x-enum-descriptions"),
    )
)
_MOST = 5


def extend(walk: Walk, key: str, value: Tree, place: Place) -> bool:
    """Whether an extension is another's or has the form that its schema asks for."""
    validator = _validators().get(key)
    if validator is None or validator.is_valid(value):
        return True
    pointer = walk.author(walk.pointer(place))
    foreign = key in _SHARED or _is_other_type(key, value)
    for error in [*validator.iter_errors(value)][:_MOST]:
        code = "SP702" if foreign else "SP701"
        words = f"{key}: {error.message[-200:]}"
        walk.tell_at(code, words, join(pointer, *error.instance_path))
    return False


def _is_other_type(key: str, value: Tree) -> bool:
    wanted = _schemas()[key]
    kind = wanted.get("type") if isinstance(wanted, dict) else None
    return kind == "object" and not isinstance(value, dict)


@cache
def _validators() -> dict[str, jsonschema_rs.Validator]:
    return {
        name: jsonschema_rs.Draft202012Validator(schema)
        for name, schema in _schemas().items()
        if isinstance(schema, dict)
    }


@cache
def _schemas() -> dict[str, Tree]:
    text = (files("specloom.check") / "extensions.json").read_text("utf-8")
    tree: dict[str, dict[str, Tree]] = json.loads(text)
    return tree["properties"]
