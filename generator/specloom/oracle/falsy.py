"""Bodies that hold what is empty, zero or null, and as little else as can be."""

from __future__ import annotations

from dataclasses import replace

from ..link import Content, JsonValue, Object, is_form
from .request import Oracle, sent_type

__all__ = ["emptied"]


def emptied(oracle: Oracle, content: Content, value: JsonValue) -> JsonValue:
    """An object without what need not be there and is not falsy.

    Nor is an object there that leaves nothing behind in a form.
    """
    if content.schema is None or not isinstance(value, dict):
        return value
    shape = oracle.reading.chosen(content.schema, value).shape
    if not isinstance(shape, Object):
        return value
    needed = {each.name for each in shape.properties if each.required}
    form = is_form(sent_type(oracle.api, content))
    less: dict[str, JsonValue] = {
        name: member
        for name, member in value.items()
        if name in needed or not (member or (form and isinstance(member, dict)))
    }
    bare = replace(oracle.reading, lenient=True)
    return less if bare.allows(content.schema, less) else value
