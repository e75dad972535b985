"""Callers of a shop, and documents that change under them."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any, Final

from .documents import Tree, changed, operation, shop

__all__ = ["BASE", "CALLER", "PAIRS", "Pair"]

PET: Final = "components/schemas/Pet"
NEW: Final = "components/schemas/NewPet"
OWNER: Final = "components/schemas/Owner"
PROBLEM: Final = "components/schemas/Problem"
LIST: Final = "paths/~1pets/get"
ADD: Final = "paths/~1pets/post"
GET: Final = "paths/~1pets~1{id}/get"
JSON: Final = "content/application~1json/schema"
TEXT: Final = {"type": "string"}


def _base() -> Tree:
    tree = shop()
    tree["components"]["securitySchemes"] = {
        "key": {"type": "apiKey", "in": "header", "name": "key"}
    }
    tree["security"] = [{"key": []}]
    listed = tree["paths"]["/pets"]["get"]["responses"]["200"]
    listed["headers"] = {"X-Total": {"schema": {"type": "integer"}}}
    tree["webhooks"] = {
        "petSold": {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Owner"}}}},
                "responses": {"204": {"description": "Heard."}},
            }
        }
    }  # fmt: skip
    schemas = tree["components"]["schemas"]
    schemas["Cat"] = {"type": "object", "required": ["lives"], "properties": {"lives": {"type": "integer"}}}  # fmt: skip
    schemas["Dog"] = {"type": "object", "required": ["tricks"], "properties": {"tricks": {"type": "integer"}}}  # fmt: skip
    schemas["Animal"] = {"oneOf": [{"$ref": f"#/components/schemas/{n}"} for n in ("Cat", "Dog")]}  # fmt: skip
    tree["paths"]["/pets/{id}"] = {
        "get": {
            "operationId": "getPet",
            "tags": ["pets"],
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
                {"name": "trace", "in": "header", "schema": TEXT},
            ],
            "responses": {
                "200": {
                    "description": "A pet.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Animal"}}},
                }
            },
        }
    }  # fmt: skip
    return tree


BASE: Final[Tree] = _base()

CALLER: Final = """\
from __future__ import annotations

from typing import Any, Never

from shop import Shop, UnsetType, errors, models, webhooks


def read(client: Shop) -> None:
    for pet in client.pets.list(limit=3):
        number: int = pet.id
        name: str = pet.name
        print(number + 1, name.upper(), pet.kind == "cat")
        if not isinstance(pet.owner, UnsetType):
            owner: models.Owner = pet.owner
            email: str = owner.email
            print(email.lower(), owner.pets)
    print(client.pets.list())
    total: int | None = client.with_response.pets.list().headers.x_total
    buyer: models.Owner = webhooks.PET_SOLD.parse(b'{"email": "a@b.example"}')
    if total is not None:
        print(total + 1, buyer.email)
    one = client.pets.get(id_=1, trace="t")
    if isinstance(one, models.Cat):
        lives: int = one.lives
        print(lives + 1)
    elif isinstance(one, models.Dog):
        tricks: int = one.tricks
        print(tricks + 1)
    else:
        never(one)


def write(client: Shop) -> None:
    body = models.NewPet(name="Tom", kind="cat", age=3)
    print(body, body.kind, body.age, models.NewPet(name="Tom"))
    added: models.Pet = client.pets.add(name="Tom", kind="cat", age=3)
    print(added.id + 1, models.Pet.__name__, errors.NotFoundError.__name__)
    try:
        client.pets.add(name="Nobody")
    except errors.NotFoundError as error:
        problem: models.Problem | None = error.body
        if problem is not None:
            print(problem.message.upper())


def never(value: Never) -> None:
    raise AssertionError(value)


