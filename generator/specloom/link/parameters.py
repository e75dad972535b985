"""Parameters, headers and bodies: what travels in either direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, cast

from ..report import Diagnostic
from .api import (
    Body,
    Content,
    Encoding,
    Header,
    Parameter,
    Pointer,
    String,
)
from .media import FORM_DATA, essence, is_multipart
from .node import Node
from .schemas import Schemas
from .statements import last_default, told_value

__all__ = ["body", "contents", "headers", "parameters"]

Location = Literal["path", "query", "header", "cookie", "querystring"]
LOCATIONS = ("path", "query", "header", "cookie", "querystring")
EXPLODED = ("form", "cookie")
"""Styles that explode unless told otherwise (OpenAPI 3.2 section 4.12)."""
STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
"""The default style of each location (OpenAPI 3.1 section 4.8.12.2)."""
FIELD_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.1."""
IGNORED = frozenset({"accept", "content-type", "authorization"})
"""Headers that no parameter may describe (OpenAPI 3.1 section 4.8.12.2.1)."""


def parameters(schemas: Schemas, *owners: Node) -> tuple[Parameter, ...]:
    """The parameters of a path and of an operation, which overrides them.

    A parameter is known by its name and location (OpenAPI 3.1 section 4.8.12), a header
    in any case (RFC 9110 section 5.1).
    """
    found: dict[tuple[str, str], Parameter] = {}
    for owner in owners:
        for item in owner.items("parameters"):
            node = item.followed()
            name, location = _name(node), node.text("in")
            if location == "header" and not _sendable(schemas, node, name):
                continue
            if location in LOCATIONS:
                known = name.lower() if location == "header" else name
                found[known, location] = _parameter(schemas, node)
    return tuple(found.values())


def _name(node: Node) -> str:
    """As it is sent: blanks around the name of a header are none of it."""
    name = node.text("name")
    return name.strip() if node.text("in") == "header" else name


def _sendable(schemas: Schemas, node: Node, name: str) -> bool:
    """Whether a parameter may be sent as a header of that name."""
    if not FIELD_NAME.fullmatch(name):
        schemas.report.add(
            Diagnostic(
                code="SP223",
                message=f"`{name}` is no name of a header",
                pointer=f"{node.pointer}/name",
            )
        )
        return False
    return name.lower() not in IGNORED


def _parameter(schemas: Schemas, node: Node) -> Parameter:
    location = cast("Location", node.text("in"))
    content = next(node.members("content"), None)
    style = node.text("style") or STYLES.get(location, "form")
    explode = node.value("explode")
    schema = content[1].get("schema") if content is not None else node.get("schema")
    return Parameter(
        pointer=node.pointer,
        name=_name(node),
        location=location,
        required=location == "path" or node.flag("required"),
        schema=_schema(schemas, node, schema),
        style=style,
        explode=explode if isinstance(explode, bool) else style in EXPLODED,
        allow_reserved=node.flag("allowReserved"),
        media_type=content[0] if content is not None else None,
        description=node.text("description"),
        default=None if schema is None else last_default([schema]),
        deprecated=node.flag("deprecated"),
        lifecycle=node.lifecycle,
        examples=node.examples or (content[1].examples if content is not None else ()),
        python_name=node.python_name,
        source=node.source,
    )


def _schema(schemas: Schemas, node: Node, schema: Node | None) -> Pointer:
    """Without a schema a parameter is text, as all of them are on the wire."""
    if schema is not None:
        return schemas.want(schema)
    return schemas.state(f"{node.pointer}/schema", String())


def body(schemas: Schemas, operation: Node) -> Body | None:
    """The request body of an operation, if it has one."""
    stated = operation.get("requestBody")
    if stated is None:
        return None
    node = stated.followed()
    found = contents(schemas, node)
    if not found:
        return None
    for content in found:
        _tell_unsent(schemas, content)
    return Body(
        pointer=node.pointer,
        contents=found,
        required=node.flag("required"),
        optional=node.value("required") is False,
        description=stated.text("description") or node.text("description"),
        python_name=node.python_name,
    )


def contents(schemas: Schemas, owner: Node) -> tuple[Content, ...]:
    """The media types of a body or a response, in the document's order."""
    return tuple(
        _content(schemas, media_type, each.followed())
        for media_type, each in owner.members("content")
    )


def _content(schemas: Schemas, media_type: str, node: Node) -> Content:
    schema, item = node.get("schema"), node.get("itemSchema")
    return Content(
        pointer=node.pointer,
        media_type=media_type,
        schema=None if schema is None else schemas.want(schema),
        item_schema=None if item is None else schemas.want(item),
        encoding=tuple(_encodings(schemas, media_type, node)),
        examples=node.examples,
    )


def _encodings(schemas: Schemas, media_type: str, content: Node) -> Iterator[Encoding]:
    for name, node in _encoded(media_type, content):
        types = (part.strip() for part in node.text("contentType").split(","))
        explode = node.value("explode")
        yield Encoding(
            property=name,
            content_types=tuple(filter(None, types)),
            style=node.text("style") or None,
            explode=explode if isinstance(explode, bool) else None,
            allow_reserved=node.flag("allowReserved"),
            headers=tuple(
                each
                for each in headers(schemas, node)
                if each.name.lower() != "content-disposition"
                or essence(media_type) != FORM_DATA  # RFC 7578 section 4.2: it is ours
            ),
        )


def _tell_unsent(schemas: Schemas, content: Content) -> None:
    """Tell of header fields of parts whose values only callers could know."""
    for each in (header for e in content.encoding for header in e.headers):
        if each.value is None:
            words = f"`{each.name}` is not sent with the part: nothing says its value"
            schemas.report.add(
                Diagnostic(code="SP303", message=words, pointer=each.pointer)
            )


def _encoded(media_type: str, content: Node) -> Iterator[tuple[str, Node]]:
    """Encodings by the names of members, or by the numbers of parts that have none."""
    yield from content.members("encoding")
    if essence(media_type) == FORM_DATA or not is_multipart(media_type):
        return
    for number, node in enumerate(content.items("prefixEncoding")):
        yield str(number), node
    rest = content.get("itemEncoding")
    if rest is not None:
        yield "", rest


def headers(schemas: Schemas, owner: Node) -> tuple[Header, ...]:
    """The headers of a response or of a part."""
    found: list[Header] = []
    for name, each in owner.members("headers"):
        node = each.followed()
        content = next(node.members("content"), None)
        schema = content[1].get("schema") if content is not None else node.get("schema")
        if name.lower() != "content-type":
            found.append(
                Header(
                    pointer=node.pointer,
                    name=name,
                    schema=_schema(schemas, node, schema),
                    required=node.flag("required"),
                    explode=node.flag("explode"),
                    media_type=content[0] if content is not None else "",
                    description=node.text("description"),
                    value=(
                        told_value(node, schema) if FIELD_NAME.fullmatch(name) else None
                    ),
                )
            )
    return tuple(found)
