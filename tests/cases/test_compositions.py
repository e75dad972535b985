"""Schemas that are made of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from .conftest import Maker

PAGES = """
paths:
  /pets:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pets'}}
components:
  schemas:
    Page:
      type: object
      required: [data]
      properties:
        data: {type: array, items: {type: object}}
        name: {type: string, enum: [a, b]}
        size: {$ref: '#/components/schemas/Size'}
    Size: {type: object, required: [x], properties: {x: {type: integer}}}
    Pet: {type: object, properties: {name: {type: string}}}
    Pets:
      allOf:
        - properties:
            data: {type: array, items: {$ref: '#/components/schemas/Pet'}}
            size: {type: object, required: [y], properties: {y: {type: integer}}}
        - $ref: '#/components/schemas/Page'
        - properties: {name: {minLength: 1}}
"""


ENDLESS = """
paths:
  /nodes:
    get:
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Leaf'}}
components:
  schemas:
    Node:
      type: object
      properties:
        child: {type: object, properties: {child: {$ref: '#/components/schemas/Node'}}}
        rows: {$ref: '#/components/schemas/Rows'}
    Rows: {type: array, items: {$ref: '#/components/schemas/Rows'}}
    Lines: {type: array, items: {$ref: '#/components/schemas/Lines'}}
    Leaf:
      allOf:
        - $ref: '#/components/schemas/Node'
        - properties:
            child: {$ref: '#/components/schemas/Leaf'}
            rows: {$ref: '#/components/schemas/Lines'}
"""


def test_members_that_hold_each_other_together_have_an_end(made: Maker) -> None:
    """A member that two schemas describe, each by itself, is a finite set of classes."""
    case = made(ENDLESS)
    case.wire.answers('{"child": {"child": {"child": {}}}, "rows": [[], [[]]]}')
    answer = case.client.nodes.list()
    assert answer.child.child.child is not case.models.UNSET
    assert answer.rows == [[], [[]]]


def test_what_two_schemas_say_of_one_member_holds_together(made: Maker) -> None:
    """The more telling items count in any order; objects have the members of both."""
    case = made(PAGES)
    case.wire.answers(
        '{"data": [{"name": "Tom"}], "name": "a", "size": {"x": 1, "y": 2}}'
    )
    answer = case.client.pets.list()
    assert answer.data == [case.models.Pet(name="Tom")]
    assert (answer.size.x, answer.size.y) == (1, 2)
    assert "Literal['a', 'b']" in case.models.Pets.__annotations__["name"]


STRAY = """
paths:
  /times:
    get:
      tags: [times]
      operationId: get
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Day'}}}}
components:
  schemas:
    Slots: {type: array, items: {type: integer}}
    Day:
      type: object
      properties:
        beside: {$ref: '#/components/schemas/Slots', type: object}
        within: {type: object, allOf: [{$ref: '#/components/schemas/Slots'}]}
"""


def test_a_type_that_contradicts_its_reference_says_nothing(made: Maker) -> None:
    """What is referred to counts where nothing could be of both types."""
    case = made(STRAY)
    case.wire.answers('{"beside": [1], "within": [2]}')
    day = case.client.times.get()
    assert (day.beside, day.within) == ([1], [2])


SECRET = """
paths:
  /keys:
    post:
      operationId: swap
      tags: [keys]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}
components:
  schemas:
    Key: {type: object, required: [secret], properties: {secret: {type: string, writeOnly: true}}}
"""


def test_what_is_only_written_is_not_awaited_back(made: Maker) -> None:
    """Required holds for the way that a member travels (OpenAPI 3.1 section 4.8.24)."""
    case = made(SECRET)
    case.wire.answers("{}")
    assert case.client.keys.swap(secret="s") == case.models.Key()
    assert case.wire.sent[0].body == b'{"secret":"s"}'


HINTS = """
paths:
  /pay:
    get:
      operationId: get
      tags: [pay]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pay'}}}}
