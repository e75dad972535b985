"""Each rule of the catalogue has a change that it tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from specloom.compare import RULES

from .documents import Tree, changed
from .oracle import BASE, PAIRS
from .sides import between, written
from .test_law import MUTATIONS

Edits: TypeAlias = dict[str, Any]

LIST: Final = "paths/~1pets/get"
ADD: Final = "paths/~1pets/post"
PET: Final = "components/schemas/Pet/properties"
OK: Final = f"{LIST}/responses/200"
NAME: Final = f"{PET}/name"
TEXT: Final = {"type": "string"}
JSON: Final = {"application/json": {"schema": TEXT}}
MODELS: Final = "components/schemas/NewPet/properties"
BODY: Final = {"content": JSON}
CODES: Final = f"{ADD}/responses/404/x-error-codes"
TAGS: Final = {"type": "array", "items": TEXT}
KEY: Final = "components/securitySchemes/key"
PINGED: Final = {"post": {"responses": {"204": {"description": "Heard."}}}}
LOST: Final = {"property": "message", "codes": [{"code": "LOST"}]}
ENVELOPE: Final = {"ok": {"property": "code", "equals": 0}, "data": "data"}

TOTAL: Final = {"X-Total": {"schema": {"type": "integer"}}}
LINKS: Final = {
    "add": {
        "operationId": "addPet",
        "requestBody": {"name": "Tom"},
    }
}
KNOWN: Final = {"type": "string", "x-extensible-enum": ["a", "b"]}
LESS: Final = {"type": "string", "x-extensible-enum": ["a"]}

TABLE: Final[dict[str, tuple[Edits, Edits]]] = {
    "py/constant-added": ({}, {"webhooks/told": PINGED}),
    "py/constant-removed": ({"webhooks/told": PINGED}, {"webhooks/told": None}),
    "py/constant-type-changed": (
        {f"{LIST}/responses/200/links": LINKS},
        {f"{ADD}/responses/201/content": JSON},
    ),
    "py/header-field-added": ({f"{OK}/headers": None}, {f"{OK}/headers": TOTAL}),
    "py/header-field-removed": ({f"{OK}/headers": TOTAL}, {f"{OK}/headers": None}),
    "py/header-field-type-changed": (
        {f"{OK}/headers": TOTAL},
        {f"{OK}/headers/X-Total/schema": TEXT},
    ),
    "wire/open-enum-value-added": ({NAME: LESS}, {NAME: KNOWN}),
    "wire/open-enum-value-removed": ({NAME: KNOWN}, {NAME: LESS}),
    "wire/parameter-encoding-changed": (
        {f"{LIST}/parameters/0/schema": TAGS},
        {f"{LIST}/parameters/0/explode": False},
    ),
    "wire/required-body-added": (
        {f"{ADD}/requestBody": None},
        {f"{ADD}/requestBody": {**BODY, "required": True}},
    ),
    "wire/optional-body-added": (
        {f"{ADD}/requestBody": None},
        {f"{ADD}/requestBody": BODY},
    ),
    "wire/body-removed": ({}, {f"{ADD}/requestBody": None}),
    "wire/media-type-added": ({}, {f"{OK}/content/text~1csv": {"schema": TEXT}}),
    "wire/media-type-removed": (
        {f"{OK}/content/text~1csv": {"schema": TEXT}},
        {f"{OK}/content/text~1csv": None},
    ),
    "wire/media-type-generalized": (
        {f"{OK}/content": {"text/csv": {"schema": TEXT}}},
        {f"{OK}/content": {"text/*": {"schema": TEXT}}},
    ),
    "wire/media-type-specialized": (
        {f"{OK}/content": {"text/*": {"schema": TEXT}}},
        {f"{OK}/content": {"text/csv": {"schema": TEXT}}},
    ),
    "wire/encoding-changed": (
        {
            f"{ADD}/requestBody/content": {
                "multipart/form-data": {
                    "schema": {"type": "object", "properties": {"photo": TEXT}}
                }
            }
        },
        {
            f"{ADD}/requestBody/content/multipart~1form-data/encoding": {
                "photo": {"contentType": "image/png"}
            }
        },
    ),
    "wire/header-added": ({}, {f"{OK}/headers": {"ETag": {"schema": TEXT}}}),
    "wire/header-removed": (
        {f"{OK}/headers": {"ETag": {"schema": TEXT, "required": True}}},
        {f"{OK}/headers": {}},
    ),
    "wire/header-required": (
        {f"{OK}/headers": {"ETag": {"schema": TEXT}}},
        {f"{OK}/headers/ETag/required": True},
    ),
    "wire/header-optional": (
        {f"{OK}/headers": {"ETag": {"schema": TEXT, "required": True}}},
        {f"{OK}/headers/ETag/required": False},
    ),
    "wire/envelope-changed": (
        {f"{OK}/x-envelope": ENVELOPE},
        {f"{OK}/x-envelope/ok/equals": 1},
    ),
    "wire/error-code-added": (
        {CODES: {"property": "message", "codes": [{"code": "A"}]}},
        {f"{CODES}/codes": [{"code": "A"}, {"code": "B"}]},
    ),
    "wire/error-code-removed": (
        {CODES: {"property": "message", "codes": [{"code": "A"}, {"code": "B"}]}},
        {f"{CODES}/codes": [{"code": "A"}]},
    ),
    "wire/content-changed": ({}, {f"{NAME}/contentEncoding": "base64"}),
    "wire/enum-changed": ({f"{NAME}/const": "a"}, {f"{NAME}/const": "b"}),
    "wire/members-together": (
        {},
        {"components/schemas/Pet/dependentRequired": {"kind": ["owner"]}},
    ),
    "wire/alternative-restated": (
        {"components/schemas/Puss": {"$ref": "#/components/schemas/Cat"}},
        {
            "components/schemas/Puss": {
                "type": "object",
                "required": ["lives"],
                "properties": {"lives": {"type": "integer"}},
            },
            "components/schemas/Animal/oneOf": [
                {"$ref": f"#/components/schemas/{name}"} for name in ("Puss", "Dog")
            ],
        },
    ),
    "wire/discriminator-changed": (
        {},
        {"components/schemas/Animal/discriminator": {"propertyName": "kind"}},
    ),
    "wire/bound-changed": (
        {f"{PET}/id/multipleOf": 2},
        {f"{PET}/id/multipleOf": 3},
    ),
    "wire/pattern-added": ({}, {f"{NAME}/pattern": "^a"}),
    "wire/pattern-removed": ({f"{NAME}/pattern": "^a"}, {f"{NAME}/pattern": None}),
    "wire/pattern-changed": ({f"{NAME}/pattern": "^a"}, {f"{NAME}/pattern": "^b"}),
    "wire/assertion-added": ({}, {f"{NAME}/not": {"const": "x"}}),
    "wire/assertion-removed": ({f"{NAME}/not": {"const": "x"}}, {f"{NAME}/not": None}),
    "wire/assertion-changed": (
        {f"{NAME}/not": {"const": "x"}},
        {f"{NAME}/not": {"const": "y"}},
    ),
    "wire/security-scheme-changed": ({}, {f"{KEY}/in": "query"}),
    "wire/security-scheme-flows-changed": (
        {KEY: {"type": "openIdConnect", "openIdConnectUrl": "https://a.example"}},
        {f"{KEY}/openIdConnectUrl": "https://b.example"},
    ),
    "wire/server-variable-changed": (
        {
            "servers": [
                {"url": "https://{r}.example", "variables": {"r": {"default": "a"}}}
            ]
        },
        {"servers/0/variables/r/default": "b"},
    ),
    "wire/webhook-added": ({}, {"webhooks/ping": PINGED}),
    "wire/webhook-removed": ({"webhooks/ping": PINGED}, {"webhooks/ping": None}),
    "wire/callback-added": (
        {},
        {f"{ADD}/callbacks/done": {"{$request.body#/url}": PINGED}},
    ),
    "wire/callback-removed": (
        {f"{ADD}/callbacks/done": {"{$request.body#/url}": PINGED}},
        {f"{ADD}/callbacks": {}},
    ),
    "wire/unsound-changed": (
        {f"{LIST}/parameters/0/schema/default": "a"},
        {f"{LIST}/parameters/0/schema/default": "b"},
    ),
    "py/package-renamed": ({}, {"info/title": "Market"}),
    "py/client-renamed": ({}, {"info/title": "Market"}),
    "py/client-argument-changed": (
        {"servers": [{"url": f"https://{n}.example"} for n in "ab"]},
        {"servers": [{"url": f"https://{n}.example"} for n in "bc"]},
    ),
    "py/model-kind-changed": (
        {},
        {
            "components/schemas/Owner": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Cat"},
                    {"$ref": "#/components/schemas/Dog"},
                ]
            }
        },
    ),
    "py/error-base-changed": (
        {
            CODES: LOST,
            f"{ADD}/responses/409": {"description": "Twice.", "content": JSON},
        },
        {CODES: None, f"{ADD}/responses/409/x-error-codes": LOST},
    ),
}


def edited(tree: Tree, edits: Edits) -> Tree:
    """The document after all edits."""
    for pointer, value in edits.items():
        tree = changed(tree, pointer, value)
    return tree


def rules(folder: Path, base: Tree, revision: Tree) -> set[str]:
    """The rules of all changes between two trees."""
    pair = written(folder, "base", base), written(folder, "revision", revision)
    return {change.rule for change in between(*pair).changes}


@pytest.mark.parametrize("rule", TABLE)
def test_each_kind_of_change_is_told(tmp_path: Path, rule: str) -> None:
    """The smallest change of its kind is told by its rule."""
    before, after = TABLE[rule]
    base = edited(BASE, before)
    assert rule in rules(tmp_path, base, edited(base, after))


def test_what_a_link_no_longer_gives_is_told_of_follow(tmp_path: Path) -> None:
    """Callers of `follow` must give what the link gave; the method itself is the same."""
    base = edited(BASE, {f"{OK}/links": LINKS})
    revision = edited(BASE, {f"{OK}/links": {"add": {"operationId": "addPet"}}})
    pair = written(tmp_path, "base", base), written(tmp_path, "revision", revision)
    there = {each.subject: each.rule for each in between(*pair).changes}
    back = {each.subject: each.rule for each in between(*reversed(pair)).changes}
    asked = "links.LIST_ADD.follow(name=)"
    assert there == {asked: "py/required-argument-added"}
    assert back == {asked: "py/argument-removed"}


def test_what_becomes_of_arguments_is_told_once_beside_links(tmp_path: Path) -> None:
    """An argument that a method loses is told of the method, not again of each link."""
    base = edited(BASE, {f"{OK}/links": LINKS})
    revision = edited(base, {f"{MODELS}/age": None})
    pair = written(tmp_path, "base", base), written(tmp_path, "revision", revision)
    told = [each.subject for each in between(*pair).changes]
    assert "client.pets.add(age=)" in told
    assert not any(each.startswith("links.") for each in told)


def test_no_rule_is_without_a_change(tmp_path: Path) -> None:
    """Every rule about the wire and Python is told by some test, and no other is."""
    told = set(TABLE)
    for revision in (p.revision for p in PAIRS):
        told |= rules(tmp_path, BASE, revision) | rules(tmp_path, revision, BASE)
    for pointer, value, _, _ in MUTATIONS:
        revision = changed(BASE, pointer, value)
        told |= rules(tmp_path, BASE, revision) | rules(tmp_path, revision, BASE)
    told = {rule for rule in told if not rule.startswith("policy/")}
    assert told == {rule for rule in RULES if not rule.startswith("policy/")}
