"""What models are to those who hold them."""

from __future__ import annotations

import copy
import pickle
import sys

import pytest

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
    found = case.client.people.get_person()
    with pytest.raises(AttributeError):
        found.name = "Bob"
    with pytest.raises(AttributeError):
        found.more.zip = "2"
    replace = sys.modules[type(case.client).__module__.partition(".")[0]].replace
    other = replace(found, name="Bob")
    assert (other.name, found.name) == ("Bob", "Ann")
    assert other.additional_properties == {"new": 5}
    assert copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) == found


def test_models_can_be_changed_where_nobody_forbids_it(made: Maker) -> None:
    """Without the setting they are plain objects."""
    case = made(DOCUMENT)
    case.wire.answers(ANN)
    found = case.client.people.get_person()
    found.name = "Bob"
    assert found.name == "Bob"
