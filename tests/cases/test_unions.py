"""Which of several schemas a value is of."""

from __future__ import annotations

import importlib
import json
import typing

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


SHAPES = """
paths:
  /shape:
    get:
      operationId: getShape
      tags: [shapes]
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Drawing'}}
    put:
      operationId: putShape
      tags: [shapes]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Drawing'}}
      responses: {'204': {description: OK}}
    post:
      operationId: orderShape
      tags: [shapes]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Order'}}
      responses: {'204': {description: OK}}
components:
  schemas:
    Drawing:
      type: object
      required: [main]
      properties:
        main: {$ref: '#/components/schemas/Shape'}
        others: {type: array, items: {$ref: '#/components/schemas/Shape'}}
    Shape:
      oneOf:
        - {$ref: '#/components/schemas/Circle'}
        - {$ref: '#/components/schemas/Square'}
      discriminator:
        propertyName: kind
        mapping: {circle: Circle, square: Square}
    Circle:
      type: object
      required: [kind, radius]
      properties: {kind: {const: circle}, radius: {type: number}}
    Square:
      type: object
      required: [kind, side]
      properties: {kind: {const: square}, side: {type: number}}
    Order:
      oneOf:
        - {$ref: '#/components/schemas/Round'}
        - {$ref: '#/components/schemas/Plain'}
      discriminator:
        propertyName: kind
        mapping: {round: Round, plain: Plain}
    Round:
      type: object
      required: [kind]
      properties: {kind: {const: round}}
    Plain:
      type: object
      required: [kind]
      properties: {kind: {const: plain}}
"""
STAR = {"kind": "star", "points": 5}
SQUARE = {"kind": "square", "side": 1.5}


def test_a_kind_that_nobody_knows_is_told_and_kept(made: Maker) -> None:
    """A new kind of a union does not take the answer along, and is sent back as it came."""
    case = made(SHAPES)
    body = {"main": STAR, "others": [SQUARE, STAR]}
    case.wire.answers(json.dumps(body))

    found = case.client.with_response.shapes.get()

    unknown = case.models.UnknownVariant(tag="star", value=STAR)
    square = case.models.Square(kind="square", side=1.5)
    assert found.value.main == unknown
    assert found.value.others == [square, unknown]
    assert [(each.pointer, each.got) for each in found.deviations] == [
        ("/main/kind", "string 'star'"),
        ("/others/1/kind", "string 'star'"),
    ]
    assert "points" not in repr(unknown)

    case.wire.answers("", 204)
    case.client.shapes.put(main=found.value.main, others=found.value.others)
    assert json.loads(case.wire.sent[-1].body) == body


def test_strict_clients_refuse_kinds_that_nobody_knows(made: Maker) -> None:
    """`strict=True` raises where a discriminator says what the document does not know."""
    case = made(SHAPES)
    case.wire.answers(json.dumps({"main": STAR}))
    with pytest.raises(case.errors.DecodeError, match="/main/kind"):
        case.client.with_options(strict=True).shapes.get()


def test_a_kind_that_is_missing_is_none(made: Maker) -> None:
    """Without its discriminator an object is no unknown variant, but wrong."""
    case = made(SHAPES)
    for wrong in ({"points": 5}, {"kind": 5}, {"kind": None}):
        case.wire.answers(json.dumps({"main": wrong}))
        with pytest.raises(case.errors.DecodeError):
            case.client.shapes.get()


def test_what_callers_write_stays_closed(made: Maker) -> None:
    """A union that only callers write has the document's members and no other."""
    case = made(SHAPES)
    assert "UnknownVariant" in str(case.models.Shape)
    assert "UnknownVariant" not in str(case.models.Order)


SHARED = """
paths:
  /items:
    get:
      operationId: listItems
      tags: [items]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/InputItem'}}}}}}
components:
  schemas:
    InputItem:
      oneOf: [{$ref: '#/components/schemas/Easy'}, {$ref: '#/components/schemas/Item'}, {$ref: '#/components/schemas/Link'}]
      discriminator: {propertyName: type}
    Easy: {type: object, required: [text], properties: {type: {enum: [message]}, text: {type: string}}}
    Item:
      oneOf: [{$ref: '#/components/schemas/System'}, {$ref: '#/components/schemas/User'}, {$ref: '#/components/schemas/Call'}]
      discriminator: {propertyName: type}
    System: {type: object, required: [type, role, parts], properties: {type: {const: message}, role: {enum: [system]}, parts: {type: array, items: {type: string}}}}
    User: {type: object, required: [type, role, parts], properties: {type: {const: message}, role: {enum: [user]}, parts: {type: array, items: {$ref: '#/components/schemas/InputItem'}}}}
    Call: {type: object, required: [type, name], properties: {type: {const: call}, name: {type: string}}}
    Link: {type: object, required: [id], properties: {type: {anyOf: [{type: string, enum: [reference]}, {type: 'null'}]}, id: {type: string}}}
"""


def test_a_value_of_a_discriminator_may_mean_several_members(made: Maker) -> None:
    """Members that share a constant, in unions of unions too, are told by the rest."""
    case = made(SHARED)
    case.wire.answers(
        '[{"type":"message","text":"t"},{"type":"message","role":"system","parts":["p"]},'
        '{"type":"message","role":"user","parts":[{"type":"reference","id":"i"}]},'
        '{"type":"call","name":"n"}]'
    )
    easy, system, user, call = case.client.items.list()
    models = case.models
    assert easy == models.Easy(type="message", text="t")
    assert system == models.System(type="message", role="system", parts=["p"])
    assert user == models.User(
        type="message", role="user", parts=[models.Link(type="reference", id="i")]
    )
    assert call == models.Call(type="call", name="n")


