"""What callers may send."""

from __future__ import annotations

import json

import pytest

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


FILES = """
paths:
  /files:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {schema}
      responses: {{'204': {{description: None}}}}
"""
BINARY = "{type: string, format: binary}"
EITHER = "{oneOf: [{type: string, format: binary}, {type: string, format: uri}]}"


@pytest.mark.parametrize(
    ("schema", "value", "part"),
    [
        (BINARY, b"\xffraw", (b"\xffraw", True)),
        (EITHER, b"\xffraw", (b"\xffraw", True)),
        (EITHER, "https://a.test", (b"https://a.test", False)),
        ("{type: string, format: byte}", b"\xffraw", (b"/3Jhdw==", False)),
        ("{type: array, items: " + BINARY + "}", [b"\xffraw"], (b"\xffraw", True)),
    ],
)
def test_bytes_are_a_file_where_a_part_is_one(
    made: Maker, schema: str, value: object, part: tuple[bytes, bool]
) -> None:
    """`binary` travels as it is, under a filename; `byte` is a text in base64."""
    case = made(FILES.format(schema=schema))
    case.wire.answers("", 204)
    case.client.files.create(file=value)
    head, _, rest = case.wire.sent[0].body.partition(b"\r\n\r\n")
    assert (rest.partition(b"\r\n--")[0], b"filename=" in head) == part
