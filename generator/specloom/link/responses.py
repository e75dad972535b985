"""Responses: what may come back, and what it means beyond its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..report import Diagnostic
from .api import Content, Envelope, ErrorCode, JsonValue, Link, Pointer, Response
from .node import Node
from .parameters import contents, headers
from .schemas import Schemas
from .security import server

__all__ = ["responses"]


_BODILESS = ("204", "205", "304")
"""RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5."""


def responses(
    schemas: Schemas,
    operation: Node,
    method: str,
    identifiers: Mapping[str, Pointer],
) -> tuple[Response, ...]:
    """The responses of an operation; `identifiers` are all `operationId`s, for links."""
    return tuple(
        _response(schemas, status, each, method, identifiers)
        for status, each in operation.members("responses")
        if not status.startswith("x-")
    )


def _response(
    schemas: Schemas,
    status: str,
    each: Node,
    method: str,
    identifiers: Mapping[str, Pointer],
) -> Response:
    node = each.followed()
    codes = node.get("x-error-codes")
    return Response(
        pointer=node.pointer,
        status=status.upper() if status[1:].upper() == "XX" else status,
        description=each.text("description") or node.text("description"),
        contents=_contents(schemas, status, node, method),
        headers=headers(schemas, node),
        links=tuple(_links(node, identifiers)),
        envelope=_envelope(node),
        error_codes=() if codes is None else tuple(_codes(codes)),
        error_code_member="" if codes is None else codes.text("property"),
        source=node.source,
    )


def _contents(
    schemas: Schemas, status: str, node: Node, method: str
) -> tuple[Content, ...]:
    """What the body may be. An answer to HEAD has none (RFC 9110 section 9.3.2)."""
    if method == "HEAD":
        return ()
    stated = node.get("content")
    if status in _BODILESS and stated is not None and stated.tree:
        schemas.report.add(
            Diagnostic(
                code="SP220",
                message=f"a response with {status} has no body: this is left out",
                pointer=stated.pointer,
            )
        )
        return ()
    return contents(schemas, node)


def _envelope(node: Node) -> Envelope | None:
    """`x-envelope`."""
    stated = node.get("x-envelope")
    ok = None if stated is None else stated.get("ok")
    if stated is None or ok is None:
        return None
    return Envelope(
        ok_property=ok.text("property"),
        ok_equals=ok.value("equals"),
        data=stated.text("data"),
        message=stated.text("message"),
        detail=stated.text("detail"),
    )


def _codes(stated: Node) -> Iterator[ErrorCode]:
    """`x-error-codes`."""
    for item in stated.items("codes"):
        code = item.value("code")
        if code is not None:
            yield ErrorCode(
                code=str(code),
                description=item.text("description"),
                python_name=item.python_name,
            )


def _links(node: Node, identifiers: Mapping[str, Pointer]) -> Iterator[Link]:
    for name, each in node.members("links"):
        link = each.followed()
        target = identifiers.get(link.text("operationId"))
        reference = link.text("operationRef")
        if target is None and reference:
            led = link.lead(reference)
            target = None if led is None else led.pointer
        yield Link(
            pointer=link.pointer,
            name=name,
            operation=target or "",
            parameters=tuple(_expressions(link)),
            request_body=link.constant("requestBody"),
            server=None if (at := link.get("server")) is None else server(at),
            description=link.text("description"),
        )


def _expressions(link: Node) -> Iterator[tuple[str, str, JsonValue]]:
    """Parameters as they are stated; `following` finds their locations."""
    for name, value in link.members("parameters"):
        yield "", name, value.tree
