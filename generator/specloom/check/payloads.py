"""What Swagger 2.0 says about values and bodies, in the words of OpenAPI 3.1."""

from __future__ import annotations

from dataclasses import dataclass

from ..read import Pointer, Tree, join
from .kinds import Object, Place
from .operations import METHODS
from .walk import Walk

__all__ = ["METHODS", "Carried", "body", "is_payload", "parameter", "response"]

_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
_OUTSIDE = ("name", "in", "description", "required", "allowEmptyValue", "$ref")
_INSIDE = (
    *("x-nullable", "x-unix-time", "x-sensitive", "x-ms-enum"),
    *("x-enum-varnames", "x-enumNames", "x-enum-descriptions", "x-enumDescriptions"),
)
_STYLES: dict[Tree, Object] = {
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"style": "form", "explode": True},
}
_BINARY: Object = {"type": "string", "format": "binary"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A parameter that travels in the body, and where it is written."""

    pointer: Pointer
    tree: Object


def is_payload(tree: Tree) -> bool:
    """Whether a parameter is one of the body (`in: body` or `in: formData`)."""
    return isinstance(tree, dict) and tree.get("in") in ("body", "formData")


def parameter(walk: Walk, tree: Object, place: Place) -> Object:
    """A parameter or header whose value `schema` describes."""
    if "schema" in tree or "$ref" in tree:
        return tree
    pointer = walk.pointer(place)
    made = _outside(tree)
    if tree.get("type") == "array":
        made.update(_style(walk, tree, pointer))
    made["schema"] = _schema(tree)
    walk.origins[join(pointer, "schema")] = walk.author(pointer)
    return made


def body(
    walk: Walk, carried: list[Carried], consumes: list[str], place: Place
) -> Object:
    """The Request Body of `body` and `formData` parameters."""
    here: Place = (place, "requestBody", 0)
    whole = next((each for each in carried if each.tree.get("in") == "body"), None)
    if whole is None:
        return _form(walk, carried, consumes, here)
    pointer = walk.pointer(here)
    walk.origins[pointer] = whole.pointer
    content: Object = {}
    for media_type in consumes or ["application/json"]:
        content[media_type] = {"schema": whole.tree.get("schema", {})}
        new = join(pointer, "content", media_type, "schema")
        walk.origins[new] = join(whole.pointer, "schema")
    made = _outside(whole.tree)
    made["content"] = content
    return {key: made[key] for key in made if key not in ("name", "in")}


def _form(
    walk: Walk, carried: list[Carried], consumes: list[str], place: Place
) -> Object:
    pointer = walk.pointer(place)
    properties: Object = {}
    encoding: Object = {}
    required: list[Tree] = []
    for each in carried:
        name = str(each.tree.get("name", ""))
        said = each.tree.get("description")
        inside = _schema(each.tree)
        properties[name] = {**inside, "description": said} if said else inside
        if each.tree.get("required") is True:
            required.append(name)
        if each.tree.get("type") == "array":
            encoding[name] = _style(walk, each.tree, each.pointer)
    schema: Object = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    media: Object = {"schema": schema}
    if encoding:
        media["encoding"] = encoding
    files = any(each.tree.get("type") == "file" for each in carried)
    stated = [name for name in consumes if name in _FORMS]
    kinds = stated or [_FORMS[0] if files else _FORMS[1]]
    for kind in kinds:
        inner = join(pointer, "content", kind, "schema", "properties")
        for each in carried:
            name = str(each.tree.get("name", ""))
            walk.origins[join(inner, name)] = each.pointer
    walk.origins[pointer] = carried[0].pointer.rpartition("/")[0]
    content: Object = dict.fromkeys(kinds, media)
    return {"content": content, "required": bool(required)}


def response(walk: Walk, tree: Tree, place: Place, produces: list[str]) -> Tree:
    """A Response with `content`."""
    if not isinstance(tree, dict) or "content" in tree or "$ref" in tree:
        return tree
    made = {k: v for k, v in tree.items() if k not in ("schema", "examples")}
    schema, examples = tree.get("schema"), tree.get("examples")
    shown = examples if isinstance(examples, dict) else {}
    if schema is None and not shown:
        return made
    kinds = list(produces)
    if isinstance(schema, dict) and schema.get("type") == "file":
        schema = {**schema, **_BINARY}
        kinds = kinds or ["application/octet-stream"]
    kinds = kinds or [name for name in shown if "/" in name] or ["application/json"]
    pointer = walk.pointer(place)
    content: Object = {}
    for kind in dict.fromkeys(kinds):
        media: Object = {} if schema is None else {"schema": schema}
        if kind in shown:
            media["example"] = shown[kind]
        content[kind] = media
        here = join(pointer, "content", kind)
        walk.origins[here] = pointer
        walk.origins[join(here, "schema")] = join(pointer, "schema")
        walk.origins[join(here, "example")] = join(pointer, "examples", kind)
    return {**made, "content": content}


def _outside(tree: Object) -> Object:
    return {
        key: value
        for key, value in tree.items()
        if key in _OUTSIDE or (key.startswith("x-") and key not in _INSIDE)
    }


def _schema(tree: Object) -> Object:
    inside: Object = {
        key: value
        for key, value in tree.items()
        if key not in (*_OUTSIDE, "collectionFormat")
        and (not key.startswith("x-") or key in _INSIDE)
    }
    return {**inside, **_BINARY} if inside.get("type") == "file" else inside


def _style(walk: Walk, tree: Object, pointer: Pointer) -> Object:
    """Style of an array (section "Parameter Object", `collectionFormat`)."""
    stated = tree.get("collectionFormat", "csv")
    if stated == "tsv":
        words = "nothing in OpenAPI 3.1 is delimited by tabs; read as `csv`"
        walk.tell_at("SP220", words, join(pointer, "collectionFormat"))
    if isinstance(stated, str) and stated in _STYLES:
        return dict(_STYLES[stated])
    simple = tree.get("in") in ("path", "header", None)
    return {"style": "simple" if simple else "form", "explode": False}
