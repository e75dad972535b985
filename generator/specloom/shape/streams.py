"""What the items of a stream are in Python."""

from __future__ import annotations

from ..link import (
    Array,
    Boolean,
    Content,
    Enumeration,
    Object,
    Pointer,
    Property,
    Schema,
    is_events,
    is_sequence,
    resolve,
)
from .annotation import Annotation, Annotations, Use, plain

__all__ = ["CLASSES", "item_type", "kind_of", "switch"]

CLASSES = {"_events": "EventStream", "_items": "ItemStream"}
"""What a caller gets, by the method of the runtime that makes the call."""


def kind_of(content: Content) -> str:
    """The method of the runtime that makes the call."""
    return "_events" if is_events(content.media_type) else "_items"


def item_type(annotations: Annotations, content: Content, use: Use) -> Annotation:
    """The type of one item: of an event, of its data.

    Schemas of events describe the whole event (OpenAPI 3.2 section 4.14.4) or, in older
    documents, what its data holds; schemas of sequences their items, or all of them.
    """
    pointer = _item(annotations, content)
    if pointer is None:
        if is_events(content.media_type):
            return use.builtin("str")
        return plain("JsonValue", use.runtime("JsonValue"))
    return annotations.annotation(pointer, use)


def _item(annotations: Annotations, content: Content) -> Pointer | None:
    pointer = content.item_schema or content.schema
    if pointer is None:
        return None
    shape = resolve(annotations.api, pointer).shape
    whole = content.item_schema is None and is_sequence(content.media_type)
    if whole and isinstance(shape, Array):
        return shape.items
    if content.item_schema is not None and isinstance(shape, Object):
        return next((p.schema for p in shape.properties if p.name == "data"), pointer)
    return pointer


def switch(annotations: Annotations, schema: Schema | None) -> Property | None:
    """The member of a body that asks for a stream: a truth value called `stream`."""
    shape = None if schema is None else schema.shape
    for each in shape.properties if isinstance(shape, Object) else ():
        if each.name == "stream":
            found = resolve(annotations.api, each.schema).shape
            if isinstance(found, Boolean) or (
                isinstance(found, Enumeration) and True in found.values
            ):
                return each
    return None
