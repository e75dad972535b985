"""Bodies that are a row of parts without names (OpenAPI 3.2 section 4.14.5)."""

from __future__ import annotations

from ..read import Tree, join
from .forms import file, is_sent
from .kinds import Object, Place
from .references import followed
from .walk import Walk

__all__ = ["mixed"]

_WRITTEN = ("json", "text/plain")
_TOLD = ("prefixEncoding", "itemEncoding", "encoding")


def mixed(walk: Walk, tree: Object, place: Place) -> Object:
    """A Media Type Object whose parts are the items of its schema.

    Parts that are bytes by their media types become files. What cannot be written part
    by part is told, and stays bytes.
    """
    tree = _listed(walk, tree, place)
    schema = tree.get("schema")
    whole = followed(walk, schema, place) if isinstance(schema, dict) else {}
    is_row = whole.get("type") == "array" or "prefixItems" in whole
    if not is_sent(place):
        if is_row or any(key in tree for key in _TOLD):
            walk.tell("SP303", "the parts are not told apart: bytes are read", place)
        return tree
    if is_row:
        return {**tree, "schema": _row(walk, tree, whole, place)}
    if whole or any(key in tree for key in _TOLD):
        words = (
            f"callers write `{place[1]}` themselves: its schema is no array of parts"
        )
        walk.tell("SP303", words, place)
    return tree


def _listed(walk: Walk, tree: Object, place: Place) -> Object:
    """`itemSchema` is the schema of each part."""
    item = tree.get("itemSchema")
    if not isinstance(item, dict) or not is_sent(place):
        return tree
    here = walk.pointer(place)
    rest = {key: value for key, value in tree.items() if key != "itemSchema"}
    if "schema" in tree:
        return rest
    walk.origins[join(here, "schema")] = walk.author(join(here, "itemSchema"))
    walk.origins[join(here, "schema", "items")] = walk.author(join(here, "itemSchema"))
    return {**rest, "schema": {"type": "array", "items": item}}


def _row(walk: Walk, tree: Object, whole: Object, place: Place) -> Tree:
    """The array, or the reference to it where none of its parts is another than it says."""
    prefix, items = whole.get("prefixItems"), whole.get("items")
    stated = tree.get("prefixEncoding")
    told = stated if isinstance(stated, list) else []
    first = [
        _part(walk, each, told[at] if at < len(told) else None, place)
        for at, each in enumerate(prefix if isinstance(prefix, list) else [])
    ]
    rest = _part(walk, items, tree.get("itemEncoding"), place)
    if rest == items and first == (prefix or []):
        return tree["schema"]
    made = {**whole, "type": "array"}
    if first:
        made["prefixItems"] = first
    return made if rest is None else {**made, "items": rest}


def _part(walk: Walk, schema: Tree | None, encoding: Tree | None, place: Place) -> Tree:
    """What a caller gives for a part."""
    told = encoding.get("contentType") if isinstance(encoding, dict) else None
    kind = told.partition(",")[0].strip() if isinstance(told, str) else ""
    found = file(walk, {} if schema is None else schema, kind, place)
    if found is not None:
        return found
    whole = followed(walk, schema, place) if isinstance(schema, dict) else {}
    if whole.get("format") == "byte" or whole.get("contentEncoding") == "base64":
        return {"type": "string"}
    is_text = whole.get("type") == "string"
    if not kind or is_text or kind.partition(";")[0].lower().endswith(_WRITTEN):
        return schema
    walk.tell("SP303", f"callers write the parts that are `{kind}` themselves", place)
    return {"type": "string", "format": "binary"}
