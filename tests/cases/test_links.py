"""Links: calls that an answer leads to (OpenAPI 3.1 section 4.8.20)."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import json
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      parameters:
        - {name: shop, in: query, schema: {type: string}}
        - {name: X-Trace, in: header, schema: {type: string}}
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {item: {type: string}}}}}
      responses:
        '201':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
          links:
            GetOrder: {operationId: getOrder, parameters: {id: $response.body#/lines/0/no~1id}}
            Pay: LINK
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
          links:
            Again: {operationId: getOrder, parameters: {path.id: $request.path.id}}
  /orders/{id}/pay:
    post:
      operationId: payOrder
      tags: [payments]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
        - {name: note, in: query, schema: {type: string}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: seen, in: cookie, schema: {type: string}}
      requestBody:
        required: true
        content: {application/json: {schema: {}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Order: {type: object, properties: {lines: {type: array, items: {}}}}
"""
PAY = "{operationRef: '#/paths/~1orders~1{id}~1pay/post', parameters: {%s}, requestBody: %s}"
FULL = PAY % (
    "path.id: $response.header.X-Id, query.id: 7, note: 'for {$request.body#/item} by "
    "{$method}, {$statusCode}', header.X-Trace: $request.header.x-trace, "
    "cookie.seen: $request.query.shop",
    "{amount: 1}",
)
ANSWER = '{"lines": [{"no/id": "o 1"}]}'


def made_of(made: Maker, link: str = FULL) -> Case:
    """The package, whose service answers with an order."""
    case = made(DOCUMENT.replace("LINK", link))
    case.wire.answers(ANSWER, 201)
    case.wire.fields = {"X-Id": "h-1"}
    return case


def of(case: Case, module: str = "") -> Any:
    """A module of the package."""
    return importlib.import_module(type(case.client).__module__.split(".")[0] + module)


def test_an_answer_leads_to_a_call(made: Maker) -> None:
    """What stands at the pointer becomes a part of the path; the value is the target's."""
    case = made_of(made)
    created = case.client.with_response.orders.create(item="tea")
    found = of(case).links.CREATE_GET_ORDER.follow(case.client, created)
    assert case.wire.last == "GET /orders/o%201"
    assert type(found) is case.models.Order
    seen = case.client.with_response.orders.get(id_="9")
    of(case).links.GET_AGAIN.follow(case.client, seen)
    assert case.wire.last == "GET /orders/9"


def test_links_give_each_part_of_a_request(made: Maker) -> None:
    """Header fields, arguments of the first call, constants, and texts around expressions."""
    case = made_of(made)
    created = case.client.with_response.orders.create(
        item="tea", shop="s", x_trace="t-1"
    )
    case.wire.answers("", 204)
    assert of(case).links.CREATE_PAY.follow(case.client, created) is None
    sent = case.wire.sent[-1]
    assert case.wire.last == (
        "POST /orders/h-1/pay?id=7&note=for%20tea%20by%20POST%2C%20201"
    )
    assert (sent.body, sent.headers["x-trace"]) == (b'{"amount":1}', "t-1")
    assert sent.headers["cookie"] == "seen=s"


def test_whole_bodies_and_addresses_are_passed_on(made: Maker) -> None:
    """`$response.body` is the whole answer, `$url` what was asked."""
    link = PAY % ("path.id: a, note: $url", "$response.body")
    case = made_of(made, link)
    created = case.client.with_response.orders.create(item="tea", shop="s")
    case.wire.answers("", 204)
    of(case).links.CREATE_PAY.follow(case.client, created)
    assert (
        case.wire.sent[-1].body == ANSWER.replace(" ", "").replace("o1", "o 1").encode()
    )
    assert case.wire.last.endswith("note=https%3A%2F%2Fcase.test%2Forders%3Fshop%3Ds")


def test_members_of_bodies_are_evaluated(made: Maker) -> None:
    """Expressions inside of an object or a list are expressions, too."""
    body = "{id: $response.body#/lines/0/no~1id, more: [1, {of: 'a {$method}'}]}"
    case = made_of(made, PAY % ("path.id: a", body))
    created = case.client.with_response.orders.create()
    case.wire.answers("", 204)
    of(case).links.CREATE_PAY.follow(case.client, created)
    sent = json.loads(case.wire.sent[-1].body)
    assert sent == {"id": "o 1", "more": [1, {"of": "a POST"}]}


