"""Which components a part leads to, and which are taken apart where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from ...link import Pointer
from ...read import Tree
from .parts import Object, members

__all__ = [
    "DATA",
    "JOINED",
    "References",
    "differing",
    "is_component",
    "references",
    "retyped",
]

DATA: Final = frozenset({"example", "examples", "default", "enum", "const"})
"""Keys under which nothing refers to anything."""
_UNIONS: Final = ("anyOf", "oneOf")
JOINED: Final = ("allOf", *_UNIONS)
_NAMED: Final = frozenset(
    {
        *("properties", "patternProperties", "dependentSchemas", "$defs"),
        *("definitions", "responses", "headers", "callbacks", "links"),
    }
)
"""Keys of objects whose own keys are names, of whatever spelling."""
_ROOTS: Final = ("components", "definitions", "parameters", "responses")


@dataclass(slots=True)
class References:
    """The components that a part refers to."""

    all: set[Pointer] = field(default_factory=set[Pointer])
    """At any depth, in the mappings of discriminators too."""
    joined: set[Pointer] = field(default_factory=set[Pointer])
    """From `allOf`, `anyOf` and `oneOf`: told apart, or merged, by their members."""
    bases: set[Pointer] = field(default_factory=set[Pointer])
    """From `allOf` alone."""

    def also(self, other: References) -> References:
        """What either of two parts refers to."""
        return References(
            all=self.all | other.all,
            joined=self.joined | other.joined,
            bases=self.bases | other.bases,
        )


def references(tree: Tree) -> References:
    """What a part refers to."""
    found = References()
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(each)
            continue
        if not isinstance(each, dict):
            continue
        found.all.update(_referred(each))
        for key, value in each.items():
            if key == "discriminator" and not each.keys().isdisjoint(_UNIONS):
                continue  # what it maps to counts where it is one of the variants
            if isinstance(value, (dict, list)) and key not in DATA:
                waiting.extend(
                    value.values()
                    if key in _NAMED and isinstance(value, dict)
                    else (value,)
                )
                if key in JOINED:
                    _join(found, key, value)
    return found


def _join(found: References, key: str, value: Tree) -> None:
    parts = value if isinstance(value, list) else ()
    targets = {t for part in parts if isinstance(part, dict) for t in _referred(part)}
    found.joined |= targets
    if key == "allOf":
        found.bases |= targets


def _referred(tree: Object) -> Iterator[Pointer]:
    for key in ("$ref", "$dynamicRef"):
        reference = tree.get(key)
        if isinstance(reference, str):
            yield _owner(reference)
    if "mapping" in tree and "propertyName" in tree:
        yield from _mapped(value for _, value in members(tree, "mapping"))


def _mapped(values: Iterable[Tree]) -> Iterator[Pointer]:
    for value in values:
        if isinstance(value, str):
            is_name = "/" not in value and "#" not in value
            yield _owner(f"#/components/schemas/{value}" if is_name else value)


@lru_cache(maxsize=4096)
def _owner(reference: str) -> Pointer:
    """The component that a reference leads to, or into."""
    tokens = unquote(reference).split("/")
    return "/".join(tokens[: 4 if tokens[1:2] == ["components"] else 3])


def is_component(pointer: Pointer) -> bool:
    """Whether a component stands there, or would."""
    return pointer.startswith("#/") and pointer.split("/")[1] in _ROOTS


def differing(one: Tree, other: Tree) -> set[Pointer]:
    """What is referred to where two trees differ: it may be compared with anything."""
    if one == other:
        return set()
    if not isinstance(one, dict) or not isinstance(other, dict):
        return references(one).all | references(other).all
    found: set[Pointer] = set()
    for key in one.keys() | other.keys():
        before, after = one.get(key), other.get(key)
        if before == after:
            continue
        if key in ("$ref", "mapping"):
            return references(one).all | references(other).all
        found |= differing(before, after)
    return found


def retyped(one: Tree, other: Tree) -> set[Pointer]:
    """What is referred to where another type may no longer lead to it, or newly does."""
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return set[Pointer]().union(*(retyped(*pair) for pair in pairs))
    if one == other or not isinstance(one, dict) or not isinstance(other, dict):
        return set()
    if _types(one) != _types(other):
        return references(one).all | references(other).all
    both = one.keys() & other.keys() - DATA
    return set[Pointer]().union(*(retyped(one[key], other[key]) for key in both))


def _types(schema: Object) -> set[str]:
    """What `type` says, but for null: with it a schema still leads where it did."""
    stated = schema.get("type")
    each = stated if isinstance(stated, list) else [stated]
    return {name for name in each if isinstance(name, str)} - {"null"}
