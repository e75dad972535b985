"""Packages of a part of an API."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from .conftest import Maker

DOCUMENT = """
security: [{a: []}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {'200': {$ref: '#/components/responses/Pet'}}}
    post: {operationId: addPet, tags: [pets], security: [{b: []}], responses: {'204': {description: none}}}
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders, internal]
      security: []
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {$ref: '#/components/responses/Order'}}
components:
  securitySchemes:
    a: {type: http, scheme: bearer}
    b: {type: http, scheme: basic}
  responses:
    Pet: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    Order: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
  schemas:
    Pet: {type: object, properties: {tag: {$ref: '#/components/schemas/Tag'}}}
    Tag: {type: object, properties: {name: {type: string}}}
    Order: {type: object, properties: {id: {type: string}}}
    Unused: {type: object, properties: {id: {type: string}}}
"""


SELECTIONS: list[tuple[dict[str, Any], set[str], set[str]]] = [
    ({}, {"add", "get", "list"}, {"Pet", "Tag", "Order", "Unused"}),
    ({"tags": ("pets",)}, {"add", "list"}, {"Pet", "Tag"}),
    ({"tags": ("internal",)}, {"get"}, {"Order"}),
    ({"paths": ("/orders/*",)}, {"get"}, {"Order"}),
    (
        {"operations": ("list*", "GET /orders/{id}")},
        {"get", "list"},
        {"Pet", "Tag", "Order"},
    ),
    ({"tags": ("pets",), "operations": ("add*",)}, {"add"}, set()),
]


@pytest.mark.parametrize(("settings", "operations", "models"), SELECTIONS)
def test_a_package_has_what_is_selected_and_what_that_needs(
    made: Maker, settings: dict[str, Any], operations: set[str], models: set[str]
) -> None:
    """Operations by tag, path, identifier or method; schemas that nothing reaches go."""
    case = made(DOCUMENT, settings=settings)
    resources = [getattr(case.client, name, None) for name in ("pets", "orders")]
    found = {name for each in resources for name in dir(each) if name[0] != "_"}
    assert found & {"add", "get", "list"} == operations
    assert set(getattr(case.models, "__all__", ())) == models


def test_only_what_opens_the_selected_operations_is_asked_for(made: Maker) -> None:
    """A scheme that no operation of the package needs is no argument of its client."""
    case = made(DOCUMENT, settings={"operations": ("addPet",)})
    module = sys.modules[type(case.client).__module__]
    assert list(module.KEYWORDS) == ["b"]
