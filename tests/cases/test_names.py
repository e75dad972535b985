"""What things are called, and what the wire calls them."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
import yaml

from .conftest import Maker

ODD = """
paths:
  /odd:
    put:
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Odd'}}
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Odd'}}
components:
  schemas:
    Odd:
      type: object
      required: ['say "hi"', "tab\\there"]
      properties:
        'say "hi"': {type: string}
        "tab\\there": {type: integer}
        'back\\slash': {type: boolean}
"""


def test_names_may_hold_quotes_and_control_characters(made: Maker) -> None:
    r"""Members called `say "hi"` or `back\slash` are read and written by these names."""
    case = made(ODD)
    value = {'say "hi"': "you", "tab\there": 3, "back\\slash": True}
    case.wire.answers(json.dumps(value))
    answer = case.client.odd.replace(say_hi="you", tab_here=3, back_slash=True)
    assert json.loads(case.wire.sent[0].body) == value
    assert (answer.say_hi, answer.tab_here, answer.back_slash) == ("you", 3, True)


def test_a_tag_may_be_called_like_a_builtin(made: Maker) -> None:
    """The tag `property` does not take Python's decorator away from the client."""
    case = made("""
paths:
  /property:
    get: {tags: [property], responses: {'204': {description: None}}}
  /other:
    get: {tags: [other], responses: {'204': {description: None}}}
""")
    case.wire.answers("", 204)
    assert case.client.property_.get() is None
    assert case.client.other.get() is None


def test_a_client_and_its_only_resource_may_share_a_name(made: Maker) -> None:
    """The tag `Case` of the API `Case` gives a class of its own."""
    case = made("""
paths:
  /case:
    get: {operationId: fetch, tags: [Case], responses: {'204': {description: None}}}
""")
    case.wire.answers("", 204)
    assert case.client.case.fetch() is None
    assert type(case.client.case).__name__ == "CaseResource"


def test_a_method_never_hides_the_models_of_its_signatures(made: Maker) -> None:
    """An operation called `models` is a method of another name."""
    case = made("""
paths:
  /models:
    get:
      operationId: models
      tags: [models]
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/M'}}}
components: {schemas: {M: {type: object, properties: {a: {type: integer}}}}}
""")
    case.wire.answers('{"a": 1}')
    assert case.client.models.list() == case.models.M(a=1)


@pytest.mark.parametrize(
    "identifier",
    [
        "findAll",
        "UsersController_findAll",
        "Users_findAll",
        "users.UserService.findAll",
    ],
)
def test_what_owns_an_operation_is_said_once(made: Maker, identifier: str) -> None:
    """Classes of frameworks and the tag are no part of a method's name."""
    case = made(f"""
paths:
  /users:
    get:
      operationId: {identifier}
      tags: [users]
      responses: {{'204': {{description: None}}}}
""")
    case.wire.answers("", 204)
    assert case.client.users.find_all() is None


def test_a_badge_groups_nothing(made: Maker) -> None:
    """A tag of the kind `badge` or `audience` is no resource (OpenAPI 3.2): others are."""
    case = made(
        """
tags: [{name: beta, kind: badge}, {name: partners, kind: audience}, {name: cats, kind: nav}]
paths:
  /cats: {get: {tags: [beta, cats], operationId: listCats, responses: {'204': {description: ok}}}}
  /cats/{id}: {get: {tags: [partners], operationId: getCat, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: ok}}}}
""",
        "3.2.0",
    )
    case.wire.answers("", 204)
    case.client.cats.list()
    case.client.cats.get(id_="1")
    assert case.wire.last == "GET /cats/1"
    assert not hasattr(case.client, "beta")


REPEATED = """
paths:
  /cats: {get: {tags: [cats], operationId: survey, responses: {'204': {description: ok}}}}
  /dogs: {get: {tags: [dogs], operationId: survey, responses: {'204': {description: ok}}}}
  /pay:
    post:
      tags: [pay]
      operationId: pay
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Way'}}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Way:
      oneOf:
        - type: object
          required: [iban, bank]
          properties: {iban: {type: string}, bank: {type: string}}
        - type: object
          required: [card]
          properties: {card: {type: string}, kind: {const: plastic}, brand: {const: visa}}
"""


def test_the_order_of_keys_names_nothing(made: Maker) -> None:
    """Ids that are repeated and variants without titles are called the same in any order."""
    document = yaml.safe_load(REPEATED)
    for each in (document, reversed_keys(document)):
        case = made(yaml.safe_dump(each, sort_keys=False))
        case.wire.answers("", 204)
        case.client.cats.survey()
        case.client.dogs.survey()
        assert case.wire.last == "GET /dogs"
        assert {"WayWithBankAndIban", "WayVisa"} < set(dir(case.models))


def reversed_keys(tree: Any) -> Any:
    """The same document with the keys of all objects in the opposite order."""
    match tree:
        case dict():
            pairs = cast("dict[str, object]", tree).items()
            return {key: reversed_keys(each) for key, each in reversed(pairs)}
        case list():
            return [reversed_keys(each) for each in cast("list[object]", tree)]
        case _:
            return tree
