"""What several generated tests have in common is said once, and where it is looked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import commands

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example.com"}]
security: [{id: [], secret: []}]
components:
  securitySchemes:
    id: {type: apiKey, in: header, name: X-Client-Identification}
    secret: {type: apiKey, in: header, name: X-Client-Secret}
  schemas:
    Problem: {type: object, required: [title], properties: {title: {type: string}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator:
        propertyName: kind
        mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}
    Order:
      type: object
      properties:
        firstPet: {$ref: '#/components/schemas/Pet'}
        petsByName: {type: object, additionalProperties: {$ref: '#/components/schemas/Cat'}}
        count: {type: [integer, "null"]}
        problem: {$ref: '#/components/schemas/Problem'}
    Sample:
      type: object
      required: [readings]
      properties: {readings: {type: array, items: {type: number}}}
  responses:
    Failed:
      description: Failed
      content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: &answers {
      '204': {description: Done},
      '400': {$ref: '#/components/responses/Failed'},
      '404': {$ref: '#/components/responses/Failed'},
      '409': {$ref: '#/components/responses/Failed'}}}
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      responses: *answers
  /search:
    post:
      operationId: search
      tags: [found]
      parameters: [{name: page, in: query, schema: {type: integer}}]
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      responses: *answers
  /samples:
    post:
      operationId: createSample
      tags: [samples]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Sample'}
            example: {readings: [0.5, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
              15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]}
      responses: *answers
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the document."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / "shop.yaml").write_text(DOCUMENT, "utf-8")
    options = ["generate", str(folder / "shop.yaml"), "--output", str(folder / "out")]
    assert CliRunner().invoke(commands, options).exit_code == 0
    return folder / "out" / "shop"


def said(package: Path, module: str) -> str:
    """A module of the tests, its lines as one."""
    text = (package / "tests" / f"{module}.py").read_text("utf-8")
    return " ".join(text.split())


def test_what_is_said_once_holds_for_all(package: Path) -> None:
    """The tests pass, without a warning."""
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error"]
    done = subprocess.run(
        command, cwd=package, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_failures_of_most_operations_have_a_name(package: Path) -> None:
    """What most operations fail with stands once, and every operation refers to it."""
    assert said(package, "__init__").count("Raises(404, models.Problem,") == 1
    assert said(package, "test_orders").count("*FAILURES") == 2
    assert said(package, "test_samples").count("*FAILURES") == 1
    assert "Raises(404" not in said(package, "test_orders")


def test_credentials_of_most_calls_have_a_name(package: Path) -> None:
    """Long headers that credentials add stand once."""
    assert said(package, "__init__").count("X-Client-Secret") == 1
    assert "headers=SECURED" in said(package, "test_orders")
    assert "X-Client-Secret" not in said(package, "test_orders")


def test_models_are_the_kinds_of_their_unions(package: Path) -> None:
    """A model has the value that tells it, so that it stands for itself in its union."""
    text = said(package, "test_models")
    assert 'MODELS[models.Cat] = (required("kind", "cat"),)' in text
    assert 'MODELS[models.Dog] = like(models.Cat, "kind", "dog")' in text
    assert 'UNIONS["Pet"] = (models.Pet, models.Cat, models.Dog)' in text
    assert 'optional("firstPet", models.Cat)' in text
    assert 'optional("petsByName", {"key": models.Cat})' in text


def test_bodies_are_the_models_they_are_made_of(package: Path) -> None:
    """A body with all members is not spelled again, and a falsy one has nothing else."""
    text = said(package, "test_orders")
    assert "body=whole(models.Order)" in text
    (falsy,) = text.split("Keeps(")[1:]
    assert falsy.strip().startswith(
        "lambda client: client.orders.create(pets_by_name={}, count=None),"
    )


def test_the_first_call_gives_no_more_than_it_must(package: Path) -> None:
    """Where a call with everything follows, the first one gives what is required."""
    text = said(package, "test_found")
    first, second = text.split("lambda client: client.found.search(")[1:3]
    assert first.startswith('), "POST /search"')
    assert "body=models.Order" in first
    assert "body=whole(models.Order)" in second


def test_many_numbers_are_a_text(package: Path) -> None:
    """A long list of numbers does not take a line for each."""
    text = said(package, "test_samples")
    assert 'numbers( "0.5,1.5,2,3,4,' in text
