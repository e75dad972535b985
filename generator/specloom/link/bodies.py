"""Request bodies whose members are the arguments of the call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .alike import alike
from .api import Api, Array, Body, Content, Object, Pointer, Schema, String
from .media import FORM_DATA, essence, is_multipart, is_structured, is_xml
from .reach import resolve

__all__ = [
    "flat",
    "flat_schema",
    "has_file_part",
    "is_file",
    "is_row",
    "notations",
    "written",
]


def written(api: Api, body: Body) -> tuple[Content, ...]:
    """The media types that a caller may choose from, in the document's order.

    A form with a file among its parts comes first: JSON has no way to write one. Last
    comes a JSON Patch that is an object, as ASP.NET tells of all JSON that it takes: what
    it names is a list (RFC 6902 section 3).
    """
    found = notations(api, body.contents, is_structured)
    return tuple(sorted(found, key=lambda each: _rank(api, each)))


def _rank(api: Api, content: Content) -> int:
    if has_file_part(api, content):
        return 0
    shape = None if content.schema is None else resolve(api, content.schema).shape
    patch = essence(content.media_type) == "application/json-patch+json"
    return 2 if patch and isinstance(shape, Object) else 1


def is_file(api: Api, content: Content) -> bool:
    """Whether a body is bytes as they are, whatever its media type.

    OpenAPI 3.0 section 4.7.14.2: `format: binary` is a file, a JSON file too.
    """
    return content.schema is not None and _is_binary(api, content.schema)


def is_row(api: Api, content: Content) -> bool:
    """Whether a body is a row of parts without names (OpenAPI 3.2 section 4.14.5)."""
    name = essence(content.media_type)
    if content.schema is None or not is_multipart(name) or name == FORM_DATA:
        return False
    return isinstance(resolve(api, content.schema).shape, Array)


def _is_binary(api: Api, schema: Pointer) -> bool:
    shape = resolve(api, schema).shape
    return isinstance(shape, String) and shape.format == "binary"


def has_file_part(api: Api, content: Content) -> bool:
    """Whether a form of several parts has one that is a file."""
    if content.schema is None or not is_multipart(content.media_type):
        return False
    shape = resolve(api, content.schema).shape
    return isinstance(shape, Object) and any(
        _is_binary(api, each.schema) for each in shape.properties
    )


def notations(
    api: Api, contents: tuple[Content, ...], read: Callable[[str], bool]
) -> tuple[Content, ...]:
    """Contents without those that only write another one's schema in other words.

    Where a structured one (JSON, forms, JSV) is offered, XML is such a notation, and so
    is whatever has the same schema.
    """
    structured = [each for each in contents if read(each.media_type)]
    return tuple(
        each
        for each in contents
        if each in structured
        or not structured
        or not (is_xml(each.media_type) or _repeats(api, each, structured))
    )


def _repeats(api: Api, content: Content, others: list[Content]) -> bool:
    schema = content.schema
    if schema is None:
        return False
    stated = (other.schema for other in others if other.schema is not None)
    return any(alike(api, schema, other) for other in stated)


def flat(api: Api, body: Body) -> Object | None:
    """The object whose members are arguments, as `flat_schema`."""
    schema = flat_schema(api, body)
    return schema.shape if schema and isinstance(schema.shape, Object) else None


def flat_schema(api: Api, body: Body) -> Schema | None:
    """The schema whose members are arguments, or `None` where the body is one argument.

    That is so where every media type writes the same object by its members, and `null`
    is no body (ADR 0001). Members that only come back are no arguments (OpenAPI 3.1,
    section 4.8.24).
    """
    contents = written(api, body)
    first = contents[0].schema if contents else None
    if first is None or not all(is_structured(c.media_type) for c in contents):
        return None
    if not all(c.schema is not None and alike(api, c.schema, first) for c in contents):
        return None
    schema = resolve(api, first)
    nullable = schema.nullable or any(
        api.schemas[each.schema].nullable
        for each in contents
        if each.schema is not None
    )
    shape = schema.shape
    if nullable or not isinstance(shape, Object):
        return None
    kept = tuple(p for p in shape.properties if p.write_only or not p.read_only)
    if body.optional and any(each.required for each in kept):
        return None  # the members are needed only where there is a body
    return replace(schema, shape=replace(shape, properties=kept)) if kept else None
