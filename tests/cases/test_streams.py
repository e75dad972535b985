"""Answers that are read as they come."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /chat:
    post:
      operationId: createChat
      tags: [chat]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties: {text: {type: string}, stream: {type: boolean}}
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {type: object, properties: {all: {type: string}}}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Part'}}
  /ticks:
    get:
      operationId: listTicks
      tags: [ticks]
      responses: {'200': {description: ok, content: {text/event-stream: {}}}}
  /rows:
    get:
      operationId: listRows
      tags: [rows]
      responses:
        '200':
          description: ok
          content: {application/x-ndjson: {schema: {$ref: '#/components/schemas/Part'}}}
  /file:
    get:
      operationId: getFile
      tags: [files]
      responses:
        '200':
          description: ok
          content: {application/octet-stream: {schema: {type: string, format: binary}}}
        '404': {description: gone}
components:
  schemas:
    Part: {type: object, required: [n], properties: {n: {type: integer}}}
"""


class Streaming:
    """A transport whose answers come in chunks; an exception among them breaks off."""

    def __init__(self, package: Any) -> None:
        self.types = importlib.import_module(f"{package.__name__}._runtime.transport")
        self.sent: list[Any] = []
        self.script: list[tuple[int, str, list[bytes | Exception]]] = []
        self.closed = 0

    def answers(
        self,
        *chunks: bytes | Exception,
        status: int = 200,
        kind: str = "text/event-stream",
    ) -> None:
        """What the next request gets."""
        self.script.append((status, kind, list(chunks)))

    def stream(self, request: Any, /) -> Any:
        """Hand out the head of the next answer."""
        self.sent.append(request)
        status, kind, chunks = self.script.pop(0)
        headers = self.types.Headers({"Content-Type": kind})
        return self.types.Opened(
            status, headers, "", self.coming(chunks), self.close_one
        )

    def coming(self, chunks: list[bytes | Exception]) -> Iterator[bytes]:
        """The chunks, one after the other."""
        for chunk in chunks:
            if isinstance(chunk, Exception):
                raise chunk
            yield chunk

    def send(self, request: Any, /) -> Any:
        """A whole answer."""
        opened = self.stream(request)
        body = b"".join(opened.chunks)
        return self.types.Response(opened.status, opened.headers, body)

    def close_one(self) -> None:
        """Count what was closed."""
        self.closed += 1

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    return made(DOCUMENT)


@pytest.fixture
def package(case: Case) -> Any:
    """The package's own module."""
    return importlib.import_module(type(case.client).__module__.partition(".")[0])


@pytest.fixture
def wire(package: Any) -> Streaming:
    """What answers."""
    return Streaming(package)


@pytest.fixture
def client(package: Any, wire: Streaming) -> Any:
    """A client that waits for nothing between attempts."""
    return package.Case(transport=wire)


def test_events_are_read_by_the_standard(client: Any, wire: Streaming) -> None:
    """Chunks may end anywhere; CR, LF and both end lines; comments and lone fields are none."""
    text = (
        "\ufeff: hello\r\ndata: a\r\ndata:b\r\n\r\nid: 7\revent: tick\rdata\r\r"
        "event: lost\n\ndata: ünï\n\ndata: cut off"
    ).encode()
    for size in (1, 2, 3, 7, len(text)):
        wire.answers(*(text[at : at + size] for at in range(0, len(text), size)))
        found = [(e.event, e.data, e.id) for e in client.ticks.list()]
        assert found == [
            ("message", "a\nb", ""),
            ("tick", "", "7"),
            ("message", "ünï", "7"),
        ]


def test_an_operation_that_can_stream_has_two_methods(
    client: Any, wire: Streaming
) -> None:
    """One asks for JSON; the other for events, and says so in the body."""
    wire.answers(b'{"all": "x"}', kind="application/json")
    assert client.chat.create(text="hi").all == "x"
    wire.answers(b'data: {"n": 1}\n\ndata: [DONE]\n\ndata: {"n": 2}\n\n')
    with client.chat.create_stream(text="hi") as events:
        assert [each.data.n for each in events] == [1]
    asked, streamed = wire.sent
    assert json.loads(asked.body) == {"text": "hi"}
    assert asked.headers["accept"] == "application/json"
    assert json.loads(streamed.body) == {"text": "hi", "stream": True}
    assert streamed.headers["accept"] == "text/event-stream"


