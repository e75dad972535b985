"""Which of several schemas a value is of."""

from __future__ import annotations

import pytest

from .conftest import Maker


def test_a_base_that_only_renames_another_is_that_one(made: Maker) -> None:
    """`Reptile: {allOf: [Pet]}` is a pet among pets, and no way back to all of them."""
    case = made("""
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}}
components:
  schemas:
    Pet:
      type: object
      required: [petType]
      properties: {petType: {type: string}}
      discriminator: {propertyName: petType}
    Reptile: {allOf: [{$ref: '#/components/schemas/Pet'}]}
    Snake:
      allOf:
        - $ref: '#/components/schemas/Reptile'
        - {type: object, properties: {hasLegs: {type: boolean}}}
""")
    case.wire.answers('{"petType": "Snake", "hasLegs": false}')
    assert type(case.client.pets.get()).__name__ == "Snake"
    case.wire.answers('{"petType": "Reptile"}')
    assert type(case.client.pets.get()).__name__ == "PetBase"


def test_null_in_an_enumeration_is_meant(made: Maker) -> None:
    """A text whose `enum` lists null may be null, whether `type` says so or not."""
    case = made("""
paths:
  /level:
    get:
      operationId: getLevel
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                type: object
                required: [level]
                properties: {level: {type: string, enum: [null, info]}}
""")
    case.wire.answers('{"level": null}')
    assert case.client.level.get().level is None


MAPPED = """
paths:
  /pets:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                oneOf:
                  - $ref: '#/components/schemas/Cat'
                  - $ref: '#/components/schemas/Dog'
                discriminator:
                  propertyName: kind
                  mapping:
                    c: '#/components/schemas/Cat'
                    meow: '#/components/schemas/Cat'
                    d: Dog
components:
  schemas:
    Cat: {type: object, properties: {kind: {type: string}, name: {type: string}}}
    Dog: {type: object, properties: {kind: {type: string}, name: {type: string}}}
"""


@pytest.mark.parametrize(
    ("kind", "name"), [("c", "Cat"), ("meow", "Cat"), ("d", "Dog")]
)
def test_a_mapping_names_schemas_by_reference_or_name(
    made: Maker, kind: str, name: str
) -> None:
    """Several values may mean one schema, and equal schemas are told apart."""
    case = made(MAPPED)
    case.wire.answers(f'{{"kind": "{kind}", "name": "Tom"}}')
    assert type(case.client.pets.list()).__name__ == name
