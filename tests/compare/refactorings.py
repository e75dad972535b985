"""The same API in other words: from a document to one that means the same."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any, Final

from tests.support.trees import items, members

from .documents import Tree, changed

__all__ = ["REFACTORINGS"]

PET: Final = "components/schemas/Pet"
LIST: Final = "paths/~1pets/get"
ADD: Final = "paths/~1pets/post"


def annotated(tree: Tree) -> Tree:
    """Other words everywhere."""
    made = copy.deepcopy(tree)
    for schema in made["components"]["schemas"].values():
        schema["description"] = "Another description."
        schema["title"] = "Another title"
    made["info"]["description"] = "Other words."
    made["paths"]["/pets"]["get"]["summary"] = "Lists."
    return made


def inlined(tree: Tree) -> Tree:
    """A component written where it is used."""
    body = tree["components"]["schemas"]["NewPet"]
    place = "paths/~1pets/post/requestBody/content/application~1json/schema"
    return changed(tree, place, copy.deepcopy(body))


def referred(tree: Tree) -> Tree:
    """An inline schema made a component."""
    kind = tree["components"]["schemas"]["Pet"]["properties"]["kind"]
    made = changed(tree, "components/schemas/Kind", copy.deepcopy(kind))
    reference = {"$ref": "#/components/schemas/Kind"}
    return changed(made, f"{PET}/properties/kind", reference)


def wrapped(tree: Tree) -> Tree:
    """`allOf` around one schema."""
    place = "paths/~1pets/post/requestBody/content/application~1json/schema"
    return changed(tree, place, {"allOf": [{"$ref": "#/components/schemas/NewPet"}]})


def divided(tree: Tree) -> Tree:
    """An object as `allOf` of two halves."""
    pet = tree["components"]["schemas"]["Pet"]
    names = list(pet["properties"])
    halves = [
        {
            "type": "object",
            "required": [name for name in pet.get("required", ()) if name in part],
            "properties": {name: pet["properties"][name] for name in part},
        }
        for part in (names[:2], names[2:])
    ]
    return changed(tree, PET, {"allOf": halves})


def reordered(tree: Tree) -> Tree:
    """Every mapping in another order."""
    chance = random.Random(7)

    def turned(value: Any) -> Any:
        if members(value):
            keys = list(members(value))
            chance.shuffle(keys)
            return {key: turned(members(value)[key]) for key in keys}
        return [turned(each) for each in items(value)] or value

    return members(turned(tree))


def spelled_out(tree: Tree) -> Tree:
    """What is so by default is said."""
    made = changed(tree, f"{LIST}/parameters/0/explode", True)
    parameter = made["paths"]["/pets"]["get"]["parameters"][0]
    parameter.setdefault("style", "form")
    parameter.setdefault("required", False)
    parameter.setdefault("deprecated", False)
    made["components"]["schemas"]["NewPet"].setdefault("additionalProperties", True)
    return made


def shared(tree: Tree) -> Tree:
    """A parameter, a body and an answer made components."""
    made = copy.deepcopy(tree)
    listed, added = made["paths"]["/pets"]["get"], made["paths"]["/pets"]["post"]
    for kind, holder, key in (
        ("parameters", listed["parameters"], 0),
        ("requestBodies", added, "requestBody"),
        ("responses", added["responses"], "404"),
    ):
        made["components"].setdefault(kind, {})["Shared"] = holder[key]
        holder[key] = {"$ref": f"#/components/{kind}/Shared"}
    return made


def chosen(tree: Tree) -> Tree:
    """A list of values as a choice of constants, and a choice of one schema."""
    made = copy.deepcopy(tree)
    kind = made["components"]["schemas"]["NewPet"]["properties"]["kind"]
    if "enum" in kind:
        values = [{"const": value} for value in kind.pop("enum")]
        kind["oneOf"] = values
    media = made["paths"]["/pets"]["post"]["responses"]["201"]["content"]
    media["application/json"]["schema"] = {
        "anyOf": [{"$ref": "#/components/schemas/Pet"}]
    }
    return made


def of_3_0(tree: Tree) -> Tree:
    """OpenAPI 3.0 where that can say the same: `nullable` for the type of `null`."""
    if "webhooks" in tree or "dependentRequired" in str(tree):
        return tree

    def told(value: Any) -> Any:
        if not members(value):
            return [told(each) for each in items(value)] or value
        made = {key: told(each) for key, each in members(value).items()}
        if isinstance(made.get("type"), list):
            (made["type"],) = (each for each in items(made["type"]) if each != "null")
            made["nullable"] = True
        if {"type": "null"} in items(made.get("anyOf")):
            (rest,) = (e for e in made.pop("anyOf") if e != {"type": "null"})
            made |= {**rest, "nullable": True}
        return made

    return {**members(told(tree)), "openapi": "3.0.3"}


REFACTORINGS: Final[tuple[Callable[[Tree], Tree], ...]] = (
    annotated,
    inlined,
    referred,
    wrapped,
    divided,
    reordered,
    spelled_out,
    shared,
    chosen,
    of_3_0,
)
