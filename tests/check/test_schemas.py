"""Schemas of every dialect in the words of JSON Schema 2020-12."""

from __future__ import annotations

import pytest
import yaml
from specloom.check import at

from .conftest import Checked

_PLACE = "#/components/schemas/S"
_HEAD = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {}, components: {schemas: {R: {}, S: %s}}}"


@pytest.mark.parametrize(
    ("written", "meant", "codes"),
    [
        ("{type: string, nullable: true}", "{type: [string, 'null']}", ""),
        (
            "{type: string, nullable: true, enum: [a]}",
            "{type: [string, 'null'], enum: [a, null]}",
            "",
        ),
        (
            "{$ref: '#/components/schemas/R', nullable: true, title: T}",
            "{title: T, anyOf: [{$ref: '#/components/schemas/R'}, {type: 'null'}]}",
            "",
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/R'}], nullable: true}",
            "{anyOf: [{allOf: [{$ref: '#/components/schemas/R'}]}, {type: 'null'}]}",
            "",
        ),
        (
            "{oneOf: [{type: string}], nullable: true}",
            "{oneOf: [{type: string}, {type: 'null'}]}",
            "",
        ),
        ("{type: string, x-nullable: true}", "{type: [string, 'null']}", ""),
        (
            "{type: integer, minimum: 3, exclusiveMinimum: true}",
            "{type: integer, exclusiveMinimum: 3}",
            "",
        ),
        (
            "{type: integer, maximum: 3, exclusiveMaximum: false}",
            "{type: integer, maximum: 3}",
            "",
        ),
        ("{type: string, example: a}", "{type: string, examples: [a]}", ""),
        ("{type: array}", "{type: array, items: {}}", ""),
        ("{type: date}", "{type: string, format: date}", "SP219"),
        ("{type: int}", "{type: integer}", "SP219"),
        ("{type: strin}", "{}", "SP219"),
        ("{type: string, enum: a}", "{type: string, enum: [a]}", "SP220"),
        ("{type: string, enum: []}", "{type: string}", "SP209"),
        ("{type: string, maxLength: '5'}", "{type: string, maxLength: 5}", "SP220"),
        ("{type: string, maxLength: [5]}", "{type: string}", "SP209"),
        ("{type: integer, default: many}", "{type: integer}", "SP212"),
        ("{type: integer, format: date-time}", "{type: integer}", "SP213"),
        ("{type: string, format: base64}", "{type: string, format: byte}", ""),
        (
            "{type: object, properties: {a: {type: string, required: true}}}",
            "{type: object, properties: {a: {type: string}}, required: [a]}",
            "SP220",
        ),
        (
            "{type: object, required: [b], properties: {a: {type: string}}}",
            "{type: object, required: [b], properties: {a: {type: string}}}",
            "SP211",
        ),
        ("{properties: {a: null}}", "{properties: {a: {}}}", "SP209"),
        ("{discriminator: {mapping: {}}, oneOf: []}", "{oneOf: []}", "SP209"),
        ("{$ref: '#/components/schemas/Nope'}", "{}", "SP204"),
        ("{$ref: '#/components/schemas/S'}", "{}", "SP216"),
        (
            "{items: [{type: string}, {}]}",
            "{prefixItems: [{type: string}, {}]}",
            "SP201",
        ),
    ],
)
def test_schemas_are_read_as_they_were_meant(
    checked: Checked, written: str, meant: str, codes: str
) -> None:
    """A schema has its 3.1 meaning, and what is wrong with it is said in its place."""
    document, found = checked(_HEAD % written)
    assert at(document, _PLACE) == yaml.safe_load(meant)
    below = [code for pointer, code in found.items() if pointer.startswith(_PLACE)]
    assert below == ([codes] if codes else [])


def test_a_misspelt_reference_is_answered_with_what_was_meant(
    checked: Checked,
) -> None:
    """The finding stands at the reference, and nothing of the rest is lost."""
    document, found = checked(
        _HEAD
        % "{properties: {a: {$ref: '#/components/schemas/RR'}, b: {type: string}}}"
    )
    assert found == {f"{_PLACE}/properties/a/$ref": "SP204"}
    assert at(document, f"{_PLACE}/properties") == {"a": {}, "b": {"type": "string"}}


def test_deep_documents_are_cut_not_crashed_on(checked: Checked) -> None:
    """Four hundred levels are read, and cut where no API goes."""
    deep = '{"items": ' * 400 + "{}" + "}" * 400
    _, found = checked(_HEAD % deep)
    assert "SP218" in found.values()


def test_anchors_and_dynamic_references_become_pointers(checked: Checked) -> None:
    """Every `$ref` of a sound document is the canonical pointer of its target."""
    document, found = checked("""
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths: {}
        components:
          schemas:
            A: {$anchor: a, $dynamicAnchor: node, type: string}
            B: {$ref: '#a'}
            C: {$dynamicRef: '#node'}
            D: {$id: 'https://x.test/d', type: integer}
            E: {$ref: 'https://x.test/d'}
        """)
    place = "#/components/schemas"
    assert at(document, f"{place}/B") == {"$ref": f"{place}/A"}
    assert at(document, f"{place}/C") == {"$ref": f"{place}/A"}
    assert at(document, f"{place}/E") == {"$ref": f"{place}/D"}
    assert [code for code in found.values() if code != "SP205"] == []
