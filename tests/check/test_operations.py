"""Paths, operations and what they carry."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from specloom.check import at, check
from specloom.read import Source, SourceFile, Tree
from specloom.report import Report

from .conftest import Checked

_TEXT = """
    openapi: 3.0.3
    info: {title: t, version: '1'}
    security: [{nope: []}]
    paths:
      pets/{id}/{more}:
        parameters:
          - {name: id, in: path, schema: {type: integer}}
          - {name: gone, in: path, required: true, schema: {type: string}}
          - {name: lost, in: path, required: true, schema: {type: string}}
        get:
          operationId: pets
          parameters:
            - {name: q, in: query, schema: {type: string}}
            - {name: q, in: query, schema: {type: integer}}
            - {name: page, in: query, required: 'true', type: integer}
            - {$ref: '#/components/parameters/nope'}
            - {$ref: '#/components/schemas/nope'}
          responses:
            200: {description: ok, content: {json: {schema: {type: string}}}}
            2xx: {$ref: '#/components/responses/nope'}
            many: {description: no}
        post:
          operationId: pets
          requestBody: {content: {junk: {}, 'application/json; charset=utf-8': {}}}
    """


def test_operations_lose_only_what_cannot_be_read(checked: Checked) -> None:
    """Each repair is the smallest one, and each has a finding in its place."""
    document, found = checked(_TEXT)
    path = "#/paths/~1pets~1{id}~1{more}"
    written = "#/paths/pets~1{id}~1{more}"
    item = at(document, path)
    assert item == yaml.safe_load("""
        parameters:
          - {name: id, in: path, required: true, schema: {type: integer}}
        get:
          operationId: pets
          parameters:
            - {name: q, in: query, schema: {type: integer}}
            - {name: page, in: query, required: true, schema: {type: integer}}
            - {name: more, in: path, required: true, schema: {type: string}}
          responses:
            '200': {description: ok, content: {application/json: {schema: {type: string}}}}
            2XX: {description: '', content: {'*/*': {}}}
        post:
          operationId: pets
          parameters:
            - {name: more, in: path, required: true, schema: {type: string}}
          requestBody: {content: {'application/json; charset=utf-8': {}}}
          responses: {}
        """)
    assert document.trees[""]["security"] == []
    assert found[f"{written}?key"] in ("SP206", "SP220")
    assert found[f"{written}/parameters/1"] == "SP206"
    assert found[f"{written}/parameters/2"] == "SP206"
    assert found[f"{written}/post/operationId"] == "SP208"
    assert found[f"{written}/post/requestBody/content/junk?key"] == "SP210"
    # What is not there is of no kind.
    assert found[f"{written}/get/parameters/4/$ref"] == "SP204"
    assert found["#/security/0/nope?key"] == "SP214"


def test_references_lead_out_of_files_and_back(checked: Checked) -> None:
    """Every `$ref` in every file is canonical, and what it leads to is put right too."""
    document, found = checked(
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /pets/{id}: {$ref: 'parts.yaml#/pets'}
        components: {schemas: {Name: {type: string}}}
        """,
        parts="""
        pets:
          get:
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema: {$ref: '#/Pet'}
        Pet:
          type: object
          nullable: true
          properties: {name: {$ref: 'openapi.yaml#/components/schemas/Name'}}
        """,
    )
    schema = "responses/200/content/application~1json/schema"
    assert at(document, f"#/paths/~1pets~1{{id}}/get/{schema}") == {
        "$ref": "parts.yaml#/Pet"
    }
    assert at(document, "parts.yaml#/Pet") == {
        "type": ["object", "null"],
        "properties": {"name": {"$ref": "#/components/schemas/Name"}},
    }
    # Its variable isn't declared: it is said at what the path refers to.
    assert set(found.values()) == {"SP206"}


@pytest.mark.parametrize(
    ("tree", "dialect", "codes"),
    [
        ({"openapi": "3.1.1", "paths": {}}, "3.1", []),
        ({"openapi": 3.0, "paths": {}}, "3.0", ["SP220"]),
        ({"openapi": "3.9.0", "paths": {}}, "3.2", ["SP221"]),
        ({"swagger": "2.0", "paths": {}}, "2.0", []),
        ({"openapi": "4.0.0"}, None, ["SP203"]),
        ({"openpi": "3.0.0"}, None, ["SP202"]),
        (["openapi"], None, ["SP202"]),
    ],
)
def test_the_dialect_is_what_the_document_says(
    tree: Tree, dialect: str | None, codes: list[str]
) -> None:
    """A version that means something is read; nothing else is an API description."""
    file = SourceFile(name="", path=Path("/x/a.yaml"), text="", tree=tree)
    report = Report()
    source = Source(location="a.yaml", root=file, files={"": file})
    document = check(source, report)
    assert (document.dialect if document else None) == dialect
    found = [d.code for d in report.diagnostics if d.code != "SP201"]
    assert found == codes


def test_extensions_of_ours_are_checked_and_those_of_others_left(
    checked: Checked,
) -> None:
    """A wrong value of ours is an error, another's of the same name a warning."""
    document, found = checked("""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths:
          /a:
            get:
              x-pagination: true
              x-unsafe: true
              x-other: {a: b}
              responses:
                '200': {description: ok, x-envelope: {ok: {property: a}}}
        """)
    assert found == {
        "#/paths/~1a/get/x-pagination": "SP702",
        "#/paths/~1a/get/responses/200/x-envelope/ok": "SP701",
    }
    operation = at(document, "#/paths/~1a/get")
    assert isinstance(operation, dict)
    assert "x-pagination" not in operation
    assert operation["x-other"] == {"a": "b"}
