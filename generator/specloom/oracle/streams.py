"""Streams as a service sends them: events, and JSON texts in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link import (
    Array,
    Content,
    JsonValue,
    Object,
    Pointer,
    essence,
    is_events,
    is_sequence,
    resolve,
)
from .notation import as_json, compact
from .request import Oracle
from .scalars import Taste
from .values import ImpossibleError, Values

__all__ = ["Streamed", "sequence", "streamed"]

LEAST = 2
"""Items of a stream: one alone could be a whole body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """A stream: its text, and the values that come out one after the other."""

    text: bytes
    schema: Pointer | None
    """Of each value; without one they are texts, or any JSON."""
    values: tuple[JsonValue, ...]


def streamed(oracle: Oracle, content: Content, *, plain: bool) -> Streamed:
    """A stream of a media type, its items as the document describes them.

    Args:
        oracle: What is known of the API.
        content: The media type and its schema, of the items or of all of them.
        plain: Whether the data of events are texts, not JSON.

    Raises:
        ImpossibleError: No item can be made up.
    """
    pointer = _item(oracle, content)
    values = tuple(_values(oracle, pointer))
    texts = [str(value) if plain else _json(oracle, pointer, value) for value in values]
    return Streamed(
        text=sequence(content.media_type, texts).encode(),
        schema=pointer,
        values=values,
    )


def _json(oracle: Oracle, pointer: Pointer | None, value: JsonValue) -> str:
    if pointer is None:
        return compact(value)
    return as_json(oracle.reading, pointer, value).decode()


def _item(oracle: Oracle, content: Content) -> Pointer | None:
    """The schema of an item (OpenAPI 3.2 section 4.14.4; in older ones of the data)."""
    pointer = content.item_schema or content.schema
    if pointer is None:
        return None
    shape = resolve(oracle.api, pointer).shape
    whole = content.item_schema is None and is_sequence(content.media_type)
    if whole and isinstance(shape, Array):
        return shape.items
    if content.item_schema is not None and isinstance(shape, Object):
        members = {each.name: each.schema for each in shape.properties}
        return members.get("data", pointer)
    return pointer


def _values(oracle: Oracle, pointer: Pointer | None) -> Iterator[JsonValue]:
    if pointer is None:
        yield from ("first", "second")
        return
    found: list[JsonValue] = []
    for taste in (Taste.PLAIN, Taste.ODD):
        value = Values(reading=oracle.reading).value(pointer, taste)
        if oracle.reading.is_clear(pointer, value):
            found.append(value)
    if not found:
        raise ImpossibleError("no item is one member's of a union only")
    yield from (found * LEAST)[:LEAST]


def sequence(media_type: str, texts: list[str]) -> str:
    """Events (HTML section 9.2.5), records (RFC 7464 section 2.2), or lines."""
    if is_events(media_type):
        return "".join(f"data: {text}\n\n" for text in texts)
    mark = "\x1e" if essence(media_type).endswith("json-seq") else ""
    return "".join(f"{mark}{text}\n" for text in texts)
