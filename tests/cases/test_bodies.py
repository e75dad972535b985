"""What callers may send."""

from __future__ import annotations

import importlib
import json
from email import message_from_bytes
from email.policy import HTTP
from typing import Any

import pytest

from .conftest import Case, Maker


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


def test_a_form_with_a_file_comes_before_json(made: Maker) -> None:
    """Where a body may be JSON or a form, one that holds a file is sent as a form."""
    member = "{type: object, properties: {a: {type: string, format: binary}}}"
    case = made(f"""
paths:
  /things:
    post:
      requestBody:
        required: true
        content:
          application/json: {{schema: {member}}}
          multipart/form-data: {{schema: {member}}}
      responses: {{'204': {{description: None}}}}
""")
    case.wire.answers("", 204)
    case.client.things.create(a=b"\xff")
    sent = case.wire.sent[0]
    assert sent.headers["content-type"].startswith("multipart/form-data")
    assert b"\r\n\r\n\xff\r\n" in sent.body


@pytest.mark.parametrize(
    ("member", "sent"),
    [
        ("{type: object, properties: {a: {type: integer}}}", "application/json"),
        ("{type: array, items: {type: integer}}", "application/json-patch+json"),
    ],
)
def test_an_object_is_no_patch(made: Maker, member: str, sent: str) -> None:
    """JSON Patch (RFC 6902) is a list: an object is sent as the JSON that it is."""
    case = made(f"""
paths:
  /things:
    post:
      requestBody:
        required: true
        content:
          application/json-patch+json: {{schema: {member}}}
          application/json: {{schema: {member}}}
      responses: {{'204': {{description: None}}}}
""")
    case.wire.answers("", 204)
    case.client.things.create(**({"body": [1]} if "array" in member else {"a": 1}))
    assert case.wire.sent[0].headers["content-type"] == sent


ITEMS = """
paths:
  /items:
    post:
      operationId: add
      tags: [items]
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Item'}}}
      responses: {'204': {description: None}}
components:
  schemas:
    Item: {oneOf: [{$ref: '#/components/schemas/Cake'}, {$ref: '#/components/schemas/Tea'}]}
    Cake: {type: object, required: [photo], properties: {photo: {type: string, format: binary}}}
    Tea: {type: object, required: [label], properties: {label: {type: string, format: binary}}}
"""


def test_a_form_that_is_one_of_several_has_files_too(made: Maker) -> None:
    """Bytes of whichever object a form is are a file, never a text in base64."""
    case = made(ITEMS)
    case.wire.answers("", 204)
    case.client.items.add(body=case.models.Cake(photo=b"\xffraw"))
    head, _, rest = case.wire.sent[0].body.partition(b"\r\n\r\n")
    assert rest.partition(b"\r\n--")[0] == b"\xffraw"
    assert b'name="photo"; filename="photo"' in head


PICTURES = """
paths:
  /pictures:
    post:
      operationId: draw
      tags: [pictures]
      requestBody: {required: true, content: {image/*: {schema: {type: string, format: binary}}}}
      responses:
        '200': {description: kept, content: {application/json: {schema: {$ref: '#/components/schemas/Picture'}}}}
    put:
      operationId: hang
      tags: [pictures]
      requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Picture'}}}}
      responses: {'204': {description: kept}}
    patch:
      operationId: frame
      tags: [pictures]
      requestBody:
        required: false
        content: {application/json: {schema: {$ref: '#/components/schemas/Frame'}}}
      responses: {'204': {description: kept}}
components:
  schemas:
    Picture: {type: object, required: [data], properties: {data: {type: string, format: binary}}}
    Frame: {type: object, required: [wood], properties: {wood: {type: string}}}
"""


def files_of(case: Case) -> Any:
    """The runtime's module of files."""
    package = case.models.__name__.partition(".")[0]
    return importlib.import_module(f"{package}._runtime.files")


def test_a_file_says_what_a_range_leaves_open(made: Maker) -> None:
    """Of `image/*` the file's name or its caller says the type; nothing else is sent."""
    case = made(PICTURES)
    files = files_of(case)
    case.wire.answers('{"data": "aGVsbG8="}')
    for given, sent in (
        ({"content_type": "image/webp"}, "image/webp"),
        ({"filename": "cat.png"}, "image/png"),
    ):
        case.client.pictures.draw(body=files.File(b"bytes", **given))
        assert case.wire.sent[-1].headers["content-type"] == sent
    for unknown in (files.File(b"bytes"), files.File(b"bytes", "notes.txt"), b"bytes"):
        with pytest.raises(case.errors.RequestError, match="image/"):
            case.client.pictures.draw(body=unknown)


