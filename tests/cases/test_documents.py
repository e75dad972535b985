"""Models outside of calls, and what responses tell besides their value."""

from __future__ import annotations

import copy
import importlib
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /things:
    post:
      operationId: echo
      tags: [things]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
    Thing:
      type: object
      required: [price]
      properties:
        price: {type: number, format: decimal}
        token: {type: string, format: password}
"""
TEXT = b'{"price":12345678901234567.89,"token":"t","other":[1,2.50]}'


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    return made(DOCUMENT)


@pytest.fixture
def package(case: Case) -> Any:
    """The package's own module."""
    return importlib.import_module(type(case.client).__module__.partition(".")[0])


def test_json_goes_in_and_out_without_loss(package: Any) -> None:
    """Decimals stay exact and unknown members come back; what does not fit raises."""
    thing = package.from_json(TEXT, package.models.Thing)
    assert thing.price == Decimal("12345678901234567.89")
    assert package.to_json(thing).startswith(
        b'{"price":12345678901234567.89,"token":"t",'
    )
    assert b'"other":[1,2.5' in package.to_json(thing)
    with pytest.raises(package.errors.DecodeError, match="/price: expected number"):
        package.from_json('{"price": "much"}', package.models.Thing)


def test_models_are_values(package: Any) -> None:
    """They compare by members, can be copied, changed in a copy, and pickled."""
    thing = package.models.Thing(price=Decimal(1), token="secret")
    assert copy.deepcopy(thing) == thing == pickle.loads(pickle.dumps(thing))
    other = package.replace(thing, price=Decimal(2))
    assert (thing.price, other.price, other.token) == (1, 2, "secret")
    assert other != thing
    assert "secret" not in repr(thing)


def test_headers_are_read_as_types(package: Any, case: Case) -> None:
    """Numbers and dates of either notation; what is none is nothing."""
    fields = {
        "Content-Type": "application/json",
        "X-Left": "7",
        "X-Bad": "seven",
        "Sunset": "Sat, 31 Dec 2033 23:59:59 GMT",
    }

    def canned(request: Any, send: Any) -> Any:
        return case.wire.runtime.Response(200, case.wire.runtime.Headers(fields), TEXT)

    client = package.Case(transport=case.wire, middleware=[canned])
    whole = client.with_response.things.echo(price=Decimal(1))
    assert whole.header("x-left", int) == 7
    assert whole.header("x-bad", int) is whole.header("x-none", int) is None
    assert whole.header("sunset", datetime) == datetime(
        2033, 12, 31, 23, 59, 59, tzinfo=UTC
    )
    assert whole.sunset == fields["Sunset"]


SOURCED = """
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses:
        '200':
          description: ok
          x-envelope: {ok: {property: code, equals: 0}, data: data}
          content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
components:
  schemas:
    Answer: {type: object, required: [code], properties: {code: {type: integer}, data: {$ref: '#/components/schemas/List'}}}
    List: {type: array, items: {$ref: '#/components/schemas/Thing'}}
    Thing:
      type: object
      required: [price]
      x-source: {page: Price list, standing: official}
      properties: {price: {type: number}}
"""


def test_an_answer_that_does_not_fit_says_whose_word_that_is(made: Maker) -> None:
    """The error has the place in the body, what was expected and got, and the source."""
    case = made(SOURCED)
    case.wire.answers('{"code": 0, "data": [{"price": 1}, {"price": "much"}]}')
    with pytest.raises(case.errors.DecodeError) as caught:
        case.client.things.list()
    (deviation,) = caught.value.deviations
    assert deviation.pointer == "/data/1/price"
    assert (deviation.expected, deviation.got) == ("number", "string 'much'")
    assert caught.value.source == "Price list (official)."
    assert "Price list" in str(caught.value)
    assert caught.value.response.status == 200
