"""What our clients send: rows of parameters against a generated package."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from specloom.name import snake

from .corpus import PARAMETERS, Row, named, packaged


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of a document with all rows."""
    with packaged(tmp_path_factory.mktemp("rows"), PARAMETERS) as made:
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
