"""What travels: parameters, bodies and responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .access import Server
from .shapes import Constant, Example, JsonValue, Lifecycle, Pointer, Provenance

__all__ = [
    "Body",
    "Content",
    "Encoding",
    "Envelope",
    "ErrorCode",
    "Header",
    "Link",
    "Parameter",
    "Response",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter (OpenAPI 3.1 section 4.8.12), style and explode spelled out.

    `media_type` is set where `content` describes the parameter instead of a style.
    """

    pointer: Pointer
    name: str
    location: Literal["path", "query", "header", "cookie", "querystring"]
    required: bool
    schema: Pointer
    style: str
    explode: bool
    allow_reserved: bool = False
    media_type: str | None = None
    description: str = ""
    default: Constant | None = None
    """The `default` that counts here, which may be another than its schema's."""
    deprecated: bool = False
    lifecycle: Lifecycle | None = None
    examples: tuple[Example, ...] = ()
    python_name: str | None = None
    source: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A response header, or a header of a multipart part."""

    pointer: Pointer
    name: str
    schema: Pointer
    required: bool = False
    explode: bool = False
    media_type: str = ""
    """Set where `content` describes it instead of a schema."""
    description: str = ""
    value: str | None = None
    """What a part always says there, where the document tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one member of a form is written (OpenAPI 3.1 section 4.8.15).

    Of a row of parts (OpenAPI 3.2 section 4.14.5), `property` is the number of one from 0
    on, and "" for all that have none of their own.
    """

    property: str
    content_types: tuple[str, ...] = ()
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A media type and what its bytes mean. `item_schema` types each item of a stream."""

    pointer: Pointer
    media_type: str
    schema: Pointer | None = None
    item_schema: Pointer | None = None
    encoding: tuple[Encoding, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body (OpenAPI 3.1 section 4.8.13)."""

    pointer: Pointer
    contents: tuple[Content, ...]
    required: bool
    optional: bool = False
    """Whether the document says in words that it may be left out: most only forget."""
    description: str = ""
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """`x-envelope`: success and failure inside one body. Members are dotted paths."""

    ok_property: str
    ok_equals: JsonValue
    data: str
    message: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCode:
    """One entry of `x-error-codes`."""

    code: str
    description: str = ""
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from a response to another operation (OpenAPI 3.1 section 4.8.20)."""

    pointer: Pointer
    name: str
    operation: Pointer
    """Empty where there is none."""
    parameters: tuple[tuple[str, str, JsonValue], ...] = ()
    """Location, name, and a constant or a runtime expression."""
    request_body: Constant | None = None
    server: Server | None = None
    """Where the call goes, if the link says so."""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response: `status` is a code, a range such as `4XX`, or `default`."""

    pointer: Pointer
    status: str
    description: str = ""
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    envelope: Envelope | None = None
    error_codes: tuple[ErrorCode, ...] = ()
    error_code_member: str = ""
    source: Provenance | None = None
