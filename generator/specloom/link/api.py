"""The API that a document describes: frozen, language-neutral, without `$ref`s.

Schemas stand in one flat mapping and refer to each other by pointer, never by object, so
that cycles need no special case. A pointer is the author's own place, for example
`#/components/schemas/Pet`; in a document of several files the file's path stands before
the `#`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .access import (
    OAuthFlow,
    SchemeUse,
    SecurityScheme,
    Server,
    ServerVariable,
    Signature,
)
from .messages import (
    Body,
    Content,
    Encoding,
    Envelope,
    ErrorCode,
    Header,
    Link,
    Parameter,
    Response,
)
from .shapes import (
    Alias,
    Alternatives,
    AnyValue,
    Array,
    Boolean,
    Constant,
    Discriminator,
    Enumeration,
    Example,
    Integer,
    JsonValue,
    Lifecycle,
    NoValue,
    NullValue,
    Number,
    Object,
    Pointer,
    Property,
    Provenance,
    Schema,
    Shape,
    String,
    Union,
)

__all__ = [
    "Alias",
    "Alternatives",
    "AnyValue",
    "Api",
    "Array",
    "Body",
    "Boolean",
    "Callback",
    "Constant",
    "Content",
    "Discriminator",
    "Encoding",
    "Enumeration",
    "Envelope",
    "ErrorCode",
    "Example",
    "Header",
    "Integer",
    "JsonValue",
    "Lifecycle",
    "Link",
    "NoValue",
    "NullValue",
    "Number",
    "OAuthFlow",
    "Object",
    "Operation",
    "Pagination",
    "Parameter",
    "Pointer",
    "Property",
    "Provenance",
    "Response",
    "Schema",
    "SchemeUse",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Shape",
    "Signature",
    "String",
    "Tag",
    "Union",
    "Waiter",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag that operations carry; undeclared ones are added in order of first use."""

    pointer: Pointer
    name: str
    description: str = ""
    kind: str = ""
    """What it is for: `nav`, `badge`, `audience` or another (OpenAPI 3.2 section 4.22)."""
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """A request that the service makes back (OpenAPI 3.1 section 4.8.18)."""

    pointer: Pointer
    name: str
    expression: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """`x-pagination`: how the next page of a list is asked for. Members are dotted paths."""

    style: Literal["cursor", "page", "offset", "link", "url"]
    items: str = ""
    parameter: str = ""
    next: str = ""
    cursor: str = ""
    more: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiter:
    """`x-waiter`: which state of an answer is waited for. `member` is a dotted path."""

    member: str
    until: tuple[str | int | bool, ...]
    unless: tuple[str | int | bool, ...] = ()
    every: float | None = None
    """Seconds, like `within`."""
    within: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path. `path` is the template as written, its `?query` included."""

    pointer: Pointer
    method: str
    path: str
    operation_id: str | None = None
    tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    lifecycle: Lifecycle | None = None
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[tuple[SchemeUse, ...], ...] = ()
    """Alternatives, each of which needs all its schemes; an empty one allows none."""
    servers: tuple[Server, ...] = ()
    """Only where the operation or its path overrides the document's servers."""
    callbacks: tuple[Callback, ...] = ()
    unsafe: bool = False
    """`x-unsafe`: not to be repeated, whatever the method promises."""
    idempotency: Mapping[str, JsonValue] | None = None
    pagination: Pagination | None = None
    waiter: Waiter | None = None
    python_name: str | None = None
    source: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The whole of it. `location` is how messages and headers name the document."""

    location: str
    title: str
    version: str
    description: str = ""
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    security_schemes: Mapping[str, SecurityScheme]
    operations: tuple[Operation, ...] = ()
    webhooks: tuple[Operation, ...] = ()
    schemas: Mapping[Pointer, Schema]
    """Every component schema and every inline schema that is reached, in reading order.

    Where requests and responses need different shapes of one schema (`readOnly` or
    `writeOnly` members that are required), the pointer means the response's shape and
    `<pointer>@request` the request's.
    """
    python_name: str | None = None
    source: Provenance | None = None
