"""What is going away."""

from __future__ import annotations

import inspect
import warnings
from typing import Any

import pytest

from .conftest import Maker

DOCUMENT = """
paths:
  /old:
    get:
      operationId: oldOne
      tags: [things]
      deprecated: true
      x-sunset: '2027-01-31'
      responses: {'204': {description: ok}}
  /new:
    get:
      operationId: newOne
      tags: [things]
      parameters: [{name: fillColour, in: query, deprecated: true, schema: {type: string}}]
      responses: {'204': {description: ok}}
"""


def test_callers_are_warned_where_they_call(made: Maker) -> None:
    """A deprecated operation, and a deprecated argument that is given; nothing else warns."""
    case = made(DOCUMENT)
    case.wire.answers("", 204)
    with pytest.warns(
        DeprecationWarning, match=r"`things\.old_one` is deprecated"
    ) as told:
        case.client.things.old_one()
    assert told[0].filename == __file__
    assert len(told) == 1
    with pytest.warns(DeprecationWarning, match=r"`fill_colour` of `things\.new_one`"):
        case.client.things.new_one(fill_colour="red")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        case.client.things.new_one()


def test_editors_and_checkers_know_it(made: Maker) -> None:
    """The method carries what PEP 702 says, the last day included; no other one does."""
    case = made(DOCUMENT)
    client: Any = case.client
    things = client.things.__class__
    assert things.old_one.__deprecated__ == (
        "`things.old_one` is deprecated; it ends on 2027-01-31"
    )
    assert not hasattr(things.new_one, "__deprecated__")


def test_the_author_says_why(made: Maker) -> None:
    """The reason stands in docstrings and in what editors show, whatever tool it is for."""
    case = made("""
paths:
  /old:
    get:
      operationId: oldOne
      tags: [things]
      deprecated: true
      x-deprecated-reason: Slow.
      parameters: [{name: q, in: query, deprecated: true, x-deprecatedMessage: "Use `r`", schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}}
components:
  schemas:
    T: {type: object, properties: {a: {type: string, deprecated: true, x-acme-deprecation-notice: Use b.}}}
""")
    client: Any = case.client
    method = client.things.__class__.old_one
    assert method.__deprecated__ == "`things.old_one` is deprecated: Slow."
    assert "Deprecated: Slow.\n" in method.__doc__
    assert "q: `q` of the query. Deprecated: Use `r`." in method.__doc__
    assert "Deprecated: Use b." in inspect.getsource(case.models.T)


FIELDS = """
paths:
  /people:
    post:
      operationId: addPerson
      tags: [people]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Person'}}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Person'}}}
components:
  schemas:
    Person:
      type: object
      required: [name]
      properties:
        name: {type: string}
        nick: {type: string, deprecated: true}
        home: {$ref: '#/components/schemas/Address'}
    Address:
      type: object
      properties: {zip: {type: string, deprecated: true}, city: {type: string}}
"""


def test_deprecated_members_warn_where_they_are_sent(made: Maker) -> None:
    """What a caller gives of a body warns, inside of it too; what comes back does not."""
    case = made(FIELDS)
    case.wire.answers('{"name": "Ann", "nick": "A", "home": {"zip": "1"}}')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        home = case.models.Address(city="Here")
        found = case.client.people.add(name="Ann", home=home)
    assert found.nick == "A"
    with pytest.warns(DeprecationWarning, match="is deprecated") as told:
        case.client.people.add(name="Ann", nick="A", home=found.home)
    assert [str(each.message) for each in told] == [
        "`nick` of `Person` is deprecated",
        "`zip` of `Address` is deprecated",
    ]
    assert told[0].filename == __file__
