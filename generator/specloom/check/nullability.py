"""`nullable`, which JSON Schema 2020-12 says by a type (OpenAPI 3.0 section 4.7.24)."""

from __future__ import annotations

from collections.abc import Callable

from ..read import Tree
from .kinds import Object, Place
from .walk import Walk

__all__ = ["nullable", "without"]


def nullable(key: str) -> Callable[[Walk, Object, Place], Object]:
    """The step that puts `null` into what a keyword allows it for."""

    def step(walk: Walk, schema: Object, place: Place) -> Object:
        stated = schema[key]
        rest = without(schema, key)
        return _with_null(rest) if stated in (True, "true") else rest

    return step


_ANNOTATIONS = (
    *("title", "description", "default", "examples", "readOnly", "writeOnly"),
    *("deprecated", "externalDocs", "xml"),
)


def _with_null(schema: Object) -> Object:
    null: Tree = {"type": "null"}
    if "$ref" in schema or "allOf" in schema:
        outer = {
            key: value
            for key, value in schema.items()
            if key in _ANNOTATIONS or key.startswith("x-")
        }
        inner: Tree = {key: schema[key] for key in schema if key not in outer}
        return {**outer, "anyOf": [inner, null]}
    for joining in ("oneOf", "anyOf"):
        members = schema.get(joining)
        if isinstance(members, list):
            has = null in members
            return schema if has else {**schema, joining: [*members, null]}
    return _null_beside(schema)


def _null_beside(schema: Object) -> Object:
    stated = schema.get("type")
    if stated is None and "properties" in schema:
        stated = "object"
    elif stated is None and "items" in schema:
        stated = "array"
    if isinstance(stated, str) and stated != "null":
        schema = {**schema, "type": [stated, "null"]}
    elif isinstance(stated, list) and "null" not in stated:
        schema = {**schema, "type": [*stated, "null"]}
    values = schema.get("enum")
    if isinstance(values, list) and None not in values:
        schema = {**schema, "enum": [*values, None]}
    return schema


def without(schema: Object, key: str) -> Object:
    """The object without one of its members."""
    return {name: value for name, value in schema.items() if name != key}
