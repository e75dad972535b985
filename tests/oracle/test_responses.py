"""What services answer: rows of responses against the oracle, a library, and our clients."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from specloom.link import essence
from specloom.oracle import compact, uri
from specloom.oracle.streams import sequence

from .corpus import RESPONSES, Row, named, packaged, whole

LENIENT = ("header-spaces-around-items", "header-exponent")
"""Rows that readers take, and nobody writes."""
HEADERS = [row for row in RESPONSES if "header" in row["received"]]
BODIES = [row for row in RESPONSES if "value" in row and row not in HEADERS]
STREAMS = [row for row in RESPONSES if "items" in row]


def header(row: Row) -> tuple[str, Row]:
    """The name of a row's header, and the Header Object."""
    ((name, told),) = row["response"]["headers"].items()
    return name, told


@pytest.mark.parametrize(
    "row", [row for row in HEADERS if row["id"] not in LENIENT], ids=named
)
def test_the_oracle_writes_the_fields_of_the_specifications(row: Row) -> None:
    """A service that follows the specifications writes the header so."""
    name, told = header(row)
    if "content" in told:
        written: str | None = compact(row["value"])
    else:
        written = uri.header(name, row["value"], explode=told.get("explode", False))
    assert written == row["received"]["header"]


@pytest.mark.parametrize("row", BODIES, ids=named)
def test_bodies_say_what_the_oracle_would_write(row: Row) -> None:
    """White space and escapes aside, JSON is what the oracle writes; a text is itself."""
    text = row["received"]["body"]
    if row["id"].startswith("text-"):
        assert text == row["value"]
    else:
        assert compact(json.loads(text)) == compact(row["value"])


@pytest.mark.parametrize(
    "row", [row for row in STREAMS if row["id"].endswith("-two")], ids=named
)
def test_the_oracle_writes_the_sequences_of_the_specifications(row: Row) -> None:
    """Items one after the other are framed as their media type says."""
    ((media_type, _),) = row["response"]["content"].items()
    events = media_type == "text/event-stream"
    texts = [item["data"] if events else compact(item) for item in row["items"]]
    assert sequence(media_type, texts) == row["received"]["body"]


UNREAD = ("json-suffix", "json-problem", "json-by-a-range", "text-empty", *LENIENT)
"""What openapi-core has no reader for: media types that end in JSON, ranges, no text."""


def is_read(row: Row) -> bool:
    """Whether openapi-core reads such an answer: of headers no objects in their styles."""
    told = header(row)[1] if row in HEADERS else {}
    styled = row in HEADERS and "content" not in told
    plain = not told.get("explode") and not isinstance(row["value"], dict)
    return row["id"] not in UNREAD and (plain or not styled)


@pytest.mark.parametrize(
    "row", [row for row in (*HEADERS, *BODIES) if is_read(row)], ids=named
)
def test_openapi_core_reads_what_is_received(row: Row) -> None:
    """A reader of other people's finds the value in what the row says."""
    received = row["received"]
    request = MockRequest("https://shop.example", "get", f"/{row['id']}")
    fields = {} if row in BODIES else {header(row)[0]: received["header"]}
    answer = MockResponse(
        received.get("body", "").encode(),
        headers=fields,
        content_type=received.get("contentType", "text/plain"),
    )

    found = OpenAPI.from_dict(whole(row)).unmarshal_response(request, answer)

    assert not found.errors
    value = found.data if row in BODIES else found.headers[header(row)[0]]
    assert json.loads(json.dumps(value, default=str)) == row["value"]


class Wire:
    """A transport that answers with what a row says is received."""

    def __init__(self, transport: Any, row: Row) -> None:
        self.transport = transport
        self.received = row["received"]
        self.fields = {"Content-Type": self.received.get("contentType", "text/plain")}
        if row in HEADERS:
            self.fields[header(row)[0]] = self.received["header"]

    def send(self, request: object, /) -> Any:
        """The whole answer."""
        headers = self.transport.Headers(self.fields)
        body = self.received.get("body", "").encode()
        return self.transport.Response(200, headers, body)

    def stream(self, request: object, /) -> Any:
        """The answer byte by byte."""
        answer = self.send(request)
        pieces = iter([answer.body[at : at + 1] for at in range(len(answer.body))])
        return self.transport.Opened(200, answer.headers, "", pieces, self.close)

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The package of a document with all rows."""
    with packaged(tmp_path_factory.mktemp("rows"), RESPONSES) as made:
        yield made


def method(package: Any, row: Row, *, responses: bool = False) -> Any:
    """The method of a row's operation."""
    transport = importlib.import_module(f"{package.__name__}._runtime.transport")
    client = package.Conformance(transport=Wire(transport, row), strict=True)
    owner = client.with_response if responses else client
    return getattr(owner.rows, row["id"].replace("-", "_"))


def told(package: Any, value: object) -> object:
    """A value as JSON has it."""
    codec = importlib.import_module(f"{package.__name__}._runtime.codec")
    return json.loads(codec.encode(value, "application/json"))


@pytest.mark.parametrize("row", HEADERS, ids=named)
def test_our_clients_read_the_fields(package: Any, row: Row) -> None:
    """A generated client finds the value of the header."""
    fields = method(package, row, responses=True)().headers
    name = header(row)[0].lower().replace("-", "_")
    assert told(package, getattr(fields, name)) == row["value"]


@pytest.mark.parametrize("row", BODIES, ids=named)
def test_our_clients_read_the_bodies(package: Any, row: Row) -> None:
    """A generated client returns the value of the body."""
    assert told(package, method(package, row)()) == row["value"]


@pytest.mark.parametrize("row", STREAMS, ids=named)
def test_our_clients_read_the_sequences(package: Any, row: Row) -> None:
    """A generated client gives the items one by one, however they arrive."""
    with method(package, row)() as stream:
        found = list(stream)
    if essence(row["received"]["contentType"]) == "text/event-stream":
        names = [list(item) for item in row["items"]]
        assert len(found) == len(names)
        pairs = zip(found, names, strict=True)
        found = [{name: getattr(it, name) for name in each} for it, each in pairs]
        assert found == row["items"]
    else:
        assert [told(package, each) for each in found] == row["items"]
