"""Forms: `application/x-www-form-urlencoded` and `multipart/form-data`.

OpenAPI 3.1 sections 4.8.14.4 and 4.8.15.1; WHATWG URL section 5 for the first, RFC 7578
for the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link import (
    Array,
    Content,
    Encoding,
    JsonValue,
    Object,
    Pointer,
    Schema,
    String,
    Union,
    is_json,
    resolve,
)
from . import uri
from .notation import compact
from .reading import Reading

__all__ = ["Part", "UntoldError", "file_name", "multipart", "row", "urlencoded"]


class UntoldError(Exception):
    """The specification (or this oracle) does not say what travels; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a multipart body (RFC 7578 section 4)."""

    name: str
    filename: str | None
    content_type: str
    body: bytes


def urlencoded(content: Content, value: dict[str, JsonValue]) -> str:
    """Each member by the rules of a query parameter (OpenAPI 3.1 section 4.8.15.1.2).

    Without an encoding a member is `form` and exploded. A space is `+` (URL section 5.2).
    """
    encodings = {each.property: each for each in content.encoding}
    parts: list[str] = []
    for name, member in value.items():
        encoding = encodings.get(name, Encoding(property=name))
        if (
            isinstance(member, dict)
            and encoding.style is None
            and encoding.explode is None
        ):
            text: str | None = f"{uri.escaped(name)}={uri.escaped(compact(member))}"
        else:
            style = encoding.style or "form"
            explode = style == "form" if encoding.explode is None else encoding.explode
            text = uri.query(
                name,
                member,
                style=style,
                explode=explode,
                allow_reserved=encoding.allow_reserved,
            )
        if text is not None:
            parts.append(text)
    return "&".join(parts).replace("%20", "+")


def multipart(
    reading: Reading, content: Content, value: dict[str, JsonValue]
) -> tuple[Part, ...]:
    """The parts in the order of the members (OpenAPI 3.1 section 4.8.14.5)."""
    assert content.schema is not None
    shape = reading.chosen(content.schema, value).shape
    stated = (
        {each.name: each.schema for each in shape.properties}
        if isinstance(shape, Object)
        else {}
    )
    types = {e.property: e.content_types for e in content.encoding if e.content_types}
    return tuple(
        part
        for name, member in value.items()
        if member is not None
        for part in _parts(reading, stated.get(name), name, member, types.get(name))
    )


def _parts(
    reading: Reading,
    pointer: Pointer | None,
    name: str,
    value: JsonValue,
    types: tuple[str, ...] | None,
) -> Iterator[Part]:
    schema = None if pointer is None else resolve(reading.api, pointer)
    stated = types[0] if types and "*" not in types[0] else ""
    if isinstance(value, list):
        inner = None if pointer is None else reading.chosen(pointer, value).shape
        item = inner.items if isinstance(inner, Array) else None
        for each in value:
            if each is not None:
                yield from _parts(reading, item, name, each, types)
        return
    binary = schema is not None and _is_binary(reading, schema)
    media_type = stated or _default(value, binary=binary)
    if is_json(media_type) and not isinstance(value, dict):
        raise UntoldError(f"the part `{name}`, a scalar that travels as JSON")
    text = compact(value) if isinstance(value, dict) else uri.scalar(value)
    yield Part(
        name=name,
        filename=file_name(name) if binary else None,
        content_type=media_type,
        body=text.encode(),
    )


def row(reading: Reading, content: Content, value: list[JsonValue]) -> tuple[Part, ...]:
    """A part without a name for each item (OpenAPI 3.2 section 4.14.5)."""
    assert content.schema is not None
    shape = reading.chosen(content.schema, value).shape
    assert isinstance(shape, Array)
    told = {e.property: e.content_types for e in content.encoding if e.content_types}
    found: list[Part] = []
    for number, item in enumerate(value):
        own = number < len(shape.prefix)
        pointer = shape.prefix[number] if own else shape.items
        types = told.get(str(number), told.get("", ("",)))
        binary = _is_binary(reading, reading.chosen(pointer, item))
        stated = "" if "*" in types[0] else types[0]
        media_type = stated or _default(item, binary=binary)
        nested = isinstance(item, dict | list)
        is_text = not nested and not is_json(media_type)
        body = uri.scalar(item) if is_text else compact(item)
        found.append(
            Part(name="", filename=None, content_type=media_type, body=body.encode())
        )
    return tuple(found)


def _is_binary(reading: Reading, schema: Schema) -> bool:
    """Bytes as they are: the part is a file. Of a union, one of its members is enough."""
    shape = schema.shape
    if isinstance(shape, Union):
        members = (resolve(reading.api, each) for each in shape.members)
        return any(_is_binary(reading, each) for each in members)
    return isinstance(shape, String) and (
        shape.format == "binary" or shape.content_encoding == "binary"
    )


def _default(value: JsonValue, *, binary: bool) -> str:
    """The media type of a part by its value (OpenAPI 3.1 section 4.8.15.1)."""
    if binary:
        return "application/octet-stream"
    return "application/json" if isinstance(value, dict | list) else "text/plain"


def file_name(member: str) -> str:
    """What the file of a member is called: no ending that tells a type, and no folder."""
    return member.replace(".", "-").replace("/", "-")
