"""What models are to those who hold them."""

from __future__ import annotations

import copy
import pickle
import sys
from pathlib import Path

import pytest
from msgspec import UnsetType

from .conftest import Maker

DOCUMENT = """
paths:
  /person:
    get:
      operationId: getPerson
      tags: [people]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Person'}}}
components:
  schemas:
    Person:
      type: object
      required: [name]
      properties:
        name: {type: string}
        more: {type: object, properties: {zip: {type: string}}}
      additionalProperties: true
"""
ANN = '{"name": "Ann", "more": {"zip": "1"}, "new": 5}'


def test_frozen_models_are_replaced_not_changed(made: Maker) -> None:
    """With `frozen = true` nothing of a model can be set; `replace` makes another one."""
    case = made(DOCUMENT, settings={"frozen": True})
    case.wire.answers(ANN)
    found = case.client.people.get()
    with pytest.raises(AttributeError):
        found.name = "Bob"
    with pytest.raises(AttributeError):
        found.more.zip = "2"
    replace = sys.modules[type(case.client).__module__.partition(".")[0]].replace
    other = replace(found, name="Bob")
    assert (other.name, found.name) == ("Bob", "Ann")
    assert other.additional_properties == {"new": 5}
    assert copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) == found


def test_models_are_matched_by_pattern(made: Maker) -> None:
    """`match` sees members by their names, inner models too, and tells absence apart."""
    case = made(DOCUMENT)
    models = case.models
    told: list[str] = []
    for text in (ANN, '{"name": "Bob"}'):
        case.wire.answers(text)
        match case.client.people.get():
            case models.Person(name="Ann", more=models.PersonMore(zip=str(place))):
                told.append(f"Ann lives at {place}")
            case models.Person(name="Bob", more=UnsetType()):
                told.append("Bob lives nowhere")
            case other:
                pytest.fail(f"no case for {other}")
    assert told == ["Ann lives at 1", "Bob lives nowhere"]


def test_models_can_be_changed_where_nobody_forbids_it(made: Maker) -> None:
    """Without the setting they are plain objects."""
    case = made(DOCUMENT)
    case.wire.answers(ANN)
    found = case.client.people.get()
    found.name = "Bob"
    assert found.name == "Bob"


TOLD = """
paths:
  /jobs:
    get:
      operationId: listJobs
      tags: [jobs]
      parameters:
        - {name: limit, in: query, deprecated: true, schema: {$ref: '#/components/schemas/Limit', default: 5}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}
components:
  schemas:
    Limit: {type: integer, default: 20}
    State:
      description: How it stands.
      type: integer
      enum: [0, 1]
      x-enum-varnames: [QUEUED, RUNNING]
    Job:
      type: object
      properties:
        state: {$ref: '#/components/schemas/State'}
        kind: {type: string, enum: [a, b], x-enum-descriptions: {a: Runs at once., b: Runs at night.}}
        size: {type: string, enum: [s, l], x-ms-enum: {name: Size, values: [{value: s, description: Small.}, {value: l, description: Large.}]}}
"""


def test_what_values_mean_is_told(made: Maker) -> None:
    """Names and descriptions of an enumeration's values stand where it is documented."""
    text = Path(made(TOLD).models.__file__).read_text("utf-8")
    for line in (
        "- `0`: QUEUED",
        '- `"b"`: Runs at night.',
        '- `"s"`: Small.',
    ):
        assert line in text


def test_the_default_of_an_argument_is_told(made: Maker) -> None:
    """The default that counts is the one beside the reference, and deprecation is said."""
    told = made(TOLD).client.jobs.list.__doc__
    assert "The service's default is `5`. Deprecated." in told


def test_what_values_of_arguments_mean_is_told(made: Maker) -> None:
    """A parameter's values, of a list too, are told where the argument is, and so are constants'."""
    case = made("""
paths:
  /a:
    get:
      tags: [a]
      operationId: a
      parameters:
        - {name: sort, in: query, description: The order., schema: {type: string, enum: [a, d], x-enum-descriptions: [Smallest first, Largest first]}}
        - {name: kinds, in: query, schema: {type: array, items: {oneOf: [{const: 1, description: One.}, {const: 2, description: Two.}]}}}
      responses: {'204': {description: ok}}
""")
    told = " ".join(case.client.a.__class__.get.__doc__.split())
    assert 'sort: The order. `"a"`: Smallest first; `"d"`: Largest first.' in told
    assert "kinds: `kinds` of the query. `1`: One; `2`: Two." in told