def test_a_stream_that_breaks_goes_on_after_its_last_event(
    client: Any, package: Any, wire: Streaming
) -> None:
    """With an id, a safe operation is asked again for what comes after it."""
    broken = package.errors.TransportError("reset")
    wire.answers(b"retry: 1\nid: 1\ndata: a\n\nid: 2\ndata: lo", broken)
    wire.answers(b"data: b\n\n")
    assert [each.data for each in client.ticks.list()] == ["a", "b"]
    assert [r.headers.get("last-event-id") for r in wire.sent] == [None, "1"]


def test_a_stream_that_breaks_without_an_id_is_over(
    client: Any, package: Any, wire: Streaming
) -> None:
    """Nobody knows what was delivered: what came is given, then the error."""
    wire.answers(b"data: a\n\n", package.errors.TransportError("reset"))
    events = iter(client.ticks.list())
    assert next(events).data == "a"
    with pytest.raises(package.errors.TransportError) as caught:
        next(events)
    assert caught.value.operation == "ticks.list"
    assert len(wire.sent) == 1


def test_an_unsafe_stream_is_never_asked_for_twice(
    client: Any, package: Any, wire: Streaming
) -> None:
    """A POST that breaks off may have been done: it is not sent again."""
    wire.answers(b'id: 1\ndata: {"n": 1}\n\n', package.errors.TransportError("reset"))
    with pytest.raises(package.errors.TransportError):
        list(client.chat.create_stream(text="hi"))
    assert len(wire.sent) == 1


def test_an_item_that_is_not_as_documented_raises(
    client: Any, package: Any, wire: Streaming
) -> None:
    """The error says where and what; the connection is given back."""
    wire.answers(b'{"n": 1}\n{"n": "x"}\n', kind="application/x-ndjson")
    items = iter(client.rows.list())
    assert next(items).n == 1
    with pytest.raises(package.errors.DecodeError, match="/n: expected int"):
        next(items)
    assert wire.closed == 1


def test_json_in_a_row_may_end_without_a_line_end(client: Any, wire: Streaming) -> None:
    """Empty lines are none, and the last line needs no end."""
    wire.answers(b'{"n": 1}\n\n{"n"', b": 2}", kind="application/x-ndjson")
    assert [each.n for each in client.rows.list()] == [1, 2]


def test_a_refusal_is_raised_before_anything_is_read(
    client: Any, package: Any, wire: Streaming
) -> None:
    """A status that means failure raises as it does for whole answers, body included."""
    wire.answers(b'{"why": 1}', status=418, kind="application/json")
    with pytest.raises(package.errors.ApiStatusError) as caught:
        client.ticks.list()
    assert (caught.value.status, caught.value.body) == (418, {"why": 1})
    assert wire.closed == 1


def test_a_download_becomes_a_file_once_it_is_complete(
    client: Any, package: Any, wire: Streaming, tmp_path: Path
) -> None:
    """Progress is told; a download that breaks leaves the old file."""
    target, told = tmp_path / "file.bin", list[tuple[int, int | None]]()
    wire.answers(b"ab", b"cde", kind="application/octet-stream")
    stream = client.streaming.files.get()

    def progress(done: int, of: int | None) -> None:
        told.append((done, of))

    assert stream.save(target, progress=progress) == target
    assert target.read_bytes() == b"abcde"
    assert told == [(2, None), (5, None)]
    wire.answers(b"zz", package.errors.TransportError("reset"), kind="x/y")
    with pytest.raises(package.errors.TransportError):
        client.streaming.files.get().save(target)
    assert target.read_bytes() == b"abcde"
    assert list(tmp_path.glob("tmp*")) == []


