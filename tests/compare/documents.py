"""Small documents, and ways to change them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

__all__ = ["SHOP", "Tree", "changed", "operation", "shop"]

Tree: TypeAlias = dict[str, Any]

SHOP: Final[Tree] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1.0.0"},
    "servers": [{"url": "https://shop.example"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "parameters": [
                    {
                        "name": "limit",
                        "in": "query",
                        "schema": {"type": "integer", "maximum": 100},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "Pets.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Pet"},
                                }
                            }
                        },
                    }
                },
            },
            "post": {
                "operationId": "addPet",
                "tags": ["pets"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/NewPet"}
                        }
                    },
                },
                "responses": {
                    "201": {
                        "description": "Added.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Pet"}
                            }
                        },
                    },
                    "404": {
                        "description": "No such owner.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Problem"}
                            }
                        },
                    },
                },
            },
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {
                    "id": {"type": "integer"},
                    "name": {"type": "string", "minLength": 1},
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "owner": {"$ref": "#/components/schemas/Owner"},
                    "seller": {
                        "oneOf": [
                            {"$ref": "#/components/schemas/Breeder"},
                            {"$ref": "#/components/schemas/Shelter"},
                        ],
                        "discriminator": {
                            "propertyName": "kind",
                            "mapping": {
                                "breeder": "#/components/schemas/Breeder",
                                "shelter": "#/components/schemas/Shelter",
                            },
                        },
                    },
                },
            },
            "NewPet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "age": {"type": "integer", "minimum": 0},
                },
            },
            "Owner": {
                "type": "object",
                "required": ["email"],
                "properties": {
                    "email": {"type": "string"},
                    "pets": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/Pet"},
                    },
                },
            },
            "Breeder": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string"}},
            },
            "Shelter": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string"}},
            },
            "Problem": {
                "type": "object",
                "required": ["message"],
                "properties": {"message": {"type": "string"}},
            },
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "token": {"type": "http", "scheme": "bearer"},
        },
    },
}


def shop() -> Tree:
    """A fresh copy of a shop for pets."""
    return copy.deepcopy(SHOP)


def is_list(value: object) -> bool:
    """Whether a part is an array."""
    return isinstance(value, list)


def changed(tree: Mapping[str, Any], pointer: str, value: Any) -> Tree:
    """The document with a value at a pointer; `None` takes away what is there."""
    made = copy.deepcopy(dict(tree))
    *path, last = (t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/"))
    here: Any = made
    for token in path:
        here = here[int(token)] if is_list(here) else here.setdefault(token, {})
    if value is None:
        del here[last]
    else:
        here[last] = value
    return made


def operation(identifier: str) -> Tree:
    """An operation that answers with nothing."""
    return {
        "operationId": identifier,
        "tags": ["pets"],
        "responses": {"204": {"description": "Done."}},
    }
