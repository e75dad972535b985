"""Documents of other versions of the specification: compared by what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from .sides import between, written

ANSWER: Final = {"$ref": "#/definitions/Pet"}
PROBLEM: Final = {"description": "No.", "schema": {"$ref": "#/definitions/Problem"}}
NAME: Final = {"name": "name", "in": "path", "required": True, "type": "string"}

SWAGGER: Final[dict[str, Any]] = {
    "swagger": "2.0",
    "info": {"title": "Shop", "version": "1.0.0"},
    "host": "shop.example",
    "basePath": "/v1",
    "schemes": ["https"],
    "consumes": ["application/json"],
    "produces": ["application/json"],
    "securityDefinitions": {
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "user": {"type": "basic"},
    },
    "security": [{"key": []}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {
                        "name": "kinds",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "string", "enum": ["cat", "dog"]},
                        "collectionFormat": "multi",
                    },
                    {"name": "limit", "in": "query", "type": "integer", "maximum": 9},
                ],
                "responses": {
                    "200": {
                        "description": "Pets.",
                        "schema": {"type": "array", "items": ANSWER},
                        "headers": {"X-Total": {"type": "integer"}},
                    },
                    "404": {"$ref": "#/responses/Lost"},
                },
            },
            "post": {
                "operationId": "addPet",
                "parameters": [
                    {"in": "body", "name": "body", "required": True, "schema": ANSWER}
                ],
                "responses": {"201": {"description": "Added.", "schema": ANSWER}},
            },
        },
        "/pets/{name}/photo": {
            "parameters": [NAME],
            "put": {
                "operationId": "showPet",
                "security": [{"user": []}],
                "consumes": ["multipart/form-data"],
                "parameters": [
                    {"name": "photo", "in": "formData", "type": "file"},
                    {"name": "note", "in": "formData", "type": "string"},
                ],
                "responses": {"204": {"description": "Done."}},
            },
        },
    },
    "responses": {"Lost": PROBLEM},
    "definitions": {
        "Pet": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "id": {"type": "integer", "readOnly": True},
            },
        },
        "Problem": {"type": "object", "properties": {"message": {"type": "string"}}},
    },
}

_PET: Final = {"$ref": "#/components/schemas/Pet"}
_JSON: Final = {"application/json": {"schema": _PET}}


def _text(**more: Any) -> dict[str, Any]:
    return {"type": "string", **more}


OPENAPI: Final[dict[str, Any]] = {
    "openapi": "3.0.3",
    "info": {"title": "Shop", "version": "1.0.0"},
    "servers": [{"url": "https://shop.example/v1"}],
    "security": [{"key": []}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {
                        "name": "kinds",
                        "in": "query",
                        "schema": {
                            "type": "array",
                            "items": _text(enum=["cat", "dog"]),
                        },
                    },
                    {
                        "name": "limit",
                        "in": "query",
                        "schema": {"type": "integer", "maximum": 9},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Pets.",
                        "headers": {"X-Total": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": _PET}
                            }
                        },
                    },
                    "404": {"$ref": "#/components/responses/Lost"},
                },
            },
            "post": {
                "operationId": "addPet",
                "requestBody": {"required": True, "content": _JSON},
                "responses": {"201": {"description": "Added.", "content": _JSON}},
            },
        },
        "/pets/{name}/photo": {
            "parameters": [
                {"name": "name", "in": "path", "required": True, "schema": _text()}
            ],
            "put": {
                "operationId": "showPet",
                "security": [{"user": []}],
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "photo": _text(format="binary"),
                                    "note": _text(),
                                },
                            }
                        }
                    }
                },
                "responses": {"204": {"description": "Done."}},
            },
        },
    },
    "components": {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "user": {"type": "http", "scheme": "basic"},
        },
        "responses": {
            "Lost": {
                "description": "No.",
                "content": {
                    "application/json": {
                        "schema": {"$ref": "#/components/schemas/Problem"}
                    }
                },
            }
        },
        "schemas": SWAGGER["definitions"],
    },
}


@pytest.mark.parametrize("turned", [False, True])
def test_swagger_2_and_openapi_3_are_compared_by_meaning(
    tmp_path: Path, turned: bool
) -> None:
    """The same API in both changes nothing, on the wire or in Python, in either direction."""
    sides = [written(tmp_path, "old", SWAGGER), written(tmp_path, "new", OPENAPI)]
    base, revision = reversed(sides) if turned else sides
    assert between(base, revision).changes == ()


def test_a_change_is_told_across_versions(tmp_path: Path) -> None:
    """What differs besides the version is found where it stands in the new document."""
    paths = {**OPENAPI["paths"], "/pets": {"post": OPENAPI["paths"]["/pets"]["post"]}}
    old = written(tmp_path, "old", SWAGGER)
    new = written(tmp_path, "new", {**OPENAPI, "paths": paths})
    wire = [e for e in between(old, new).changes if e.family == "wire"]
    assert [(e.rule, e.operations) for e in wire] == [
        ("wire/operation-removed", ("GET /pets",))
    ]
