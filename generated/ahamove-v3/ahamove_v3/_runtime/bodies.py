"""Request bodies: values as bytes of the media type that the caller chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from secrets import token_hex
from typing import TypeGuard, cast
from urllib.parse import quote_plus

from . import codec
from .codec import encode, plain, verify
from .errors import RequestError
from .files import File
from .models import JsonValue
from .operations import Encoding, Operation, Parameter
from .parameters import query, text
from .uploads import Upload, upload

__all__ = ["body"]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def body(
    operation: Operation[object], media_type: str, value: object
) -> tuple[bytes | Upload, str]:
    """The bytes, maybe still to be read, and the value of `Content-Type`.

    Raises:
        RequestError: The value has no form in this media type.
        ValueError: The value is not what the document says.
    """
    essence, _ = codec.parts(media_type)
    if isinstance(value, File):
        return upload((value,)), kind_of(value, media_type)
    if isinstance(value, bytes | bytearray):
        return bytes(value), kind_of(File(value), media_type)
    verify(value)
    if essence == FORM:
        return form(operation, media_type, value), media_type
    if essence == MULTIPART:
        boundary = token_hex(16)
        content = multipart(operation, media_type, value, boundary)
        return content, f"{MULTIPART}; boundary={boundary}"
    if essence.startswith("multipart/"):
        return row(operation, media_type, value)
    if isinstance(value, str) and not is_structured(essence):
        return value.encode(), media_type
    return encode(value, media_type, operation.body_type), media_type


def kind_of(file: File, media_type: str) -> str:
    """The media type of a file that is the whole body.

    Raises:
        RequestError: The document has a range (`image/*`), and nothing says more.
    """
    if file.content_type is not None:
        return file.content_type
    family, _, sort = media_type.partition("/")
    if sort != "*":
        return media_type
    guess = file.media_type()
    if not guess.startswith(f"{family}/"):
        raise RequestError(
            f"say which `{media_type}` it is: File(..., content_type=...)"
        )
    return guess


def is_structured(essence: str) -> bool:
    """Whether texts have a form of their own in this media type."""
    return codec.structured(essence) or essence in codec.FORMATS


def members(operation: Operation[object], value: object) -> dict[str, JsonValue]:
    """The members of an object by their wire names.

    Raises:
        RequestError: It is no object.
    """
    given = plain(value, operation.body_type)
    if not isinstance(given, dict):
        raise RequestError("a form is made of members: pass an object")
    return given


def form(operation: Operation[object], media_type: str, value: object) -> bytes:
    """`a=1&b=2`, spaces as `+` (OpenAPI 3.1 section 4.8.14.4; URL standard section 5)."""
    told = encodings(operation, media_type)
    pairs = (
        pair
        for name, member in members(operation, value).items()
        for pair in field(told.get(name, Encoding(name)), member)
    )
    return "&".join(pairs).encode()


def field(encoding: Encoding, value: JsonValue) -> Iterator[str]:
    """One member of a form. An object of which nothing is said is written as JSON."""
    if isinstance(value, dict) and not encoding.style:
        value = text(value)
    parameter = Parameter(
        "query",
        encoding.name,
        style=encoding.style,
        explode=encoding.explode,
        allow_reserved=encoding.allow_reserved,
    )
    return query(parameter, value, quote_plus)


def encodings(operation: Operation[object], media_type: str) -> dict[str, Encoding]:
    """How the members of a form are written, where the document says it."""
    return {each.name: each for each in operation.encodings.get(media_type, ())}


def multipart(
    operation: Operation[object], media_type: str, value: object, boundary: str
) -> bytes | Upload:
    """A part for each member, and for each item of one that is an array (RFC 7578)."""
    told = encodings(operation, media_type)
    return delimited(
        boundary,
        (
            part(told.get(name, Encoding(name)), item)
            for name, member in members(operation, value).items()
            for item in items(member)
        ),
    )


def delimited(boundary: str, parts: Iterable[Iterable[bytes | File]]) -> bytes | Upload:
    """Parts between their boundaries (RFC 2046 section 5.1.1)."""
    lines: list[bytes | File] = []
    for each in parts:
        lines += [f"--{boundary}\r\n".encode(), *each, b"\r\n"]
    lines.append(f"--{boundary}--\r\n".encode())
    return upload(lines)


def row(
    operation: Operation[object], media_type: str, value: object
) -> tuple[bytes | Upload, str]:
    """A part without a name for each item (OpenAPI 3.2 section 4.14.5).

    Raises:
        RequestError: It is no array of parts.
    """
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        raise RequestError("such a body is a list of one part at least")
    parts = cast("Sequence[object]", value)
    whole = [File(each) if isinstance(each, bytes) else each for each in parts]
    given = cast("list[object]", plain(whole, operation.body_type))
    told, boundary = encodings(operation, media_type), token_hex(16)
    found = (
        nameless(told.get(str(number)) or told.get("") or Encoding(""), item)
        for number, item in enumerate(given)
    )
    kept = [p for p in media_type.split(";") if not p.strip().startswith("boundary=")]
    return delimited(boundary, found), f"{';'.join(kept)}; boundary={boundary}"


def nameless(encoding: Encoding, value: object) -> Iterator[bytes | File]:
    """One part that has no name: its header fields, an empty line, its bytes."""
    media_type = encoding.content_type
    content: bytes | File
    if isinstance(value, File):
        media_type = value.content_type or media_type or value.media_type()
        content = value
    elif is_list(value) or isinstance(value, dict) or codec.structured(media_type):
        media_type = media_type or "application/json"
        content = encode(cast("JsonValue", value), media_type)
    else:
        media_type = media_type or "text/plain"
        content = text(cast("JsonValue", value)).encode()
    yield f"Content-Type: {media_type}{fields(encoding)}\r\n\r\n".encode()
    yield content


def fields(encoding: Encoding) -> str:
    """The header fields that the document gives a part."""
    return "".join(f"\r\n{name}: {value}" for name, value in encoding.headers)


def items(member: object) -> Iterator[object]:
    """What gets a part of its own: each item of an array, nothing for null."""
    if is_list(member):
        yield from (item for item in member if item is not None)
    elif member is not None:
        yield member


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a plain value is an array."""
    return isinstance(value, list)


def part(encoding: Encoding, value: object) -> Iterator[bytes | File]:
    """One part: its header fields, an empty line, its bytes (RFC 7578 section 4.2)."""
    name, media_type = encoding.name, encoding.content_type
    content: bytes | File
    disposition = f'Content-Disposition: form-data; name="{quoted(name)}"'
    if isinstance(value, File):
        disposition += f'; filename="{quoted(value.name() or name)}"'
        media_type = value.content_type or media_type or value.media_type()
        content = value
    elif isinstance(value, dict):
        media_type = media_type or "application/json"
        content = encode(cast("JsonValue", value), media_type)
    else:
        content = text(cast("JsonValue", value)).encode()
    kind = f"\r\nContent-Type: {media_type}" if media_type else ""
    yield f"{disposition}{kind}{fields(encoding)}\r\n\r\n".encode()
    yield content


def quoted(name: str) -> str:
    """A name inside quotes, as browsers write it (HTML standard, multipart/form-data)."""
    escaped = name.replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace('"', "%22")
