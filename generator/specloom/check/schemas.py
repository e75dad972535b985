"""Schema Objects in the words of JSON Schema 2020-12, whatever dialect they came in."""

from __future__ import annotations

import json
from collections.abc import Callable

from ..read import Tree
from ..report import did_you_mean
from .kinds import GONE, Gone, Object, Place
from .nullability import nullable, without
from .references import file_of, find, nearest, target
from .types import TYPES, type_of
from .values import fits, is_odd_format
from .walk import Walk

__all__ = ["as_schema", "rewrite"]


def as_schema(tree: Tree) -> Tree | Gone:
    """What a value that is no schema was meant to be: the name of a type, perhaps."""
    read = type_of(tree) if isinstance(tree, str) else None
    return dict(read) if read is not None else GONE


def rewrite(walk: Walk, schema: Object, place: Place) -> Object | Gone:
    """The schema with OpenAPI 3.1's meaning, its members not looked at yet."""
    for key, step in _STEPS:
        if key in schema:
            schema = step(walk, schema, place)
    return schema


def _type(walk: Walk, schema: Object, place: Place) -> Object:
    stated = schema["type"]
    if isinstance(stated, str) and stated in TYPES:
        if stated == "array" and "items" not in schema and "prefixItems" not in schema:
            return {**schema, "items": {}}
        return schema
    if isinstance(stated, list):
        return _types(walk, schema, stated, place)
    alone = stated is None and _is_option(place)  # YAML's null, where "null" is meant
    read = type_of("null" if alone else stated)
    rest = without(schema, "type")
    shown = "null" if stated is None else str(stated)[:60]
    if read is None:
        if not isinstance(stated, dict):
            help_ = did_you_mean(stated, TYPES) if isinstance(stated, str) else ""
            words = f"`type: {shown}` is no type of JSON"
            hint = f"did you mean `{help_}`?" if help_ else ""
            walk.tell("SP219", words, (place, "type", 0), hint)
        return rest
    said = '`type: "null"`' if alone else _said(read)
    words = f"`type: {shown}` is no type of JSON; read as {said}"
    walk.tell("SP219", words, (place, "type", 0))
    return {**read, **rest}


def _is_option(place: Place) -> bool:
    parent = place[0]
    return parent is not None and parent[1] in ("anyOf", "oneOf")


def _said(read: Object) -> str:
    return ", ".join(f"`{key}: {value}`" for key, value in read.items()) or "any value"


def _types(walk: Walk, schema: Object, stated: list[Tree], place: Place) -> Object:
    known: list[Tree] = []
    for item in stated:
        name = "null" if item is None else item
        read = {"type": name} if name in TYPES else type_of(name)
        kind = read.get("type") if read is not None else None
        if kind is None:
            walk.tell("SP219", f"{str(item)[:60]} is no type", (place, "type", 0))
        elif kind not in known:
            known.append(kind)
    if known == stated:
        return schema
    return {**schema, "type": known} if known else without(schema, "type")


def _enum(walk: Walk, schema: Object, place: Place) -> Object:
    stated = schema["enum"]
    if stated is None or isinstance(stated, dict) or stated == []:
        words = "an array of one or more values stands here"
        walk.tell("SP209", words, (place, "enum", 0))
        return without(schema, "enum")
    if not isinstance(stated, list):
        words = "an array stands here; read as one of one item"
        walk.tell("SP220", words, (place, "enum", 0))
        return {**schema, "enum": [stated]}
    # 1 and true are two values (JSON Schema core, section 4.2.2), for Python they are equal.
    distinct = {(isinstance(value, bool), repr(value)): value for value in stated}
    if len(distinct) == len(stated):
        return schema
    return {**schema, "enum": list(distinct.values())}


def _required(walk: Walk, schema: Object, place: Place) -> Object:
    names = schema["required"]
    if isinstance(names, list):
        kept: list[Tree] = list(
            dict.fromkeys(name for name in names if isinstance(name, str))
        )
        schema = schema if len(kept) == len(names) else {**schema, "required": kept}
        _unknown(walk, schema, kept, place)
        return schema
    # Draft 3 said it in the property; its object has heard of it by now.
    if isinstance(names, str) and names.lower() not in ("true", "false"):
        walk.tell("SP220", "an array stands here; read as one of one item", place)
        return {**schema, "required": [names]}
    words = "`required` lists names of members; in a property it says nothing"
    walk.tell("SP220" if names is not None else "SP209", words, (place, "required", 0))
    return without(schema, "required")


_JOINING = frozenset(("allOf", "anyOf", "oneOf", "not", "if", "then", "else"))
_OPEN = _JOINING | {"$ref", "additionalProperties", "patternProperties"}


def _unknown(walk: Walk, schema: Object, names: list[Tree], place: Place) -> None:
    properties = schema.get("properties")
    if not isinstance(properties, dict) or not _OPEN.isdisjoint(schema):
        return
    parent = place[0]
    if place[1] in _JOINING or (parent is not None and parent[1] in _JOINING):
        return  # another member of the composition may describe it
    for index, name in enumerate(names):
        if isinstance(name, str) and name not in properties:
            meant = did_you_mean(name, properties)
            at: Place = ((place, "required", 0), index, 0)
            hint = f"did you mean `{meant}`?" if meant else ""
            walk.tell("SP211", f"`{name[:100]}` is no property of it", at, hint)


def _properties(walk: Walk, schema: Object, place: Place) -> Object:
    properties = schema["properties"]
    if not isinstance(properties, dict):
        return schema
    flagged: list[Tree] = [
        name
        for name, part in properties.items()
        if isinstance(part, dict) and part.get("required") in (True, "true")
    ]
    names = schema.get("required")
    if not flagged or not isinstance(names, (list, type(None))):
        return schema
    return {**schema, "required": [*(names or []), *flagged]}


