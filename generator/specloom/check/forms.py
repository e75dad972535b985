"""Parts of forms that are files, said by their media types."""

from __future__ import annotations

from ..read import Tree
from .kinds import Object, Place
from .references import followed
from .walk import Walk

__all__ = ["file", "form", "is_sent"]

_SAID = frozenset(
    (
        *("title", "description", "example", "examples", "deprecated", "default"),
        *("nullable", "contentMediaType", "type"),
    )
)
"""What stands beside a file's media type; anything else says what kind of text it is."""
_KINDS = ("image", "audio", "video", "font")
_BINARY = frozenset(
    ("octet-stream", "pdf", "zip", "gzip", "x-zip-compressed", "msword")
)
_TEXTS = ("json", "xml", "yaml", "javascript", "x-www-form-urlencoded")
_NAMELESS = ("string", "array", "integer", "number", "boolean")


def is_sent(place: Place) -> bool:
    """Whether a content is a request's."""
    up: Place | None = place
    while up is not None:
        if up[1] in ("requestBody", "requestBodies"):
            return True
        up = up[0]
    return False


def form(walk: Walk, tree: Object, place: Place) -> Object:
    """A form whose parts are files where their media types say so.

    OpenAPI 3.1 sections 4.8.14.4 and 4.8.15.1: bytes have no `format`; `contentMediaType`
    or the part's `contentType` tells of them.
    """
    schema = tree.get("schema")
    if not isinstance(schema, dict):
        return tree
    whole = followed(walk, schema, place)
    properties = whole.get("properties")
    if is_sent(place) and whole.get("type") in _NAMELESS:
        words = "a form of parts whose names nothing says: callers write it themselves"
        walk.tell("SP303", words, (place, "schema", 0))
        return {**tree, "schema": {"type": "string", "format": "binary"}}
    if not isinstance(properties, dict):
        return tree
    files: Object = {
        name: found
        for name, each in properties.items()
        if (found := file(walk, each, _stated(tree, name), place)) is not None
    }
    if not files:
        return tree
    here = walk.pointer((place, "schema", 0))
    walk.origins[f"{here}/allOf/0"] = walk.author(here)
    return {**tree, "schema": {"allOf": [schema, {"properties": files}]}}


def file(walk: Walk, tree: Tree, stated: str, place: Place) -> Object | None:
    """The schema of a part that is a file, or of several."""
    if not isinstance(tree, dict):
        return None
    whole = followed(walk, tree, place)
    if whole.get("type") == "array":
        inside = file(walk, whole.get("items", {}), stated, place)
        return None if inside is None else {**whole, "items": inside}
    for key in ("anyOf", "oneOf"):
        members = whole.get(key)
        if isinstance(members, list):
            files = [file(walk, each, stated, place) for each in members]
            both = zip(files, members, strict=True)
            made: list[Tree] = [each if file is None else file for file, each in both]
            return {**whole, key: made} if any(files) else None
    return _bytes(whole, stated)


def _bytes(tree: Object, stated: str) -> Object | None:
    own, kind = tree.get("contentMediaType", stated), tree.get("type")
    if not isinstance(own, str) or not tree.keys() <= _SAID:
        return None
    if kind not in (None, "string", ["string", "null"]):
        return None
    if not _means_bytes(own, is_text=kind is not None):
        return None
    return {**tree, "type": kind or "string", "format": "binary"}


def _means_bytes(media_type: str, *, is_text: bool) -> bool:
    """Whether a media type is one of bytes; one that nobody knows is, unless it's a string."""
    kind, _, sort = (
        media_type.partition(",")[0].partition(";")[0].strip().partition("/")
    )
    sort = sort.lower()
    if not sort or kind.lower() == "text" or sort.endswith(_TEXTS):
        return False
    known = kind.lower() in _KINDS or sort in _BINARY or "officedocument" in sort
    return known or not (is_text or sort == "*")


def _stated(tree: Object, name: str) -> str:
    encodings = tree.get("encoding")
    encoding = encodings.get(name) if isinstance(encodings, dict) else None
    stated = encoding.get("contentType") if isinstance(encoding, dict) else None
    return stated if isinstance(stated, str) else ""
