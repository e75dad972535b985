"""APIs in a few lines, for tests of names."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.link import (
    Api,
    Body,
    Content,
    ErrorCode,
    Integer,
    Object,
    Operation,
    Parameter,
    Property,
    Response,
    Schema,
    SecurityScheme,
    Server,
    Shape,
    String,
    Tag,
)
from specloom.name import Names, Pins, name
from specloom.report import Report

__all__ = [
    "COMPONENT",
    "api",
    "body",
    "code",
    "members",
    "named",
    "operation",
    "parameter",
    "response",
    "schema",
    "scheme",
    "server",
]

COMPONENT = "#/components/schemas/"
NOTE = f"{COMPONENT}Note"


def schema(pointer: str, shape: Shape, *, title: str = "") -> Schema:
    """A schema."""
    return Schema(pointer=pointer, shape=shape, title=title)


def members(pointer: str, *names: str, **schemas: str) -> Object:
    """An object; `schemas` gives some of its members a schema of their own."""
    wire = dict.fromkeys(names, NOTE) | schemas
    return Object(
        properties=tuple(
            Property(
                pointer=f"{pointer}/properties/{each}",
                name=each,
                schema=target,
                required=False,
            )
            for each, target in wire.items()
        )
    )


def parameter(name: str, location: str, pointer: str = "") -> Parameter:
    """A required parameter."""
    match location:
        case "path" | "query" | "header" | "cookie":
            return Parameter(
                pointer=pointer or f"#/parameters/{location}-{name}",
                name=name,
                location=location,
                required=True,
                schema=NOTE,
                style="form",
                explode=True,
            )
        case _:
            raise ValueError(location)


def body(pointer: str, target: str, media_type: str = "application/json") -> Body:
    """A body of one media type."""
    content = Content(
        pointer=f"{pointer}/content/json", media_type=media_type, schema=target
    )
    return Body(pointer=pointer, contents=(content,), required=True)


def code(value: str, python_name: str | None = None) -> ErrorCode:
    """A documented error code."""
    return ErrorCode(code=value, python_name=python_name)


def response(
    pointer: str,
    status: str,
    target: str | None = None,
    codes: tuple[ErrorCode, ...] = (),
) -> Response:
    """A response with JSON of a schema, or with nothing."""
    contents = (
        (
            Content(
                pointer=f"{pointer}/content/json",
                media_type="application/json",
                schema=target,
            ),
        )
        if target
        else ()
    )
    return Response(
        pointer=pointer, status=status, contents=contents, error_codes=codes
    )


def operation(
    method: str,
    path: str,
    operation_id: str | None = None,
    *,
    tags: tuple[str, ...] = (),
    parameters: tuple[Parameter, ...] = (),
    body: Body | None = None,
    responses: tuple[Response, ...] = (),
    python_name: str | None = None,
) -> Operation:
    """An operation at its own place."""
    place = path.replace("~", "~0").replace("/", "~1")
    return Operation(
        pointer=f"#/paths/{place}/{method}",
        method=method,
        path=path,
        operation_id=operation_id,
        tags=tags,
        parameters=parameters,
        body=body,
        responses=responses,
        python_name=python_name,
    )


def scheme(key: str, kind: str, scheme: str = "") -> SecurityScheme:
    """A security scheme."""
    match kind:
        case "apiKey" | "http" | "oauth2":
            return SecurityScheme(
                pointer=f"#/components/securitySchemes/{key}",
                key=key,
                kind=kind,
                scheme=scheme,
            )
        case _:
            raise ValueError(kind)


def server(index: int, url: str, description: str = "") -> Server:
    """A server of the document."""
    return Server(pointer=f"#/servers/{index}", url=url, description=description)


def api(
    *operations: Operation,
    title: str = "Shop API",
    schemas: tuple[Schema, ...] = (),
    schemes: tuple[SecurityScheme, ...] = (),
    servers: tuple[Server, ...] = (),
) -> Api:
    """A document of these, and two plain schemas."""
    plain = (schema(NOTE, String()), schema(f"{COMPONENT}Count", Integer()))
    tags = dict.fromkeys(tag for each in operations for tag in each.tags)
    return Api(
        location="shop.yaml",
        title=title,
        version="1",
        servers=servers,
        tags=tuple(
            Tag(pointer=f"#/tags/{index}", name=tag) for index, tag in enumerate(tags)
        ),
        security_schemes={each.key: each for each in schemes},
        operations=operations,
        schemas={each.pointer: each for each in (*plain, *schemas)},
    )


def named(
    document: Api,
    pins: Mapping[str, str] | None = None,
    report: Report | None = None,
) -> Names:
    """The names of a document."""
    return name(document, Pins(names=pins or {}), report or Report())