def test_asynchronous_streams_do_the_same(package: Any, wire: Streaming) -> None:
    """The asynchronous client reads, resumes and ends streams like the other one."""

    class Async:
        async def stream(self, request: Any, /) -> Any:
            opened = wire.stream(request)

            async def chunks() -> Any:
                for chunk in opened.chunks:
                    yield chunk

            async def close() -> None:
                opened.close()

            head = opened.status, opened.headers, opened.reason
            return wire.types.AsyncOpened(*head, chunks(), close)

        async def send(self, request: Any, /) -> Any:
            return wire.send(request)

        async def close(self) -> None:
            """Nothing is open."""

    async def main() -> list[str]:
        client = package.AsyncCase(transport=Async())
        async with client, await client.ticks.list() as events:
            return [each.data async for each in events]

    wire.answers(
        b"retry: 1\nid: 1\ndata: a\n\n", package.errors.TransportError("reset")
    )
    wire.answers(b"data: b\n\n")
    assert asyncio.run(main()) == ["a", "b"]
    assert [r.headers.get("last-event-id") for r in wire.sent] == [None, "1"]


EVENTS = """
paths:
  /a:
    get:
      operationId: a
      tags: [a]
      responses: {'200': {description: ok, content: {text/event-stream: {itemSchema: ITEM}}}}
components:
  schemas:
    N: {type: object, required: [n], properties: {n: {type: integer}, data: {type: string}}}
    M: {type: object, required: [m], properties: {m: {type: integer}}}
"""
JSON = "{type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/%s'}}"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (f"{{type: object, properties: {{data: {JSON % 'N'}}}}}", ["N", "N"]),
        (
            f"{{oneOf: [{{properties: {{event: {{const: a}}, data: {JSON % 'N'}}}}},"
            f" {{properties: {{event: {{const: b}}, data: {JSON % 'M'}}}}}]}}",
            ["N", "M"],
        ),
        (
            "{properties: {data: {type: string}}, oneOf: [{properties: {event: {const: a}}},"
            f" {{properties: {{event: {{const: b}}, data: {JSON % 'M'}}}}}]}}",
            ["str", "str"],
        ),
        (
            f"{{properties: {{data: {JSON % 'N'}}}, oneOf: ["
            "{properties: {event: {const: a}}}, {properties: {event: {const: b}}}]}",
            ["N", "N"],
        ),
        ("{type: object, properties: {data: {type: string}}}", ["str", "str"]),
    ],
)
def test_the_data_of_events_are_what_is_in_them(
    made: Maker, item: str, expected: list[str]
) -> None:
    """`contentSchema` tells of JSON in a text (OpenAPI 3.2 section 4.14.4)."""
    case = made(EVENTS.replace("ITEM", item), "3.2.0")
    second = '{"m": 2}' if expected[1] == "M" else '{"n": 2}'
    module = importlib.import_module(case.client.__class__.__module__.partition(".")[0])
    wire = Streaming(module)
    sent = f'event: a\ndata: {{"n": 1}}\n\nevent: b\ndata: {second}\n\n'
    wire.answers(sent.encode())
    client: Any = case.client.__class__
    with client(transport=wire).a.get() as events:
        found = [event.data for event in events]
    assert [type(each).__name__ for each in found] == expected


def test_an_item_may_be_a_list(made: Maker) -> None:
    """`itemSchema` is of one item, whatever that is; `schema` is of all or of one."""
    case = made(
        """
paths:
  /a: {get: {operationId: a, tags: [a], responses: {'200': {description: ok, content: {application/jsonl: {itemSchema: {type: array, items: {type: integer}}}}}}}}
""",
        "3.2.0",
    )
    module = importlib.import_module(case.client.__class__.__module__.partition(".")[0])
    wire = Streaming(module)
    wire.answers(b"[1, 2]\n[3]\n", kind="application/jsonl")
    client: Any = case.client.__class__
    assert list(client(transport=wire).a.get()) == [[1, 2], [3]]