def test_what_the_answer_does_not_say_is_told(made: Maker) -> None:
    """A part of the path or a body is needed, and nothing is sent; the rest is left out."""
    case = made_of(made)
    created = case.client.with_response.orders.create()
    case.wire.answers("", 204)
    of(case).links.CREATE_PAY.follow(case.client, created)
    assert case.wire.last == "POST /orders/h-1/pay?id=7"
    case = made_of(made, PAY % ("path.id: $response.body#/lines/1", "{}"))
    created = case.client.with_response.orders.create()
    sent = len(case.wire.sent)
    with pytest.raises(case.errors.RequestError, match=r"the `id` of payments\.pay"):
        of(case).links.CREATE_PAY.follow(case.client, created)
    for body in ("$response.body#/none", "{a: [1, $response.body#/none]}"):
        case = made_of(made, PAY % ("path.id: a", body))
        created = case.client.with_response.orders.create()
        with pytest.raises(case.errors.RequestError, match="the `body` of"):
            of(case).links.CREATE_PAY.follow(case.client, created)
        assert len(case.wire.sent) == sent


def test_asynchronous_clients_follow_links_too(made: Maker) -> None:
    """The same constant; the call is awaited."""
    case = made_of(made)

    async def send(request: object) -> object:
        return case.wire.send(request)

    async def close() -> None:
        """Nothing is open."""

    async def main() -> Any:
        transport = SimpleNamespace(send=send, close=close)
        async with of(case).AsyncCase(transport=transport) as client:
            created = await client.with_response.orders.create(item="tea")
            return await of(case).links.CREATE_GET_ORDER.follow(client, created)

    assert type(asyncio.run(main())) is case.models.Order
    assert case.wire.last == "GET /orders/o%201"


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("{operationId: nothing}", "no operation"),
        ("{operationRef: '#/paths/~1none/get'}", "no operation"),
        (PAY % ("path.id: a, colour: b", "{}"), "no parameter `colour`"),
        (PAY % ("path.id: $response.bodies", "{}"), "`$response.bodies` is no runtime"),
        (PAY % ("path.id: 'a {$nonsense}'", "{}"), "`$nonsense` is no runtime"),
        (PAY % ("path.id: a", "$none"), "`$none` is no runtime"),
        (PAY % ("path.id: a", "{a: [$none]}"), "`$none` is no runtime"),
    ],
)
def test_broken_links_are_told_and_left_out(made: Maker, link: str, told: str) -> None:
    """Everything else is generated; there is no constant."""
    case = made_of(made, link)
    found = [each for each in case.found if each.code == "SP304"]
    assert [told in each.message for each in found] == [True]
    assert found[0].pointer.endswith("/links/Pay")
    assert not hasattr(of(case).links, "CREATE_PAY")
    assert of(case).links.CREATE_GET_ORDER


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_links_may_state_any_value(made: Maker, version: str) -> None:
    """A number is a value like another (OpenAPI 3.1 section 4.8.20.1), and no finding."""
    case = made(DOCUMENT.replace("LINK", FULL), version=version)
    assert case.found == ()


def test_what_both_paths_begin_with_goes_along(made: Maker) -> None:
    """A link may leave out what its own request had at the same place of the path."""
    case = made("""
paths:
  /shops/{shop}/orders:
    post:
      operationId: createOrder
      tags: [orders]
      parameters: [{name: shop, in: path, required: true, schema: {type: string}}]
      responses:
        '201':
          description: ok
          links:
            Near: {operationId: getOrder, parameters: {id: '5'}}
            Far: {operationId: getFar, parameters: {id: '5'}}
  /shops/{shop}/orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {'204': {description: ok}}
  /places/{shop}/orders/{id}:
    get:
      operationId: getFar
      tags: [orders]
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {'204': {description: ok}}
""")
    case.wire.answers("", 201)
    created = case.client.with_response.orders.create(shop="s 1")
    of(case).links.CREATE_NEAR.follow(case.client, created)
    assert case.wire.last == "GET /shops/s%201/orders/5"
    of(case).links.CREATE_FAR.follow(case.client, created, shop="t")
    assert case.wire.last == "GET /places/t/orders/5"
    with pytest.raises(TypeError, match="'shop'"):
        of(case).links.CREATE_FAR.follow(case.client, created)


REST = """
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      responses:
        '201':
          description: ok
          content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
          links:
            Whole: {operationId: payOrder, parameters: {id: $response.body#/id}}
            Part:
              operationId: payOrder
              server: {url: 'https://pay.test/{v}', variables: {v: {default: v2}}}
              parameters: {id: $response.body#/id, query.client: '7'}
              requestBody: {order: $response.body#/id}
            Text: {operationId: noteOrder, parameters: {id: $response.body#/id}}
  /orders/{id}/pay:
    post:
      operationId: payOrder
      tags: [payments]
      deprecated: true
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: client, in: query, required: true, schema: {type: integer}}
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: seen, in: cookie, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [order, day]
              properties:
                order: {type: string}
                day: {type: string, format: date}
                for-whom: {type: string}
      responses: {'204': {description: ok}}
  /orders/{id}/note:
    post:
      operationId: noteOrder
      tags: [payments]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content: {text/plain: {schema: {type: string}}, text/html: {schema: {type: string}}}
      responses: {'204': {description: ok}}
"""


