"""Which of several schemas a value is of."""

from __future__ import annotations

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
