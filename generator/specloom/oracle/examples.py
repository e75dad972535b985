"""The document's own examples, those that its schemas allow."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Content, JsonValue, is_jsv
from . import jsv
from .reading import Reading

__all__ = ["examples"]


def examples(reading: Reading, content: Content) -> Iterator[tuple[str, JsonValue]]:
    """The examples that are valid, those of JSV read."""
    pointer = content.schema
    if pointer is None:
        return
    for each in content.examples:
        value = each.value
        if is_jsv(content.media_type) and isinstance(value, str):
            try:
                value = jsv.read(reading, pointer, value)
            except ValueError:
                continue
        if reading.allows(pointer, value):
            yield each.name, value