def _items(walk: Walk, schema: Object, place: Place) -> Object:
    items = schema["items"]
    if not isinstance(items, list):
        return schema
    # A tuple until draft 2019-09 (JSON Schema 2020-12 core, section 10.3.1.1).
    rest = without(schema, "items")
    more = rest.pop("additionalItems", None)
    if len(items) == 1 and more is None:
        return {**rest, "items": items[0]}
    made: Object = {**rest, "prefixItems": items}
    return made if more is None else {**made, "items": more}


def _example(walk: Walk, schema: Object, place: Place) -> Object:
    rest = without(schema, "example")
    return rest if "examples" in schema else {**rest, "examples": [schema["example"]]}


def _examples(walk: Walk, schema: Object, place: Place) -> Object:
    values = schema["examples"]
    if isinstance(values, list):
        return schema
    if isinstance(values, dict):
        values = list(values.values())
        values = [
            v["value"] if isinstance(v, dict) and "value" in v else v for v in values
        ]
    return {**schema, "examples": values if isinstance(values, list) else [values]}


def _exclusive(limit: str, exclusive: str) -> Callable[[Walk, Object, Place], Object]:
    def step(walk: Walk, schema: Object, place: Place) -> Object:
        stated = schema[exclusive]
        if not isinstance(stated, bool):
            return schema
        rest = without(schema, exclusive)
        value = rest.get(limit)
        if not stated or value is None:
            return rest
        return {**without(rest, limit), exclusive: value}

    return step


def _default(walk: Walk, schema: Object, place: Place) -> Object:
    default = schema["default"]
    if fits(default, schema):
        return schema
    if default is not None:  # which says no more than leaving it out
        shown = json.dumps(default, ensure_ascii=False, default=str)
        law = "enum" if fits(default, without(schema, "enum")) else "type"
        words = f"`{shown[:60]}` doesn't fit `{law}`"
        walk.tell("SP212", words, (place, "default", 0))
    return without(schema, "default")


def _format(walk: Walk, schema: Object, place: Place) -> Object:
    name, kind = schema["format"], schema.get("type")
    if not isinstance(name, str) or not isinstance(kind, str):
        return schema
    if kind == "string" and name == "base64":
        return {**schema, "format": "byte"}
    if not is_odd_format(kind, name):
        return schema
    words = f"`format: {name[:60]}` says nothing about `type: {kind}`"
    walk.tell("SP213", words, (place, "format", 0))
    return without(schema, "format")


def _discriminator(walk: Walk, schema: Object, place: Place) -> Object:
    stated = schema["discriminator"]
    if isinstance(stated, str):
        return {**schema, "discriminator": {"propertyName": stated}}
    if not isinstance(stated, dict) or not isinstance(stated.get("propertyName"), str):
        words = "a discriminator names a property in `propertyName`"
        walk.tell("SP209", words, (place, "discriminator", 0))
        return without(schema, "discriminator")
    mapping = stated.get("mapping")
    if mapping is None:
        return schema
    if not isinstance(mapping, dict):
        return {**schema, "discriminator": without(stated, "mapping")}
    made = {
        key: found
        for key, value in mapping.items()
        if (found := _mapped(walk, key, value, place))
    }
    if made == mapping:
        return schema
    return {**schema, "discriminator": {**stated, "mapping": dict(made)}}


def _mapped(walk: Walk, key: str, value: Tree, place: Place) -> str:
    """The canonical pointer of a mapping's name or reference (OpenAPI 3.1, 4.8.25)."""
    if not isinstance(value, str):
        return ""
    name = f"#/components/schemas/{value}"
    if "#" not in value and "/" not in value and isinstance(find(walk, name), dict):
        return name
    pointer = target(walk, file_of(place), value)
    if value.startswith("#/$defs/") and find(walk, pointer) is GONE:
        pointer = nearest(walk, place, value) or pointer
    if pointer.partition("#")[0] not in walk.trees:
        return ""  # `read` has said so
    if isinstance(find(walk, pointer), dict):
        walk.wanted.setdefault((pointer, "schema"))
        return pointer
    at: Place = (((place, "discriminator", 0), "mapping", 0), key, 0)
    walk.tell("SP204", f"`{value[:200]}` leads to nothing", at)
    return ""


def _dynamic(walk: Walk, schema: Object, place: Place) -> Object:
    # Statically: the anchor's own place (JSON Schema 2020-12 core, section 8.2.3.2).
    reference = schema["$dynamicRef"]
    rest = without(schema, "$dynamicRef")
    if not isinstance(reference, str) or "$ref" in rest:
        return rest
    pointer = target(walk, file_of(place), reference)
    if not isinstance(find(walk, pointer), (dict, bool)):
        walk.tell("SP204", f"`{reference[:200]}` leads to nothing", place)
        return rest
    walk.wanted.setdefault((pointer, "schema"))
    return {**rest, "$ref": pointer}


_STEPS: tuple[tuple[str, Callable[[Walk, Object, Place], Object]], ...] = (
    ("$dynamicRef", _dynamic),
    ("type", _type),
    ("enum", _enum),
    ("properties", _properties),
    ("required", _required),
    ("items", _items),
    ("examples", _examples),
    ("example", _example),
    ("exclusiveMinimum", _exclusive("minimum", "exclusiveMinimum")),
    ("exclusiveMaximum", _exclusive("maximum", "exclusiveMaximum")),
    ("discriminator", _discriminator),
    ("format", _format),
    ("nullable", nullable("nullable")),
    ("x-nullable", nullable("x-nullable")),
    ("default", _default),
)