def created_of(case: Case) -> Any:
    """The whole answer that the links start from."""
    case.wire.answers('{"id": "o-1"}', 201)
    created = case.client.with_response.orders.create()
    case.wire.answers("", 204)
    return created


def test_callers_add_what_a_link_does_not_say(made: Maker) -> None:
    """Parameters of each location and members of the body, under the target's own names."""
    case = made(REST)
    created, links = created_of(case), of(case).links
    with pytest.warns(DeprecationWarning, match="payments.pay_order"):
        links.CREATE_WHOLE.follow(
            case.client,
            created,
            client=3,
            x_trace="t-1",
            seen="s",
            order="o",
            day=dt.date(2026, 1, 2),
            options=of(case).Options(headers={"X-More": "m"}),
        )
    sent = case.wire.sent[-1]
    assert case.wire.last == "POST /orders/o-1/pay?client=3"
    assert sent.body == b'{"order":"o","day":"2026-01-02"}'
    told = [sent.headers[name] for name in ("x-trace", "cookie", "x-more")]
    assert told == ["t-1", "seen=s", "m"]
    links.CREATE_TEXT.follow(case.client, created, body="<p>", content_type="text/html")
    sent = case.wire.sent[-1]
    assert (sent.body, sent.headers["content-type"]) == (b"<p>", "text/html")
    assert case.wire.last == "POST /orders/o-1/note"


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
def test_callers_complete_the_body_that_a_link_begins(made: Maker) -> None:
    """The members that the link has are its own; the others are sent beside them."""
    case = made(REST)
    created, links = created_of(case), of(case).links
    day = dt.date(2026, 1, 2)
    links.CREATE_PART.follow(case.client, created, day=day, for_whom="me")
    assert json.loads(case.wire.sent[-1].body) == {
        "order": "o-1",
        "day": "2026-01-02",
        "for-whom": "me",
    }
    links.CREATE_PART.follow(case.client, created, day=day)
    assert json.loads(case.wire.sent[-1].body) == {"order": "o-1", "day": "2026-01-02"}
    with pytest.raises(TypeError, match="'order'"):
        links.CREATE_PART.follow(case.client, created, day=day, order="o")


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
def test_a_link_says_where_its_call_goes(made: Maker) -> None:
    """`server` is where this call goes, and no other (OpenAPI 3.1 section 4.8.20)."""
    case = made(REST)
    created, links = created_of(case), of(case).links
    assert case.codes == []
    client = type(case.client)(transport=case.wire)
    links.CREATE_PART.follow(client, created, day=dt.date(2026, 1, 2))
    assert case.wire.sent[-1].url == "https://pay.test/v2/orders/o-1/pay?client=7"
    links.CREATE_TEXT.follow(client, created, body="a")
    assert case.wire.sent[-1].url == "https://case.test/orders/o-1/note"


USE = """
from {name} import AsyncCase, Case, links

async def awaited(client: AsyncCase) -> None:
    answer = await client.with_response.orders.create()
    await links.CREATE_TEXT.follow(client, answer, body="a")

def followed(client: Case) -> None:
    answer = client.with_response.orders.create()
    links.CREATE_TEXT.follow(client, answer, body="a")
    links.CREATE_TEXT.follow(client, answer, body=1)
    links.CREATE_TEXT.follow(client, answer)
    links.CREATE_TEXT.follow(client, answer, body="a", more=1)
    links.CREATE_TEXT.follow(client, client.orders.create(), body="a")
"""


def test_what_callers_add_is_typed(made: Maker, tmp_path: Path) -> None:
    """Strict mypy refuses what is wrong, missing, too much, or no whole answer."""
    case = made(REST)
    use = tmp_path / "use.py"
    use.write_text(USE.format(name=of(case).__name__))
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path)]
    folder = Path(of(case).__file__).parents[1]
    told = subprocess.run(
        [*command, str(use)],
        env={**os.environ, "MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    found = re.findall(r"use\.py:(\d+): error", told)
    assert list(dict.fromkeys(found)) == ["11", "12", "13", "14"], told


def test_answers_keep_what_was_asked_only_for_links(made: Maker) -> None:
    """Those of other operations hold no body that was sent; each can be pickled."""
    case = made_of(made)
    created = case.client.with_response.orders.create(item="tea", shop="s")
    assert pickle.loads(pickle.dumps(created)).arguments.query["shop"] == "s"
    case.wire.answers("", 204)
    paid = case.client.with_response.payments.pay_order(id_="1", body={"amount": 1})
    kept = pickle.loads(pickle.dumps(paid)).arguments
    assert (kept.path, bool(kept.body)) == ({}, False)
