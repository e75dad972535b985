"""What comes back."""

from __future__ import annotations

import pytest

from .conftest import Maker


def test_a_documented_upgrade_is_no_failure(made: Maker) -> None:
    """101 is an answer where the document says so, and a failure elsewhere."""
    case = made("""
paths:
  /socket:
    get: {operationId: open, tags: [socket], responses: {'101': {description: Upgraded}}}
""")
    case.wire.answers("", 101)
    assert case.client.socket.open() is None


FILES = """
paths:
  /exports/{id}:
    get:
      operationId: download
      tags: [exports]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: string, format: binary}}}}
        '404': {description: none, content: {image/png: {schema: {type: object, required: [code], properties: {code: {type: string}}}}}}
    put:
      operationId: upload
      tags: [exports]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {type: string, format: binary}}}}
      responses: {'204': {description: kept}}
"""


def test_a_json_file_is_bytes(made: Maker) -> None:
    """`format: binary` under a media type of JSON is a file as it is, not a base64 text."""
    case = made(FILES)
    case.wire.answers('{"a": 1}')
    assert case.client.exports.download(id_="1") == b'{"a": 1}'
    case.wire.answers("", 204)
    case.client.exports.upload(id_="1", body=b'{"a": 1}')
    sent = case.wire.sent[-1]
    assert (sent.body, sent.headers["content-type"]) == (
        b'{"a": 1}',
        "application/json",
    )


def test_an_error_that_is_told_as_a_picture_is_read_as_json(made: Maker) -> None:
    """An object is no picture: the service answers in JSON, and the body is the object."""
    case = made(FILES)
    case.wire.answers('{"code": "gone"}', 404)
    with pytest.raises(case.errors.NotFoundError) as caught:
        case.client.exports.download(id_="1")
    assert caught.value.body.code == "gone"
    case.wire.answers(b"\x89PNG", 404, "image/png")
    with pytest.raises(case.errors.NotFoundError) as caught:
        case.client.exports.download(id_="1")
    assert caught.value.body == b"\x89PNG"


def test_an_answer_that_could_not_be_read_is_bytes(made: Maker) -> None:
    """What a `$ref` that leads nowhere would have described is not lost, and no error."""
    case = made("""
paths:
  /a: {get: {tags: [a], operationId: a, responses: {'200': {$ref: '#/components/responses/A'}}}}
""")
    case.wire.answers('{"a": 1}')
    assert case.client.a.get() == b'{"a": 1}'
    assert case.codes == ["SP204"]


def test_bytes_of_any_media_type_are_as_they_came(made: Maker) -> None:
    """Under `*/*` without a schema JSON may come, too, and is not read."""
    case = made("""
paths: {/a: {get: {tags: [a], operationId: a, responses: {'200': {description: ok, content: {'*/*': {}}}}}}}
""")
    for media_type in ("application/json", "image/png"):
        case.wire.answers('{"a": 1}', media_type=media_type)
        assert case.client.a.get() == b'{"a": 1}'


BODILESS = """
paths:
  /a:
    head: {tags: [a], operationId: head, responses: {'200': {$ref: '#/components/responses/A'}, '404': {$ref: '#/components/responses/A'}}}
    get: {tags: [a], operationId: get, responses: {'200': {$ref: '#/components/responses/A'}, '204': {$ref: '#/components/responses/A'}}}
    put: {tags: [a], operationId: put, responses: {'205': {$ref: '#/components/responses/A'}}}
components:
  responses:
    A: {description: a, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: integer}}}}}}
"""


def test_what_has_no_body_in_http_has_none_here(made: Maker) -> None:
    """A 204, a 205 and any answer to HEAD, whatever the document says of their content."""
    case = made(BODILESS)
    for method, status in (("head", 200), ("get", 204), ("put", 205)):
        case.wire.answers("", status)
        assert getattr(case.client.a, method)() is None
    case.wire.answers("", 404)
    with pytest.raises(case.errors.NotFoundError):
        case.client.a.head()
    case.wire.answers('{"a": 1}')
    assert case.client.a.get().a == 1
    assert [each.code for each in case.found] == ["SP220", "SP220"]
    assert "204 has no body" in case.found[0].message
