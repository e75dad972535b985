"""Values as callers write them, in the tests of packages."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from specloom.pipeline import generate
from specloom.read import read
from specloom.report import Report
from specloom.settings import target_of
from specloom.shape.annotation import Annotations
from specloom.shape.expressions import Expressions, UnsayableError

BODY = "#/paths/~1orders/post/requestBody/content/application~1json/schema"
DOCUMENT = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths:
      /orders:
        post:
          tags: [orders]
          operationId: add
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [to]
                  properties:
                    to:
                      anyOf: [{$ref: '#/components/schemas/Home'}, {$ref: '#/components/schemas/Shop'}]
                    rest: {anyOf: [{$ref: '#/components/schemas/Full'}, {type: string}]}
          responses: {'204': {description: OK}}
    components:
      schemas:
        Home: {type: object, minProperties: 1, properties: {street: {type: string}}}
        Shop: {type: object, minProperties: 1, properties: {number: {type: integer}}}
        Full: {type: object, required: [a], properties: {a: {type: string}}}
"""


def test_an_object_of_a_union_is_a_model(tmp_path: Path) -> None:
    """What several members may be is the first of them; what none may be is not said."""
    path = tmp_path / "shop.yaml"
    path.write_text(dedent(DOCUMENT))
    source = read(path, Report())
    assert source is not None
    made = generate(source, target_of(path, (), None), Report())
    assert made is not None
    annotations = Annotations(api=made.api, names=made.names)
    given = Expressions(annotations=annotations, read=False)
    members = f"{BODY}/properties"
    assert given.expression(f"{members}/to", {}) == "models.Home()"
    with pytest.raises(UnsayableError):
        given.expression(f"{members}/rest", {})
