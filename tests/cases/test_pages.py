"""Lists that come in pages, by `x-pagination`."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from specloom.cli import commands

from .conftest import HEAD, Case, Maker

OPERATION = """
  /{name}:
    get:
      operationId: list_{name}
      tags: [{name}]
      x-pagination: {{{rule}}}
      parameters:
        - {{name: size, in: query, schema: {{type: integer}}}}
        - {{name: at, in: query, schema: {{{at}}}}}
      responses:
        '200':
          description: ok
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Page'}}}}}}
"""
RULES = {
    "cursor": "style: cursor, parameter: at, next: meta.next, items: data",
    "last": "style: cursor, parameter: at, cursor: _id, more: more, items: data",
    "page": "style: page, parameter: at, items: data",
    "offset": "style: offset, parameter: at, items: data",
    "link": "style: link, items: data",
    "url": "style: url, next: meta.next, items: data",
}
SCHEMAS = """
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Page:
      type: object
      properties:
        data: {type: array, items: {$ref: '#/components/schemas/Item'}}
        more: {type: boolean}
        meta: {type: object, properties: {next: {type: [string, 'null']}}}
    Item: {type: object, required: [_id], properties: {_id: {type: integer}}}
security: [{key: []}]
"""


def document() -> str:
    """A list of each style."""
    number = ("page", "offset")
    paths = (
        OPERATION.format(
            name=name,
            rule=rule,
            at=f"type: {'integer' if name in number else 'string'}",
        )
        for name, rule in RULES.items()
    )
    return f"paths:{''.join(paths)}{SCHEMAS}"


class Shelf:
    """Seven items, three on a page, however pages are asked for."""

    def __init__(self, types: Any) -> None:
        self.types = types
        self.sent: list[Any] = []

    def send(self, request: Any, /) -> Any:
        """Give the page that is asked for."""
        self.sent.append(request)
        path, _, query = request.url.removeprefix("https://case.test/").partition("?")
        asked = dict(pair.split("=") for pair in query.split("&") if pair)
        at, size = asked.get("at"), int(asked.get("size", 3))
        start = {
            "cursor": int(at or 0),
            "last": int(at or -1) + 1,
            "page": (int(at or 1) - 1) * size,
            "offset": int(at or 0),
        }.get(path, int(at or 0))
        items = [{"_id": n} for n in range(start, min(start + size, 7))]
        end = start + len(items)
        body: dict[str, object] = {"data": items, "more": end < 7}
        fields = {"Content-Type": "application/json"}
        if path in ("cursor", "url") and end < 7:
            target = f"/url?at={end}&size={size}"
            body["meta"] = {"next": str(end) if path == "cursor" else target}
        if path == "link" and end < 7:
            fields["Link"] = f'</link?at=0>; rel="first", </link?at={end}>; rel="next"'
        return self.types.Response(
            200, self.types.Headers(fields), json.dumps(body).encode()
        )

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    return made(document())


@pytest.fixture
def package(case: Case) -> Any:
    """The package's own module."""
    return importlib.import_module(type(case.client).__module__.partition(".")[0])


@pytest.fixture
def shelf(case: Case) -> Shelf:
    """The service."""
    return Shelf(case.wire.runtime)


@pytest.fixture
def client(package: Any, shelf: Shelf) -> Any:
    """A client before it."""
    return package.Case(key="k", transport=shelf)


@pytest.mark.parametrize("style", RULES)
def test_all_items_come_page_by_page(client: Any, shelf: Shelf, style: str) -> None:
    """Seven items take three requests (four, where only an empty page is the end)."""
    listing = getattr(client, style).list_all()
    assert [item.id_ for item in listing] == list(range(7))
    assert len(shelf.sent) == (4 if style in ("page", "offset") else 3)
    assert all(request.headers["x-key"] == "k" for request in shelf.sent)
    assert [len(page.data) for page in islice(listing.pages(), 3)] == [3, 3, 1]


def test_a_page_is_asked_for_when_it_is_wanted(client: Any, shelf: Shelf) -> None:
    """Nothing is sent before the first item, and no page beyond the last one wanted."""
    listing = client.cursor.list_all(size=2)
    assert shelf.sent == []
    assert [item.id_ for item in islice(listing, 3)] == [0, 1, 2]
    assert [r.url.partition("?")[2] for r in shelf.sent] == ["size=2", "size=2&at=2"]
    assert len(list(client.page.list_all().pages(most=2))) == 2


def test_a_list_goes_on_from_where_the_caller_says(client: Any, shelf: Shelf) -> None:
    """The argument that asks for a page says where to begin."""
    assert [item.id_ for item in client.page.list_all(at=3)] == [6]
    assert [item.id_ for item in client.offset.list_all(at=5)] == [5, 6]


def test_credentials_stay_at_home(client: Any, package: Any, shelf: Shelf) -> None:
    """The next page of another host is asked for without the key."""
    body = {"data": [{"_id": 1}], "meta": {"next": "https://else.test/url?at=1"}}
    foreign = {"data": [{"_id": 2}]}
    answers = iter((body, foreign))

    def canned(request: Any, send: Any) -> Any:
        shelf.sent.append(request)
        fields = shelf.types.Headers({"Content-Type": "application/json"})
        return shelf.types.Response(200, fields, json.dumps(next(answers)).encode())

    client = package.Case(key="k", transport=shelf, middleware=[canned])
    assert [item.id_ for item in client.url.list_all()] == [1, 2]
    assert "x-key" in shelf.sent[0].headers
    assert "x-key" not in shelf.sent[1].headers


def test_asynchronous_lists_do_the_same(package: Any, shelf: Shelf) -> None:
    """The asynchronous client goes through the same pages."""

    class Async:
        async def send(self, request: Any, /) -> Any:
            return shelf.send(request)

        async def close(self) -> None:
            """Nothing is open."""

    async def main() -> list[int]:
        client = package.AsyncCase(key="k", transport=Async())
        return [item.id_ async for item in client.cursor.list_all()]

    assert asyncio.run(main()) == list(range(7))
    assert len(shelf.sent) == 3


LOOKS_PAGED = """
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      parameters:
        - {name: pageToken, in: query, schema: {type: string}}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  orders: {type: array, items: {type: integer}}
                  nextPageToken: {type: string}
"""


def test_what_lint_proposes_can_be_taken_as_it_is(made: Maker, tmp_path: Path) -> None:
    """The proposal for a list is an extension that goes through all its pages."""
    path = tmp_path / "openapi.yaml"
    path.write_text(HEAD.format(version="3.1.0") + LOOKS_PAGED)
    told = CliRunner().invoke(commands, ["lint", str(path)]).stderr
    proposed = re.search(r"add `(x-pagination: .*)`", told)
    assert proposed is not None
    assert not hasattr(made(LOOKS_PAGED).client.orders, "list_all")

    stated = LOOKS_PAGED.replace("tags:", f"{proposed[1]}\n      tags:")
    case = made(stated)
    case.wire.answers('{"orders": [1, 2], "nextPageToken": "b"}')
    items = iter(case.client.orders.list_all())
    assert [next(items), next(items)] == [1, 2]
    case.wire.answers('{"orders": [3], "nextPageToken": ""}')
    assert list(items) == [3]
    assert case.wire.last == "GET /orders?pageToken=b"