def test_a_list_tells_no_members_apart(made: Maker) -> None:
    """A discriminator that names a list is left aside, and told: answers are read by fit."""
    case = made("""
paths:
  /pages:
    get:
      operationId: page
      tags: [pages]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
components:
  schemas:
    Page:
      type: object
      discriminator: {propertyName: content}
      required: [content]
      properties: {content: {type: array, items: {}}}
    Brands:
      allOf:
        - {$ref: '#/components/schemas/Page'}
        - {type: object, required: [brands], properties: {content: {type: array, items: {type: string}}, brands: {type: integer}}}
""")
    case.wire.answers('{"content": ["a"], "brands": 1}')
    page = case.client.pages.get()
    assert (page.content, page.brands) == (["a"], 1)
    assert case.codes == ["SP302"]


HEIRS = """
paths:
  /pet:
    get:
      operationId: getPet
      tags: [pets]
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string, enum: [Dog, Cat, Other]}}
      discriminator: {propertyName: kind}
    Dog:
      allOf: [{$ref: '#/components/schemas/Pet'}]
      properties: {name: {type: string}}
    Cat:
      allOf: [{$ref: '#/components/schemas/Pet'}]
      properties: {name: {type: string}}
"""


def test_a_shared_list_of_values_means_the_one_called_so(made: Maker) -> None:
    """Heirs that share the base's `enum` are told apart by their components' names.

    OpenAPI 3.1 section 4.8.25: a schema's name is its implicit mapping.
    """
    case = made(HEIRS)
    for name in ("Dog", "Cat"):
        case.wire.answers(f'{{"kind": "{name}", "name": "x"}}')
        found = case.client.pets.get()
        assert type(found) is getattr(case.models, name)


def test_a_new_name_leaves_the_old_one_its_meaning(made: Maker) -> None:
    """Where an heir only renames another one, both names are known to the discriminator."""
    case = made(
        HEIRS.replace("enum: [Dog, Cat, Other]", "minLength: 1")
        + "    Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}]}\n"
    )
    for name in ("Dog", "Puppy"):
        case.wire.answers(f'{{"kind": "{name}", "name": "x"}}')
        assert type(case.client.pets.get()) is case.models.Dog


def test_one_of_several_lists_is_given_as_one_list(made: Maker) -> None:
    """`list[A] | list[B]` takes no list that mypy infers, so requests say `list[A | B]`."""
    case = made("""
paths:
  /search:
    post:
      operationId: search
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [documents]
              properties:
                documents:
                  anyOf:
                    - {type: array, items: {type: string}}
                    - {type: array, items: {$ref: '#/components/schemas/A'}}
                    - {type: array, items: {$ref: '#/components/schemas/B'}}
                    - {type: string}
      responses: {'204': {description: OK}}
components:
  schemas:
    A: {type: object, required: [a], properties: {a: {type: integer}}}
    B: {type: object, required: [b], properties: {b: {type: integer}}}
""")
    listed = case.client.search.run.__annotations__["documents"]
    assert listed == "str | list[str | models.A | models.B]"
    case.client.search.run(documents=["x", case.models.B(b=1)])
    assert json.loads(case.wire.sent[-1].body) == {"documents": ["x", {"b": 1}]}


def test_a_key_of_a_mapping_is_a_value_of_the_property(made: Maker) -> None:
    """What only the mapping knows can be sent and comes back, and the author is told."""
    case = made("""
paths:
  /act:
    post:
      operationId: act
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Action'}}}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Action'}}}
components:
  schemas:
    Action:
      oneOf: [{$ref: '#/components/schemas/Stop'}, {$ref: '#/components/schemas/Wait'}]
      discriminator:
        propertyName: type
        mapping: {stop: '#/components/schemas/Stop', wait: '#/components/schemas/Wait'}
    Base: {type: object, required: [type], properties: {type: {type: string, enum: [stop]}}}
    Stop: {allOf: [{$ref: '#/components/schemas/Base'}]}
    Wait:
      allOf: [{$ref: '#/components/schemas/Base'}]
      properties: {seconds: {type: integer}}
""")
    assert "SP303" in case.codes
    case.wire.answers('{"type": "wait", "seconds": 3}')
    sent = case.models.Wait(type="wait", seconds=3)
    assert case.client.act.run(body=sent) == sent
    assert json.loads(case.wire.sent[-1].body) == {"type": "wait", "seconds": 3}
    assert case.models.Wait.__annotations__["type"].startswith(
        "Literal['stop', 'wait']"
    )


def test_null_without_quotes_is_the_type_of_null(made: Maker) -> None:
    """Beside others, `type: null` of YAML can mean nothing else."""
    case = made("""
paths: {}
components:
  schemas:
    Note:
      type: object
      required: [text]
      properties: {text: {oneOf: [{type: string}, {type: null}]}}
""")
    package = importlib.import_module(type(case.client).__module__.partition(".")[0])
    note = case.models.Note
    assert package.from_json('{"text": null}', note) == note(text=None)
    assert typing.get_type_hints(note)["text"] == str | None
    assert case.codes == ["SP219"]
