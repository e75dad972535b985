"""Request bodies whose members are the arguments of the call."""

from __future__ import annotations

from .api import Api, Body, Content, Object, Pointer, Schema
from .media import is_structured, is_xml
from .reach import resolve

__all__ = ["flat", "flat_schema", "written"]


def written(api: Api, body: Body) -> tuple[Content, ...]:
    """The media types that a caller may choose from, in the document's order.

    Where structured ones (JSON, forms, JSV) are offered, another one is left out if it
    only writes the same schema in another notation (XML).
    """
    structured = [each for each in body.contents if is_structured(each.media_type)]
    known = {_schema(api, each) for each in structured}
    return tuple(
        each
        for each in body.contents
        if is_structured(each.media_type)
        or not structured
        or not (is_xml(each.media_type) or _schema(api, each) in known)
    )


def _schema(api: Api, content: Content) -> Pointer | None:
    return None if content.schema is None else resolve(api, content.schema).pointer


def flat(api: Api, body: Body) -> Object | None:
    """The object whose members are arguments, as `flat_schema`."""
    schema = flat_schema(api, body)
    return schema.shape if schema and isinstance(schema.shape, Object) else None


def flat_schema(api: Api, body: Body) -> Schema | None:
    """The schema whose members are arguments, or `None` where the body is one argument.

    That is so where every media type writes the same object by its members, and `null`
    is no body (ADR 0001).
    """
    contents = written(api, body)
    pointers = {_schema(api, each) for each in contents}
    pointer = pointers.pop() if len(pointers) == 1 else None
    if pointer is None or not all(is_structured(c.media_type) for c in contents):
        return None
    schema = api.schemas[pointer]
    nullable = schema.nullable or any(
        api.schemas[each.schema].nullable
        for each in contents
        if each.schema is not None
    )
    plain = isinstance(schema.shape, Object) and bool(schema.shape.properties)
    return schema if plain and not nullable else None
