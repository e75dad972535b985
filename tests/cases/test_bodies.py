"""What callers may send."""

from __future__ import annotations

import json

from .conftest import Maker


def test_an_open_body_takes_members_that_nobody_named(made: Maker) -> None:
    """Where a body's members are arguments, further ones are a mapping beside them."""
    case = made("""
paths:
  /users:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties: {name: {type: string}}
              additionalProperties: {type: integer}
      responses: {'204': {description: None}}
""")
    case.wire.answers("", 204)
    case.client.users.create(name="Ann", additional_properties={"Age (years)": 7})
    assert json.loads(case.wire.sent[0].body) == {"name": "Ann", "Age (years)": 7}
    case.client.users.create(name="Ann")
    assert json.loads(case.wire.sent[1].body) == {"name": "Ann"}


def test_equal_schemas_of_two_notations_are_one_body(made: Maker) -> None:
    """The same members as JSON and as a form are arguments, whichever is sent."""
    member = "{type: object, properties: {a: {type: integer}}}"
    case = made(f"""
paths:
  /things:
    post:
      requestBody:
        required: true
        content:
          application/json: {{schema: {member}}}
          application/x-www-form-urlencoded: {{schema: {member}}}
      responses: {{'204': {{description: None}}}}
""")
    case.wire.answers("", 204)
    case.client.things.create(a=1)
    form = "application/x-www-form-urlencoded"
    case.client.things.create(a=1, content_type=form)
    assert [each.body for each in case.wire.sent] == [b'{"a":1}', b"a=1"]


def test_what_only_comes_back_is_no_argument(made: Maker) -> None:
    """A read-only member is read, and not offered to those who send."""
    case = made("""
paths:
  /users:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
components:
  schemas:
    User:
      type: object
      properties: {id: {type: integer, readOnly: true}, name: {type: string}}
""")
    case.wire.answers('{"id": 1, "name": "Ann"}')
    assert case.client.users.create(name="Ann").id == 1
    assert "id_" not in case.client.users.create.__annotations__