components:
  schemas:
    Pay:
      type: object
      properties:
        limit: {format: double, pattern: '^\\d+$', minimum: 0}
        count: {format: int64}
        name: {minLength: 1}
"""


def test_a_format_of_numbers_means_a_number(made: Maker) -> None:
    """Without a `type` its format counts before a pattern, which restricts texts alone."""
    case = made(HINTS)
    case.wire.answers('{"limit": 2.5, "count": 3, "name": "n"}')
    pay = case.client.pay.get()
    assert (pay.limit, pay.count, pay.name) == (2.5, 3, "n")
    hints = case.models.Pay.__annotations__
    assert [hints[n].partition(" ")[0] for n in hints] == ["float", "int", "str"]


HEIRS = """
paths:
  /things:
    get:
      operationId: getThing
      tags: [things]
      responses:
        '200':
          description: OK
          content:
            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
components:
  schemas:
    Node:
      description: What a tree is made of.
      type: object
      required: [count]
      properties:
        kind: {type: string, default: node}
        count: {type: integer}
        next: {anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}
        children: {type: array, items: {$ref: '#/components/schemas/Node'}}
        named: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
    Thing:
      allOf:
        - $ref: '#/components/schemas/Node'
        - properties:
            kind: {default: thing}
            next: {type: object, properties: {name: {type: string}}}
            children: {items: {type: object, properties: {name: {type: string}}}}
            named:
              additionalProperties: {type: object, properties: {name: {type: string}}}
"""


def test_what_is_narrowed_keeps_its_members(made: Maker) -> None:
    """Items, values and options that `allOf` narrows have the members of both statements.

    JSON Schema 2020-12, core, section 10.2.1.1.
    """
    case = made(HEIRS)
    inner = '{"count": 2, "name": "b"}'
    case.wire.answers(
        f'{{"count": 1, "next": {inner}, "children": [{inner}],'
        f' "named": {{"x": {inner}}}}}'
    )
    found = case.client.things.get()
    for each in (found.next, found.children[0], found.named["x"]):
        assert (each.count, each.name) == (2, "b")


def test_heirs_are_told_by_themselves(made: Maker) -> None:
    """The last `default` counts; a base's description is none of those that add to it.

    JSON Schema 2020-12, validation, sections 9.1 and 9.2.
    """
    case = made(HEIRS)
    assert "What a tree" in case.models.Node.__doc__
    assert case.models.Thing.__doc__ == "Thing."
    text = Path(case.models.__file__).read_text("utf-8")
    assert text.count("""default is `"thing"`""") == 1


def test_types_that_contradict_each_other_are_told(made: Maker) -> None:
    """What no value can be is read as the last statement says, and a finding says so.

    JSON Schema 2020-12, core, section 10.2.1.1: all of `allOf` must hold.
    """
    narrowed = "kind: {default: thing}"
    case = made(HEIRS.replace(narrowed, "kind: {type: integer}"))
    assert case.codes == ["SP303"]
    case.wire.answers('{"count": 1, "kind": 5}')
    assert case.client.things.get().kind == 5
    assert made(HEIRS).codes == []


def test_tuples_that_hold_together_are_one(made: Maker) -> None:
    """Each item is what all say of its place: `prefixItems`, and beyond them `items`."""
    case = made("""
paths:
  /a:
    get:
      tags: [a]
      operationId: a
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  pair:
                    allOf:
                      - {type: array, prefixItems: [{$ref: '#/components/schemas/A'}], items: {type: string}}
                      - {type: array, prefixItems: [{type: object, properties: {b: {type: string, format: date}}}, {type: string, format: date}]}
components:
  schemas:
    A: {type: object, required: [a], properties: {a: {type: integer}}}
""")
    case.wire.answers('{"pair": [{"a": 1, "b": "2026-01-02"}, "2026-01-03", "2026"]}')
    first, second, third = case.client.a.get().pair
    assert (first.a, first.b) == (1, date(2026, 1, 2))
    assert (second, third) == (date(2026, 1, 3), "2026")
