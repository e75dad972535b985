"""The names of types, and the words that authors use for them."""

from __future__ import annotations

from ..read import Tree

__all__ = ["TYPES", "type_of"]

TYPES = ("string", "number", "integer", "boolean", "object", "array", "null")

_MEANT: dict[str, dict[str, Tree]] = {
    "any": {},
    "mixed": {},
    "json": {},
    "text": {"type": "string"},
    "str": {"type": "string"},
    "char": {"type": "string"},
    "uuid": {"type": "string", "format": "uuid"},
    "guid": {"type": "string", "format": "uuid"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "datetime": {"type": "string", "format": "date-time"},
    "date-time": {"type": "string", "format": "date-time"},
    "timestamp": {"type": "string", "format": "date-time"},
    "uri": {"type": "string", "format": "uri"},
    "url": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "password": {"type": "string", "format": "password"},
    "byte": {"type": "string", "format": "byte"},
    "bytes": {"type": "string", "format": "binary"},
    "binary": {"type": "string", "format": "binary"},
    "file": {"type": "string", "format": "binary"},
    "int": {"type": "integer"},
    "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"},
    "long": {"type": "integer", "format": "int64"},
    "float": {"type": "number", "format": "float"},
    "double": {"type": "number", "format": "double"},
    "decimal": {"type": "number"},
    "numeric": {"type": "number"},
    "bool": {"type": "boolean"},
    "list": {"type": "array", "items": {}},
    "dict": {"type": "object"},
    "map": {"type": "object"},
    "hash": {"type": "object"},
    "none": {"type": "null"},
    "nil": {"type": "null"},
}


def type_of(word: Tree) -> dict[str, Tree] | None:
    """The schema that a word means where the name of a type stands, or `None`."""
    if not isinstance(word, str):
        return None
    plain = word.strip().lower()
    return {"type": plain} if plain in TYPES else _MEANT.get(plain)
