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