def test_a_file_that_also_comes_back_travels_as_it_is(made: Maker) -> None:
    """A part of a form is bytes where an answer has the same member in base64."""
    case = made(PICTURES)
    files = files_of(case)
    case.wire.answers('{"data": "aGVsbG8="}')
    assert case.client.pictures.draw(body=files.File(b"", "a.png")).data == b"hello"
    case.wire.answers("", 204)
    case.client.pictures.hang(data=b"\xffraw")
    head, _, rest = case.wire.sent[-1].body.partition(b"\r\n\r\n")
    assert rest.partition(b"\r\n--")[0] == b"\xffraw"
    assert b"filename=" in head


def test_a_body_may_be_left_out_where_the_document_says_so(made: Maker) -> None:
    """Required members are needed only where there is a body."""
    case = made(PICTURES)
    case.wire.answers("", 204)
    case.client.pictures.frame()
    assert case.wire.sent[-1].body == b""
    case.client.pictures.frame(body=case.models.Frame(wood="oak"))
    assert case.wire.sent[-1].body == b'{"wood":"oak"}'


NAMED = """
paths:
  /files:
    post:
      operationId: add
      tags: [files]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [file], properties: {file: {$ref: '#/components/schemas/Scan'}}}
      responses: {'204': {description: None}}
components: {schemas: {Scan: {type: string, format: binary}}}
"""


def test_a_file_by_another_name_may_have_one(made: Maker) -> None:
    """Where an alias means bytes, a part of a form may be a `File` all the same."""
    method: Any = made(NAMED).client.files.add
    assert method.__annotations__["file"] == "File | bytes"


UPLOADS = """
paths:
  /a:
    post:
      tags: [a]
      operationId: a
      requestBody: {required: true, content: {multipart/form-data: {schema: SCHEMA, encoding: {pic: {contentType: image/png}, pics: {contentType: 'image/*'}, meta: {contentType: application/json}, sdp: {contentType: application/sdp}, odd: {contentType: application/x-odd}}}}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Form:
      type: object
      properties: PROPERTIES
"""
PARTS = """{
  pic: {}, pics: {type: array, items: {}}, meta: {}, odd: {}, sdp: {type: string},
  file: {type: string, contentMediaType: application/octet-stream, title: File},
  maybe: {anyOf: [{type: string, contentMediaType: application/pdf}, {type: 'null'}]},
  csv: {type: string, contentMediaType: text/csv},
  picture: {type: string, contentMediaType: image/png, contentEncoding: base64},
}"""


@pytest.mark.parametrize(
    "schema", ["{$ref: '#/components/schemas/Form'}", f"{{properties: {PARTS}}}"]
)
def test_a_part_is_a_file_where_its_media_type_says_so(
    made: Maker, schema: str
) -> None:
    """Bytes have no `format` since OpenAPI 3.1 (section 4.8.14.4): a media type tells."""
    text = UPLOADS.replace("SCHEMA", schema.replace("\n", " "))
    case = made(text.replace("PROPERTIES", PARTS.replace("\n", " ")))
    case.wire.answers("", 204)
    raw = b"\x89\xff"
    case.client.a.run(
        pic=raw,
        pics=[raw, raw],
        meta={"a": 1},
        odd=raw,
        sdp="v=0",
        file=raw,
        maybe=raw,
        csv="a",
    )
    head = (
        f"Content-Type: {case.wire.sent[-1].headers['content-type']}\r\n\r\n".encode()
    )
    form = message_from_bytes(head + case.wire.sent[-1].body, policy=HTTP)
    sent = [
        (part.get_param("name", header="content-disposition"), part)
        for part in form.iter_parts()
    ]
    files = [name for name, part in sent if part.get_filename()]
    assert files == ["pic", "pics", "pics", "odd", "file", "maybe"]
    assert all(part.get_content() == raw for name, part in sent if name in files)
    types = {name: part.get_content_type() for name, part in sent}
    assert (types["pic"], types["odd"]) == ("image/png", "application/x-odd")
    assert json.loads(dict(sent)["meta"].get_content()) == {"a": 1}


def test_the_url_alphabet_of_base64_stays_text(made: Maker) -> None:
    """base64url is text, with the characters that it has; base64 is bytes (RFC 4648)."""
    case = made("""
paths:
  /keys:
    get:
      tags: [keys]
      operationId: getKey
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  one: {type: string, contentEncoding: base64url}
                  two: {type: string, format: base64url}
                  raw: {type: string, contentEncoding: base64}
""")
    case.wire.answers('{"one": "-_8", "two": "-_8", "raw": "+/8="}')
    key = case.client.keys.get()
    assert (key.one, key.two, key.raw) == ("-_8", "-_8", b"\xfb\xff")