def main(transport: Any) -> None:
    client = Shop(key="k", transport=transport)
    read(client)
    write(client)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A change of the base document."""

    name: str
    revision: Tree
    answers: Tree
    """What the service sends instead: operation -> members to add."""


PAIRS: Final[list[Pair]] = []


def _pair(name: str, *edits: tuple[str, Any], **answers: Any) -> None:
    tree = BASE
    for pointer, value in edits:
        tree = changed(tree, pointer, copy.deepcopy(value))
    PAIRS.append(Pair(name=name, revision=tree, answers=answers))


def _member(schema: str, name: str) -> str:
    return f"{schema}/properties/{name}"


_pair("nothing")
_pair("words", (f"{PET}/description", "Other words."), (f"{LIST}/summary", "Lists."))
# Header fields and webhooks
_pair("described-field-gone", (f"{LIST}/responses/200/headers", None))
_pair("described-field-new", (f"{LIST}/responses/200/headers/X-Page", {"schema": TEXT}))
_pair("described-field-retyped", (f"{LIST}/responses/200/headers/X-Total/schema", TEXT))
_pair("told-gone", ("webhooks", None))
_pair("told-new", ("webhooks/petBought", {"post": {"responses": {"204": {"description": "Heard."}}}}))  # fmt: skip
_pair("told-retyped", ("webhooks/petSold/post/requestBody/content/application~1json/schema", TEXT))  # fmt: skip
# Operations and their names
_pair("operation-new", ("paths/~1pets/delete", operation("clear")))
_pair("operation-gone", ("paths/~1pets~1{id}", None))
_pair("operation-renamed", (f"{LIST}/operationId", "listAllPets"))
_pair("operation-other-tag", (f"{LIST}/tags", ["animals"]))
_pair("operation-moved", (f"{ADD}/tags", ["animals"]))
_pair("operation-pinned", (f"{LIST}/x-python-name", "every"))
# Parameters
_pair("parameter-required", (f"{LIST}/parameters/0/required", True))
_pair("parameter-gone", (f"{LIST}/parameters", []))
_pair("parameter-renamed", (f"{LIST}/parameters/0/name", "most"))
_pair("parameter-number", (f"{LIST}/parameters/0/schema/type", "number"))
_pair("parameter-text", (f"{LIST}/parameters/0/schema", TEXT))
_pair("parameter-flag", (f"{LIST}/parameters/0/schema", {"type": "boolean"}))
_pair("parameter-default", (f"{LIST}/parameters/0/schema/default", 20))
_pair("parameter-bound", (f"{LIST}/parameters/0/schema/maximum", 50))
_pair(
    "parameter-list", (f"{LIST}/parameters/0/schema", {"type": "array", "items": TEXT})
)
_pair("parameter-null", (f"{LIST}/parameters/0/schema/type", ["integer", "null"]))
_pair("parameter-deprecated", (f"{LIST}/parameters/0/deprecated", True))
_pair("parameter-pinned", (f"{LIST}/parameters/0/x-python-name", "at_most"))
_pair("parameter-more", (f"{LIST}/parameters", [{"name": "limit", "in": "query", "schema": {"type": "integer"}}, {"name": "page", "in": "query", "schema": TEXT}]))  # fmt: skip
_pair("parameter-needed", (f"{LIST}/parameters", [{"name": "limit", "in": "query", "schema": {"type": "integer"}}, {"name": "page", "in": "query", "required": True, "schema": TEXT}]))  # fmt: skip
_pair("header-field-gone", (f"{GET}/parameters", [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}]))  # fmt: skip
_pair("path-text", (f"{GET}/parameters/0/schema", TEXT))
# What is sent
_pair("sent-more", (_member(NEW, "color"), TEXT))
_pair(
    "sent-needed", (_member(NEW, "color"), TEXT), (f"{NEW}/required", ["name", "color"])
)
_pair("sent-required", (f"{NEW}/required", ["name", "age"]))
_pair("sent-required-other", (f"{NEW}/required", ["name", "kind"]))
_pair("sent-optional", (f"{NEW}/required", []))
_pair("sent-gone", (_member(NEW, "age"), None))
_pair("sent-wider", (_member(NEW, "age"), {"type": "number"}))
_pair("sent-narrower", (_member(NEW, "age"), {"type": "integer", "enum": [1, 2]}))
_pair("sent-other", (_member(NEW, "age"), TEXT))
_pair("sent-null", (f"{_member(NEW, 'age')}/type", ["integer", "null"]))
_pair("sent-value-more", (f"{_member(NEW, 'kind')}/enum", ["cat", "dog", "fish"]))
_pair("sent-value-gone", (f"{_member(NEW, 'kind')}/enum", ["dog", "fish"]))
_pair("sent-free", (_member(NEW, "kind"), TEXT))
_pair("sent-read-only", (f"{_member(NEW, 'age')}/readOnly", True))
_pair("sent-pinned", (f"{_member(NEW, 'age')}/x-python-name", "years"))
_pair("sent-closed", (f"{NEW}/additionalProperties", False))
_pair("body-optional", (f"{ADD}/requestBody/required", False))
# What is received
_pair("got-more", (_member(PET, "color"), TEXT))
_pair("got-more-always", (_member(PET, "color"), TEXT), (f"{PET}/required", ["id", "name", "color"]), pet={"color": "red"})  # fmt: skip
_pair("got-gone", (_member(PET, "name"), None), (f"{PET}/required", ["id"]))
_pair("got-gone-optional", (_member(PET, "kind"), None))
_pair("got-optional", (f"{PET}/required", ["id"]))
_pair("got-always", (f"{PET}/required", ["id", "name", "kind"]))
_pair("got-null", (f"{_member(PET, 'name')}/type", ["string", "null"]))
_pair("got-number", (_member(PET, "id"), {"type": "number"}))
_pair("got-text", (_member(PET, "id"), TEXT), pet={"id": "1"})
_pair("got-uuid", (f"{_member(PET, 'name')}/format", "uuid"), pet={"name": "8e5f3a52-9c1b-4f7e-a2b1-0c9d8e7f6a5b"})  # fmt: skip
_pair("got-value-more", (f"{_member(PET, 'kind')}/enum", ["cat", "dog", "fish"]))
_pair("got-value-gone", (f"{_member(PET, 'kind')}/enum", ["cat"]))
_pair("got-length", (f"{_member(PET, 'name')}/minLength", 2))
_pair("got-inner-null", (_member(OWNER, "email"), {"type": ["string", "null"]}))
_pair("got-inner-gone", (_member(OWNER, "pets"), None))
_pair("got-inner-more", (_member(OWNER, "name"), TEXT))
_pair("got-write-only", (f"{_member(PET, 'name')}/writeOnly", True), (f"{PET}/required", ["id"]))  # fmt: skip
_pair("got-deprecated", (f"{_member(PET, 'name')}/deprecated", True))
_pair("got-inline", (_member(PET, "owner"), copy.deepcopy(BASE["components"]["schemas"]["Owner"])))  # fmt: skip
_pair("got-page", (f"{LIST}/responses/200/{JSON}", {"type": "object", "required": ["pets"], "properties": {"pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}}}), page=True)  # fmt: skip
_pair("union-more", ("components/schemas/Fish", {"type": "object", "required": ["fins"], "properties": {"fins": {"type": "integer"}}}), ("components/schemas/Animal/oneOf", [{"$ref": f"#/components/schemas/{n}"} for n in ("Cat", "Dog", "Fish")]))  # fmt: skip
_pair("union-less", ("components/schemas/Animal/oneOf", [{"$ref": f"#/components/schemas/{n}"} for n in ("Cat",)]))  # fmt: skip
_pair(
    "union-member-changed",
    ("components/schemas/Cat/properties/lives", {"type": "number"}),
)
# Errors, security, the client
_pair("error-new", (f"{ADD}/responses/409", {"description": "Twice."}))
_pair("error-gone", (f"{ADD}/responses/404", None))
_pair("error-other-body", (f"{ADD}/responses/404/{JSON}", {"$ref": "#/components/schemas/Owner"}), problem={"email": "a@b.example"})  # fmt: skip
_pair("error-body-more", (_member(PROBLEM, "code"), TEXT))
_pair("error-body-gone", (f"{PROBLEM}/required", []), (f"{PROBLEM}/properties", {"reason": TEXT}), problem={"reason": "No."})  # fmt: skip
_pair("security-gone", ("security", []), ("components/securitySchemes", {}))
_pair("security-more", ("components/securitySchemes/token", {"type": "http", "scheme": "bearer"}), ("security", [{"key": []}, {"token": []}]))  # fmt: skip
_pair("schema-pinned", (f"{PET}/x-python-name", "Animalia"))
_pair("server-more", ("servers", [{"url": "https://shop.example"}, {"url": "https://test.shop.example"}]))  # fmt: skip
