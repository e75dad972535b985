"""The oracle against what specifications print, and against readers of other people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import jsonschema_rs
import pytest
import uritemplate
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest
from specloom.check import check
from specloom.link import Api, Constant, JsonValue, Operation, link
from specloom.oracle import Call, Oracle, Sent, UntoldError, uri
from specloom.read import read
from specloom.report import Report
from werkzeug.datastructures import Headers, ImmutableMultiDict

from .corpus import BODIES, CORPUS, PARAMETERS, RESPONSES, Row, named, whole


@pytest.mark.parametrize(
    "rows", [PARAMETERS, BODIES, RESPONSES], ids=["parameters", "bodies", "responses"]
)
def test_the_corpus_is_what_its_schema_says(rows: list[Row]) -> None:
    """Others can rely on the shape of the rows, each of which has a name of its own."""
    schema = json.loads((CORPUS / "schema.json").read_text("utf-8"))
    jsonschema_rs.validator_for(schema).validate(rows)
    assert len({row["id"] for row in rows}) == len(rows)


def linked(row: Row, folder: Path) -> tuple[Api, Operation]:
    """The API of a row's document, and its only operation."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(whole(row)), "utf-8")
    report = Report()
    source = read(path, report)
    assert source is not None
    checked = check(source, report)
    assert checked is not None
    api = link(checked, report)
    return api, api.operations[0]


def written(row: Row, folder: Path) -> str | None:
    """What the oracle writes for a parameter, `None` where nothing is written."""
    api, operation = linked(row, folder)
    values: dict[str, JsonValue] = {operation.parameters[0].pointer: row["value"]}
    try:
        sent = Oracle(api=api, secrets={}, variables={}).sent(
            operation, Call(parameters=values)
        )
    except UntoldError:
        return ""
    match row["parameter"]["in"]:
        case "path":
            start = f"https://shop.example/{row['id']}/"
            return sent.url.removeprefix(start).removesuffix("/end")
        case "query" | "querystring":
            return sent.url.partition("?")[2] or None
        case "header":
            return dict(sent.headers).get(row["parameter"]["name"])
        case _:
            return dict(sent.headers).get("Cookie")


@pytest.mark.parametrize("row", PARAMETERS, ids=named)
def test_the_oracle_writes_what_the_specifications_say(
    row: Row, tmp_path: Path
) -> None:
    """Each parameter of the corpus comes out byte for byte."""
    assert written(row, tmp_path) == row["expected"]


def body(row: Row, folder: Path) -> Sent:
    """What the oracle sends for a body."""
    api, operation = linked(row, folder)
    assert operation.body is not None
    constant = Constant(value=row["value"])
    call = Call(parameters={}, body=constant, content=operation.body.contents[0])
    return Oracle(api=api, secrets={}, variables={}).sent(operation, call)


@pytest.mark.parametrize("row", BODIES, ids=named)
def test_the_oracle_sends_the_bodies_of_the_specifications(
    row: Row, tmp_path: Path
) -> None:
    """Each body of the corpus comes out byte for byte, or part by part."""
    sent, expected = body(row, tmp_path), row["expected"]
    if "parts" in expected:
        assert [
            {
                "name": part.name or None,
                "filename": part.filename,
                "contentType": part.content_type,
                "body": part.body.decode(),
            }
            for part in sent.parts
        ] == expected["parts"]
    else:
        assert sent.body.decode() == expected["body"]
        assert dict(sent.headers)["Content-Type"] == expected["contentType"]


OPERATORS = {"simple": "", "label": ".", "matrix": ";", "form": "?"}


def is_expansion(row: Row) -> bool:
    """Whether RFC 6570 alone says what is expected; that library sorts members."""
    parameter: Row = row["parameter"]
    value: JsonValue = row["value"]
    return (
        parameter["in"] in ("path", "query")
        and parameter.get("style") in OPERATORS
        and not parameter.get("allowReserved")
        and not (isinstance(value, dict) and [*value] != sorted(value))
    )


def text(value: JsonValue) -> Any:
    """What RFC 6570 takes, which knows texts only."""
    match value:
        case list():
            return [text(item) for item in value]
        case dict():
            return {name: text(member) for name, member in value.items()}
        case None | str():
            return value
        case _:
            return json.dumps(value)


@pytest.mark.parametrize(
    "row", [row for row in PARAMETERS if is_expansion(row)], ids=named
)
def test_a_library_of_others_expands_the_same(row: Row) -> None:
    """Where OpenAPI refers to RFC 6570, an implementation of that agrees with the row."""
    told = row["parameter"]
    name, star = told["name"], "*" if told["explode"] else ""
    template = f"{{{OPERATORS[told['style']]}{name}{star}}}"
    found = uritemplate.expand(template, {name: text(row["value"])})
    assert found.removeprefix("?") == (row["expected"] or "")


def is_read(row: Row) -> bool:
    """Whether openapi-core reads such a parameter: arrays and texts by their usual styles."""
    told: Row = row["parameter"]
    value: JsonValue = row["value"]
    usual = {"query": "form", "path": "simple", "header": "simple", "cookie": "form"}
    return (
        row["reversible"]
        and "content" not in told
        and "openapi" not in row
        and told.get("style", usual[told["in"]]) == usual[told["in"]]
        and told.get("explode", True) == (told["in"] in ("query", "cookie"))
        and not isinstance(value, dict)
        and not (isinstance(value, list) and any("," in str(item) for item in value))
    )


@pytest.mark.parametrize("row", [row for row in PARAMETERS if is_read(row)], ids=named)
def test_openapi_core_reads_what_is_expected(row: Row) -> None:
    """A server of other people's finds the value in what the row says."""
    told, expected = row["parameter"], row["expected"]
    where, name = told["in"], told["name"]
    path, path_pattern = f"/{row['id']}", f"/{row['id']}"
    view: dict[str, Any] = {}
    request: dict[str, Any] = {}
    match where:
        case "path":
            path, path_pattern = f"{path}/{expected}/end", f"{path}/{{{name}}}/end"
            view = {name: unquote(expected)}
        case "query":
            pairs = parse_qsl(expected, keep_blank_values=True)
            request["args"] = ImmutableMultiDict(pairs)
        case "header":
            request["headers"] = dict(Headers({name: expected}))
        case _:
            request["cookies"] = {name: unquote(expected.partition("=")[2])}
    mock = MockRequest(
        "https://shop.example",
        "get",
        path,
        path_pattern=path_pattern,
        view_args=view or None,
        **request,
    )

    found = OpenAPI.from_dict(whole(row)).unmarshal_request(mock)

    assert not found.errors
    assert getattr(found.parameters, where)[name] == row["value"]


def test_unreserved_characters_are_those_of_rfc_3986() -> None:
    """Letters, digits and four marks stay; every other ASCII character is escaped."""
    kept = "".join(c for c in map(chr, range(128)) if uri.escaped(c) == c)
    assert kept == (
        "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
    )
