"""Bodies of parts: rows of parts without names, and header fields of parts."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import HTTP
from typing import Any

from .conftest import Maker

ROW = """
paths:
  /things:
    post:
      requestBody:
        required: true
        content:
          multipart/mixed:
            {}
      responses: {{'204': {{description: None}}}}
"""


def parts(request: Any) -> list[EmailMessage]:
    """The parts of a body, as the standard library reads them."""
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=HTTP)
    return [each for each in message.iter_parts() if isinstance(each, EmailMessage)]


def told(request: Any) -> list[tuple[list[tuple[str, str]], bytes]]:
    """Header fields and bytes of each part."""
    return [
        ([(k, str(v)) for k, v in each.items()], each.get_payload(decode=True))  # type: ignore[misc]
        for each in parts(request)
    ]


def test_parts_without_names_have_the_types_of_their_numbers(made: Maker) -> None:
    """A row of parts is sent item by item, each as its encoding says or its kind implies."""
    case = made(
        ROW.format("""
            schema:
              type: array
              prefixItems:
                - {type: object, properties: {a: {type: integer}}}
                - {}
                - {type: string}
              items: {type: string, format: binary}
            prefixEncoding:
              - {}
              - contentType: image/png
              - contentType: text/csv
                headers: {X-Kind: {required: true, schema: {const: table}}}
"""),
        version="3.2.0",
    )
    case.wire.answers("", 204)
    case.client.things.create(body=[{"a": 1}, b"\x89PNG", "a,b", b"\x00"])
    kind = "Content-Type"
    assert told(case.wire.sent[0]) == [
        ([(kind, "application/json")], b'{"a":1}'),
        ([(kind, "image/png")], b"\x89PNG"),
        ([(kind, "text/csv"), ("X-Kind", "table")], b"a,b"),
        ([(kind, "application/octet-stream")], b"\x00"),
    ]
    assert case.wire.sent[0].headers[kind].startswith("multipart/mixed; boundary=")


def test_item_schemas_are_rows_too(made: Maker) -> None:
    """`itemSchema` and `itemEncoding` tell of every part."""
    case = made(
        ROW.format("""
            itemSchema: {type: integer}
            itemEncoding: {contentType: application/json}
"""),
        version="3.2.0",
    )
    case.wire.answers("", 204)
    case.client.things.create(body=[1, 2])
    assert told(case.wire.sent[0]) == [
        ([("Content-Type", "application/json")], b"1"),
        ([("Content-Type", "application/json")], b"2"),
    ]


def test_a_boundary_is_never_the_documents(made: Maker) -> None:
    """Of a media type's parameters the boundary is random, the others stay."""
    typed = '"multipart/related; type=text/plain; boundary=b"'
    text = ROW.replace("multipart/mixed", typed)
    case = made(text.format("schema: {type: array, items: {type: string}}"))
    case.wire.answers("", 204)
    case.client.things.create(body=["one"])
    kind = case.wire.sent[0].headers["Content-Type"]
    assert kind.startswith("multipart/related; type=text/plain; boundary=")
    assert kind.count("boundary") == 1


def test_parts_that_no_argument_can_be_are_told(made: Maker) -> None:
    """A body of named parts that is no form stays bytes, with a word about it."""
    case = made(ROW.format("schema: {type: object, properties: {a: {type: string}}}"))
    assert case.codes == ["SP303"]


def test_header_fields_of_parts_are_sent(made: Maker) -> None:
    """What the document says of a part's header field is on the wire, or a word tells."""
    case = made("""
paths:
  /things:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties: {a: {type: string}}
            encoding:
              a:
                headers:
                  X-Version: {required: true, schema: {type: integer, default: 2}}
                  X-Token: {required: true, schema: {type: string}}
                  "X-Bad\\r\\nX-More": {required: true, schema: {const: "1"}}
                  Content-Disposition: {required: true, schema: {const: inline}}
      responses: {'204': {description: None}}
""")
    case.wire.answers("", 204)
    case.client.things.create(a="b")
    fields, body = told(case.wire.sent[0])[0]
    assert fields[1:] == [("X-Version", "2")]
    assert body == b"b"
    assert case.codes == ["SP303", "SP303"]


def test_forms_whose_parts_have_no_names_are_written_by_callers(made: Maker) -> None:
    """A form of which only a file is known is a body as it is, with a word about it."""
    schema = "{type: string, format: binary}"
    case = made(f"""
paths:
  /things:
    post:
      requestBody:
        required: true
        content: {{multipart/form-data: {{schema: {schema}}}}}
      responses: {{'204': {{description: None}}}}
""")
    case.wire.answers("", 204)
    case.client.things.create(body=b"--x--")
    assert case.wire.sent[0].body == b"--x--"
    assert case.codes == ["SP303"]


def test_a_body_that_no_reference_leads_to_is_still_sent(made: Maker) -> None:
    """Where a request body's reference is dead, callers give any JSON."""
    case = made("""
paths:
  /things:
    post:
      requestBody: {$ref: '#/components/requestBodies/Gone'}
      responses: {'204': {description: None}}
""")
    case.wire.answers("", 204)
    case.client.things.create(body={"a": [1]})
    assert case.wire.sent[0].body == b'{"a":[1]}'
    assert case.codes == ["SP204"]


def test_deprecated_credentials_are_told(made: Maker) -> None:
    """The client's docstring says which credential is deprecated."""
    case = made(
        """
paths:
  /things:
    get:
      security: [{old: []}]
      responses: {'204': {description: None}}
components:
  securitySchemes: {old: {type: apiKey, in: header, name: X-Old, deprecated: true}}
""",
        version="3.2.0",
    )
    said = f"{type(case.client).__doc__} {type(case.client).__init__.__doc__}"
    assert "Deprecated. The key for `X-Old`." in said
