"""What our clients send: rows of parameters against a generated package."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import HTTP
from typing import Any

import pytest
from specloom.name import snake

from .corpus import BODIES, PARAMETERS, Row, named, packaged

NAMELESS = [row for row in BODIES if row["id"].startswith("parts-")]
"""Bodies of parts that stand for items by their position."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of a document with all rows."""
    rows = [*PARAMETERS, *NAMELESS]
    with packaged(tmp_path_factory.mktemp("rows"), rows) as made:
        yield made


class Wire:
    """A transport that keeps what is sent."""

    def __init__(self, transport: Any) -> None:
        self.transport = transport
        self.sent: list[Any] = []

    def send(self, request: object, /) -> Any:
        """Keep a request; there is nothing to say."""
        self.sent.append(request)
        return self.transport.Response(204, self.transport.Headers({}), b"")

    def close(self) -> None:
        """Nothing is open."""


def sent(package: Any, row: Row) -> str | None:
    """What the client sends for the value of a row, `None` for nothing."""
    wire = Wire(importlib.import_module(f"{package.__name__}._runtime.transport"))
    owner = package.Conformance(transport=wire).rows
    method = getattr(owner, snake(row["id"]))
    name, *_ = inspect.signature(method).parameters
    method(**{name: row["value"]})
    (request,) = wire.sent
    told = row["parameter"]
    match told["in"]:
        case "path":
            start = f"https://shop.example/{row['id']}/"
            return str(request.url.removeprefix(start).removesuffix("/end"))
        case "query" | "querystring":
            return str(request.url.partition("?")[2]) or None
        case "header":
            found = request.headers.get(told["name"])
        case _:
            found = request.headers.get("Cookie")
    return None if found is None else str(found)


DOTS = (".", "")
"""Paths that would lead elsewhere once dots are resolved (RFC 3986 section 5.2.4)."""


@pytest.mark.parametrize(
    "row",
    [it for it in PARAMETERS if it["expected"] in DOTS and "label" in it["id"]],
    ids=named,
)
def test_our_clients_refuse_segments_of_dots(package: Any, row: Row) -> None:
    """What the style makes of nothing is no segment of a path."""
    with pytest.raises(package.errors.RequestError):
        sent(package, row)


@pytest.mark.parametrize(
    "row",
    [it for it in PARAMETERS if it["expected"] not in DOTS or "label" not in it["id"]],
    ids=named,
)
def test_our_clients_send_what_the_specifications_say(package: Any, row: Row) -> None:
    """Each parameter of the corpus travels byte for byte."""
    assert sent(package, row) == row["expected"]


def is_binary(media_type: str) -> bool:
    """Whether what travels as such is bytes in Python."""
    return media_type in ("application/octet-stream", "image/png")


@pytest.mark.parametrize("row", NAMELESS, ids=named)
def test_our_clients_send_parts_by_their_position(package: Any, row: Row) -> None:
    """Each part of the corpus travels with its type, byte for byte, and without a name."""
    expected: list[Row] = row["expected"]["parts"]
    wire = Wire(importlib.import_module(f"{package.__name__}._runtime.transport"))
    given = [
        value.encode() if is_binary(part["contentType"]) else value
        for value, part in zip(row["value"], expected, strict=True)
    ]

    getattr(package.Conformance(transport=wire).rows, snake(row["id"]))(body=given)

    (request,) = wire.sent
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=HTTP)
    assert message.get_content_type() == row["expected"]["contentType"]
    found = [each for each in message.iter_parts() if isinstance(each, EmailMessage)]
    assert [
        (each.get("Content-Disposition"), each.get_content_type(), payload(each))
        for each in found
    ] == [(None, each["contentType"], each["body"]) for each in expected]


def payload(part: EmailMessage) -> str:
    """The bytes of a part as text."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content.decode()
