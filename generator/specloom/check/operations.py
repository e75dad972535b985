"""Paths, operations, parameters and what they carry."""

from __future__ import annotations

import re

from ..report import did_you_mean
from .kinds import GONE, Gone, Object, Place
from .references import find
from .walk import Walk

__all__ = ["METHODS", "body", "header", "media_type", "operation", "parameter"]
__all__ += ["path_item", "response", "scheme", "security", "status"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_PLACES = ("query", "header", "path", "cookie", "querystring")
_STATUS = re.compile(r"[1-5](?:\d\d|XX)|default")
_MEDIA = re.compile(r"\s*[\w!#$&^.+*-]+/[\w!#$&^.+*-]+\s*(?:;.*)?", re.DOTALL)
_MEDIA_WORDS = {
    "json": "application/json",
    "xml": "application/xml",
    "html": "text/html",
    "text": "text/plain",
    "csv": "text/csv",
    "pdf": "application/pdf",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "*": "*/*",
    "plain/text": "text/plain",
    "application/text": "text/plain",
}


def status(walk: Walk, key: str, place: Place) -> str:
    """A status code, a range or `default` (OpenAPI 3.1 section 4.8.16.2)."""
    if _STATUS.fullmatch(key):
        return key
    word = key.strip()
    meant = word.upper() if word.lower() != "default" else "default"
    if not _STATUS.fullmatch(meant):
        found = re.match(r"[1-5]\d\d(?!\d)", word)
        meant = found.group() if found else ""
    words = f"`{key[:60]}` is no status code" + (
        f"; read as `{meant}`" if meant else ""
    )
    walk.tell("SP220" if meant else "SP209", words, place, key="?key")
    return meant


def media_type(walk: Walk, key: str, place: Place) -> str:
    """A media type or range (RFC 9110 section 8.3.1)."""
    if _MEDIA.fullmatch(key) and key not in _MEDIA_WORDS:
        return key.strip()
    meant = _MEDIA_WORDS.get(key.strip().lower(), "")
    words = f"`{key[:60]}` is no media type" + (f"; read as `{meant}`" if meant else "")
    walk.tell("SP210", words, place, key="?key")
    return meant


def path_item(walk: Walk, item: Object, place: Place) -> Object | Gone:
    """A Path Item with the methods in lower case."""
    wrong = [key for key in item if key not in METHODS and key.lower() in METHODS]
    for key in wrong:
        walk.tell("SP220", f"read as `{key.lower()}`", (place, key, 0), key="?key")
    if not wrong:
        return item
    return {key.lower() if key in wrong else key: item[key] for key in item}


def operation(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """An Operation with some `responses`, and an `operationId` that says something."""
    name = tree.get("operationId")
    made = tree
    if isinstance(name, str):
        here = walk.pointer(place)
        first = walk.operations.setdefault(name, here)
        if first != here:
            words = f"`{name[:100]}` is the name of an operation before"
            walk.tell("SP208", words, (place, "operationId", 0))
        if not name.strip():
            made = {key: made[key] for key in made if key != "operationId"}
    if "responses" not in made:
        made = {**made, "responses": {}}
    return made


def parameter(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Parameter with name, place and schema."""
    name, where = tree.get("name"), tree.get("in")
    if isinstance(name, (int, float)):
        name = str(name)
    if not isinstance(name, str) or not isinstance(where, str):
        walk.tell("SP209", "a parameter has a `name` and an `in`", place)
        return GONE
    kind = where.strip().lower()
    if kind not in _PLACES:
        words = f"`in: {where[:60]}` is no place of a parameter"
        meant = did_you_mean(kind, _PLACES)
        hint = f"did you mean `{meant}`?" if meant else ""
        walk.tell("SP209", words, (place, "in", 0), hint)
        return GONE
    made = tree
    if kind != where:
        made = {**made, "in": kind}
    if kind == "path" and tree.get("required") is not True:
        words = "what stands in a path is always there: read as `required: true`"
        walk.tell("SP220", words, place)
        made = {**made, "required": True}
    return _with_schema(walk, made, place)


def header(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Header with its schema."""
    return _with_schema(walk, tree, place)


_OF_SCHEMA = (
    *("type", "format", "enum", "items", "default", "minimum", "maximum"),
    *("pattern", "minLength", "maxLength", "nullable"),
)


def _with_schema(walk: Walk, tree: Object, place: Place) -> Object:
    if "schema" in tree or "content" in tree:
        return tree
    beside: Object = {key: tree[key] for key in _OF_SCHEMA if key in tree}
    if beside:
        words = "`type` and the like belong in `schema`; read as if they stood there"
        walk.tell("SP220", words, place)
    rest = {key: value for key, value in tree.items() if key not in beside}
    return {**rest, "schema": beside}


def body(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Request Body with `content`."""
    return tree if "content" in tree else {**tree, "content": {}}


def response(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Response; one of Swagger's, with `schema`, is read as JSON."""
    if "schema" not in tree or "content" in tree:
        return tree
    words = "`schema` belongs in `content`; read as JSON"
    walk.tell("SP220", words, (place, "schema", 0))
    rest = {key: value for key, value in tree.items() if key != "schema"}
    return {**rest, "content": {"application/json": {"schema": tree["schema"]}}}


def scheme(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Security Scheme of some type."""
    if isinstance(tree.get("type"), str):
        return tree
    walk.tell("SP209", "a security scheme has a `type`", place)
    return GONE


def security(walk: Walk, tree: Object, place: Place) -> Object | Gone:
    """A Security Requirement whose schemes are all defined."""
    known = find(walk, "#/components/securitySchemes")
    names = known if isinstance(known, dict) else {}
    for name in tree:
        if name not in names:
            meant = did_you_mean(name, names)
            hint = f"did you mean `{meant}`?" if meant else ""
            words = f"no scheme is called `{name[:100]}`"
            walk.tell("SP214", words, (place, name, 0), hint, key="?key")
            return GONE
    made: Object = {
        name: scopes if isinstance(scopes, list) else []
        for name, scopes in tree.items()
    }
    return tree if made == tree else made
