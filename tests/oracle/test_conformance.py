"""The oracle against what specifications print, and against a reader of other people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest
from specloom.check import check
from specloom.link import Api, JsonValue, Operation, link
from specloom.oracle import Call, Oracle, UntoldError, uri
from specloom.read import read
from specloom.report import Report
from werkzeug.datastructures import ImmutableMultiDict

ROWS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("conformance.json").read_text("utf-8")
)
SCHEMAS: dict[type, dict[str, object]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": ["string", "null"]},
    list: {"type": "array", "items": {"type": "string"}},
}


def schema_of(value: JsonValue) -> dict[str, object]:
    """A schema that a value fits."""
    if not isinstance(value, dict):
        return SCHEMAS[type(value)]
    members = {key: schema_of(member) for key, member in value.items()}
    return {"type": "object", "properties": members}


def document(parameter: dict[str, Any], value: JsonValue) -> dict[str, Any]:
    """A document of one operation with one parameter."""
    stated = {key: it for key, it in parameter.items() if key != "content"}
    stated["required"] = parameter["in"] == "path"
    media_type = parameter.get("content")
    if media_type:
        del stated["style"], stated["explode"]
        stated["content"] = {media_type: {"schema": schema_of(value)}}
    else:
        stated["schema"] = schema_of(value)
    path = f"/p/{{{parameter['name']}}}/end" if parameter["in"] == "path" else "/p"
    answer = {"200": {"description": "Done."}}
    return {
        "openapi": "3.1.1",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {path: {"get": {"parameters": [stated], "responses": answer}}},
    }


def linked(tree: dict[str, Any], folder: Path) -> tuple[Api, Operation]:
    """The API of a document, and its only operation."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(tree), "utf-8")
    report = Report()
    source = read(path, report)
    assert source is not None
    checked = check(source, report)
    assert checked is not None
    api = link(checked, report)
    return api, api.operations[0]


def written(row: dict[str, Any], folder: Path) -> str | None:
    """What the oracle writes for a row, `None` where nothing is written."""
    parameter, value = row["parameter"], row["value"]
    api, operation = linked(document(parameter, value), folder)
    oracle = Oracle(api=api, secrets={}, variables={})
    values: dict[str, JsonValue] = {operation.parameters[0].pointer: value}
    try:
        sent = oracle.sent(operation, Call(parameters=values))
    except UntoldError:
        return ""
    match parameter["in"]:
        case "path":
            return sent.url.removeprefix("https://shop.example/p/").removesuffix("/end")
        case "query":
            return sent.url.partition("?")[2] or None
        case "header":
            return dict(sent.headers).get(parameter["name"])
        case _:
            return dict(sent.headers).get("Cookie")


def named(row: dict[str, Any]) -> str:
    """A row's name in reports."""
    told = row["parameter"]
    value = json.dumps(row["value"])[:30]
    return f"{told['in']}-{told['style']}-{told['explode']}-{told['name']}-{value}"


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_oracle_writes_what_the_specification_prints(
    row: dict[str, Any], tmp_path: Path
) -> None:
    """Each row of the published tables comes out byte for byte."""
    assert written(row, tmp_path) == row["expected"]


READABLE = [
    row
    for row in ROWS
    if row["parameter"]["in"] == "query"
    and row["expected"]
    and row["value"]
    and row["parameter"]["style"] == "form"
    and row["parameter"]["explode"]
    and not isinstance(row["value"], dict)
]


@pytest.mark.parametrize("row", READABLE, ids=named)
def test_openapi_core_reads_what_the_oracle_writes(
    row: dict[str, Any], tmp_path: Path
) -> None:
    """A server of other people's finds the value in what the oracle wrote."""
    tree = document(row["parameter"], row["value"])
    text = written(row, tmp_path)
    assert text is not None
    args: ImmutableMultiDict[str, str] = ImmutableMultiDict(parse_qsl(text))
    request = MockRequest("https://shop.example", "get", "/p", args=args)

    found = OpenAPI.from_dict(tree).unmarshal_request(request)

    assert not found.errors
    assert found.parameters.query[row["parameter"]["name"]] == row["value"]


def test_unreserved_characters_are_those_of_rfc_3986() -> None:
    """Letters, digits and four marks stay; every other ASCII character is escaped."""
    kept = "".join(c for c in map(chr, range(128)) if uri.escaped(c) == c)
    assert kept == (
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
    )
