"""What is going away."""

from __future__ import annotations

import warnings

import pytest

from .conftest import Maker

DOCUMENT = """
paths:
  /old:
    get:
      operationId: oldOne
      tags: [things]
      deprecated: true
      responses: {'204': {description: ok}}
  /new:
    get:
      operationId: newOne
      tags: [things]
      parameters: [{name: colour, in: query, deprecated: true, schema: {type: string}}]
      responses: {'204': {description: ok}}
"""


def test_callers_are_warned_where_they_call(made: Maker) -> None:
    """A deprecated operation, and a deprecated argument that is given; nothing else warns."""
    case = made(DOCUMENT)
    case.wire.answers("", 204)
    with pytest.warns(
        DeprecationWarning, match=r"`things\.old_one` is deprecated"
    ) as told:
        case.client.things.old_one()
    assert told[0].filename == __file__
    with pytest.warns(DeprecationWarning, match=r"`colour` of `things\.new_one`"):
        case.client.things.new_one(colour="red")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        case.client.things.new_one()
