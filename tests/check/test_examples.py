"""Whether examples fit, and what another validator thinks."""

from __future__ import annotations

from pathlib import Path

from specloom.check import examples, opinion
from specloom.report import Report

from .conftest import Checked

_TEXT = """
    openapi: 3.1.0
    info: {title: t, version: '1'}
    paths:
      /a:
        get:
          parameters:
            - {name: n, in: query, schema: {type: integer}, example: one}
          responses:
            '200':
              description: ok
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/A'}
                  examples: {good: {value: {b: [1]}}, bad: {value: {b: [x]}}}
    components:
      schemas:
        A: {type: object, properties: {b: {type: array, items: {$ref: '#/components/schemas/B'}}}}
        B: {type: integer, examples: [2, two]}
    """


def test_examples_that_their_schemas_refuse_are_found(checked: Checked) -> None:
    """Each misfit is reported at the very value, and fitting ones are not."""
    document, before = checked(_TEXT)
    assert before == {}
    report = Report()
    examples(document, report)
    content = "#/paths/~1a/get/responses/200/content/application~1json"
    assert {d.pointer: d.code for d in report.diagnostics} == {
        "#/paths/~1a/get/parameters/0/example": "SP207",
        f"{content}/examples/bad/value/b/0": "SP207",
        "#/components/schemas/B/examples/1": "SP207",
    }


def test_a_second_opinion_is_reported(tmp_path: Path) -> None:
    """What openapi-spec-validator refuses is a finding, what it accepts is none."""
    path = tmp_path / "a.yaml"
    path.write_text("{openapi: 3.1.0, info: {title: t, version: '1'}, paths: {}}")
    report = Report()
    opinion(path, report)
    assert not report.diagnostics
    path.write_text("{openapi: 3.1.0, info: {title: t}, paths: {}}")
    opinion(path, report)
    assert [d.code for d in report.diagnostics] == ["SP222"]
