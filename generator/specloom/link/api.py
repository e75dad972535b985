"""The API that a document describes: frozen, language-neutral, without `$ref`s.

Schemas stand in one flat mapping and refer to each other by pointer, never by object, so
that cycles need no special case. A pointer is the author's own place, for example
`#/components/schemas/Pet`; in a document of several files the file's path stands before
the `#`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

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

Pointer: TypeAlias = str
JsonValue: TypeAlias = (
    "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """A JSON value that a document states; the wrapper tells `null` from nothing."""

    value: JsonValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a fact comes from (`x-source`): page, quote and standing."""

    page: str
    says: str = ""
    standing: str = "documented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How far the author stands by a part: `x-stability-level`, and `x-sunset`, its last day."""

    stability: str = ""
    sunset: str = ""
    reason: str = ""
    """Why it is deprecated, or what to use instead: `x-deprecated-reason` and its like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example of a value (OpenAPI 3.1 section 4.8.19)."""

    name: str
    value: JsonValue
    summary: str = ""


# Schemas: the meaning of a schema object, after `allOf` is merged and dialects are gone.


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyValue:
    """Any JSON value: an empty schema, `true`, or a part that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoValue:
    """No JSON value at all: `false`, or `allOf` members that contradict each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NullValue:
    """Only `null`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Integer:
    """A whole number; `format` such as `int64`, or empty."""

    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number; `format` such as `double` or `decimal`, or empty."""

    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """A text; `format` such as `date-time`, `uuid`, `binary` or `byte`, or empty."""

    format: str = ""
    content_encoding: str = ""
    content_media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """One of the stated values, never `null` (that is the schema's `nullable`).

    Values are unique, in the document's order; a `const` is an enumeration of one value.
    """

    values: tuple[JsonValue, ...]
    names: tuple[str, ...] = ()
    """Names from `x-enum-varnames` or `oneOf`/`const`/`title`, one a value, or none."""
    descriptions: tuple[str, ...] = ()
    """What each value means, from `x-enum-descriptions` or the like, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list: `prefix` types the first items, `items` all further ones."""

    items: Pointer
    prefix: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A member of an object. `pointer` is its place, `schema` what its value is."""

    pointer: Pointer
    name: str
    schema: Pointer
    required: bool
    read_only: bool = False
    write_only: bool = False
    description: str = ""
    default: Constant | None = None
    """The `default` that counts here, which may be another than its schema's."""
    deprecated: bool = False
    lifecycle: Lifecycle | None = None
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Groups of members of which at least one group must be present (required-only `anyOf`).

    `exclusive` means exactly one (`oneOf`).
    """

    groups: tuple[tuple[str, ...], ...]
    exclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object. Without properties it is a dictionary of `additional`.

    `openness` says what the document states about further members: `closed`
    (`additionalProperties: false`), `unstated`, or `open` (`true` or a schema, whose
    pointer is `additional`).
    """

    properties: tuple[Property, ...] = ()
    openness: Literal["closed", "unstated", "open"] = "unstated"
    additional: Pointer | None = None
    alternatives: tuple[Alternatives, ...] = ()
    dependent_required: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """How the member of a union is told: a property, and which value means which schema.

    `mapping` is complete: implicit names are spelled out; a value that stands there more
    than once means one of several. `fallback` is what a value that
    is not listed means (a base object, OpenAPI 3.2's `defaultMapping`), if anything.
    """

    property: str
    mapping: tuple[tuple[str, Pointer], ...]
    fallback: Pointer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """One of several schemas (at least two, never `null`: that is `nullable`)."""

    members: tuple[Pointer, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another schema by its pointer, with annotations of its own."""

    target: Pointer


Shape: TypeAlias = (
    AnyValue
    | NoValue
    | NullValue
    | Boolean
    | Integer
    | Number
    | String
    | Enumeration
    | Array
    | Object
    | Union
    | Alias
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A schema: its shape and what is said about it."""

    pointer: Pointer
    shape: Shape
    nullable: bool = False
    title: str = ""
    description: str = ""
    default: Constant | None = None
    examples: tuple[Example, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    sensitive: bool = False
    """`format: password`, `x-sensitive`: never in a `repr`, a log or a message."""
    unix_time: Literal["s", "ms"] | None = None
    constraints: Mapping[str, JsonValue] | None = None
    """Validation keywords as written (`minimum`, `pattern`, `maxItems`, ...)."""
    assertions: Mapping[str, tuple[JsonValue, ...]] | None = None
    """Keywords that no type holds (`if`, `contains`, `not`, ...), once a part that has one."""
    python_name: str | None = None
    source: Provenance | None = None


# Everything around the schemas.


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A variable of a server's URL. `default` is `None` where the caller must say it."""

    pointer: Pointer
    name: str
    default: str | None
    enum: tuple[str, ...] = ()
    description: str = ""
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A place where the API is served; `url` may hold `{variables}` or be relative."""

    pointer: Pointer
    url: str
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()
    python_name: str | None = None
    source: Provenance | None = None


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
class Signature:
    """`x-signature`: the digest of the final bytes that a header carries."""

    algorithm: str
    over: tuple[str, ...]
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    """One flow of an OAuth2 scheme (OpenAPI 3.1 section 4.8.29)."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A security scheme (OpenAPI 3.1 section 4.8.27)."""

    pointer: Pointer
    key: str
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    name: str = ""
    location: Literal["query", "header", "cookie", ""] = ""
    scheme: str = ""
    bearer_format: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    open_id_url: str = ""
    signature: Signature | None = None
    description: str = ""
    python_name: str | None = None
    source: Provenance | None = None

    @property
    def token_url(self) -> str:
        """Where programs get tokens without a browser, or "".

        OpenAPI 3.1 section 4.8.29; the flow `clientCredentials` counts first.
        """
        stated = {flow.kind: flow.token_url for flow in self.flows if flow.token_url}
        return stated.get("clientCredentials") or next(iter(stated.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeUse:
    """One scheme inside a security requirement, with its scopes."""

    key: str
    scopes: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one member of a form is written (OpenAPI 3.1 section 4.8.15)."""

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
