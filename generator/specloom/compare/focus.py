"""What two documents do not share: all else need not go through the rooms.

Most of a large document stays as it is. An operation that is the same in both, and reaches
nothing that is not, can tell no difference; it is kept as a stub, so that names are settled
as if it were there. Components that nothing else needs are stubs as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from ..check import Document
from ..link import Pointer
from ..read import Tree, join

__all__ = ["focus"]

_COMPONENTS: Final = "#/components/"
_LEFT_OUT: Final = ("schemas", "responses", "requestBodies")
"""Kinds of components that need not be kept where nothing needs them."""
_HEAD: Final = frozenset(
    {
        *("operationId", "tags", "summary", "parameters", "security", "servers"),
        *("deprecated", "x-python-name", "x-stability-level", "x-sunset"),
    }
)
"""What a stub keeps of its operation."""
_STUB: Final[Tree] = {"type": "object", "properties": {"_": {}}}
"""A schema that gets a class, and so claims its name."""

_VALUES: Final = frozenset({"example", "examples", "default", "enum", "const"})
"""Keys under which nothing refers to anything."""

_Parts: TypeAlias = dict[Pointer, Tree]
_Object: TypeAlias = dict[str, Tree]
_Uses: TypeAlias = dict[Pointer, set[Pointer]]


def focus(base: Document, revision: Document) -> tuple[Document, Document]:
    """Both documents without what they share, or as they are where that can't be told."""
    if any(list(each.trees) != [""] for each in (base, revision)):
        return base, revision
    old, new = _parts(base.trees[""]), _parts(revision.trees[""])
    parts = {**old, **new}
    changed = {
        pointer
        for pointer in parts
        if (pointer in old) != (pointer in new) or old[pointer] != new[pointer]
    }
    uses = {pointer: _references(tree) for pointer, tree in parts.items()}
    for pointer in changed & set(old):
        uses[pointer] |= _references(old[pointer])
    if not all(
        each.startswith(_COMPONENTS) for found in uses.values() for each in found
    ):
        return base, revision
    takers = _takers(parts)
    _inherit(parts, takers, uses)
    touched = _reached(changed, _holders(uses))
    needed = _reached(_roots(new, touched), uses)
    unused = _reached(changed, takers) - needed
    for pointer in unused & set(old) & set(new):
        old[pointer], new[pointer] = _shrunk(old[pointer], new[pointer])
    kept = needed | unused
    return _kept(base, old, kept), _kept(revision, new, kept)


def _roots(new: _Parts, touched: set[Pointer]) -> set[Pointer]:
    """Operations that can tell a difference, and all that becomes an exception."""
    failures = (f for tree in new.values() for _, f in _failures(tree))
    operations = {pointer for pointer in touched if not _is_component(pointer)}
    return operations.union(*map(_references, failures))


def _shrunk(one: Tree, other: Tree) -> tuple[Tree, Tree]:
    """Both trees of a component that no operation reaches, without the members they share."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return one, other
    left, right = dict(one), dict(other)
    if "items" in one and "items" in other:
        left["items"], right["items"] = _shrunk(one["items"], other["items"])
    before, after = dict(_members(one, "properties")), dict(
        _members(other, "properties")
    )
    if not before or not after:
        return left, right
    shared = _shared(one, other, before, after)
    for name in before.keys() & after.keys() - shared:
        before[name], after[name] = _shrunk(before[name], after[name])
    for tree, members in ((left, before), (right, after)):
        tree["properties"] = {n: each for n, each in members.items() if n not in shared}
        tree["required"] = [n for n in _listed(tree, "required") if n not in shared]
    return left, right


def _shared(one: Tree, other: Tree, before: _Object, after: _Object) -> set[str]:
    """Members that are the same on both sides, but for one, so that a class stays one."""
    old, new = _listed(one, "required"), _listed(other, "required")
    alike = [
        name
        for name, each in before.items()
        if name in after and each == after[name] and (name in old) == (name in new)
    ]
    return set(alike[1:])


def _is_component(pointer: Pointer) -> bool:
    return pointer.startswith(_COMPONENTS)


def _parts(tree: Tree) -> _Parts:
    """Everything that has a name or a method, by its place."""
    return {
        join("#", section, name, key): each
        for section in ("components", "paths", "webhooks")
        for name, item in _members(tree, section)
        for key, each in (item.items() if isinstance(item, dict) else ())
        if name != "examples"
    }


def _members(tree: Tree, key: str) -> Iterator[tuple[str, Tree]]:
    inside = tree.get(key) if isinstance(tree, dict) else None
    if isinstance(inside, dict):
        yield from inside.items()


def _references(tree: Tree) -> set[Pointer]:
    """The components that are referred to at any depth, in mappings of discriminators too."""
    found: set[Pointer] = set()
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            found.update(_referred(each))
            waiting.extend(
                value
                for key, value in each.items()
                if isinstance(value, dict | list) and key not in _VALUES
            )
    return found


def _referred(tree: _Object) -> Iterator[Pointer]:
    for key in ("$ref", "$dynamicRef"):
        reference = tree.get(key)
        if isinstance(reference, str):
            yield _owner(reference)
    mapping = tree.get("mapping")
    if isinstance(mapping, dict) and "propertyName" in tree:
        yield from _mapped(mapping.values())


def _mapped(values: Iterable[Tree]) -> Iterator[Pointer]:
    for value in values:
        if isinstance(value, str):
            named = "/" not in value and "#" not in value
            yield _owner(f"{_COMPONENTS}schemas/{value}" if named else value)


def _owner(reference: str) -> Pointer:
    """The component that a reference leads to, or into."""
    return "/".join(reference.split("/")[:4])


def _inherit(parts: _Parts, takers: _Uses, uses: _Uses) -> None:
    """A base that is told apart by a discriminator means all schemas that take it in."""
    for pointer, tree in parts.items():
        keys = tree.keys() if isinstance(tree, dict) else ()
        if "discriminator" in keys and "oneOf" not in keys and "anyOf" not in keys:
            uses.setdefault(pointer, set()).update(_reached([pointer], takers))


def _takers(parts: _Parts) -> _Uses:
    """Who takes a component in by `allOf`, and so has its members (ADR 0003)."""
    found: _Uses = {}
    for pointer, tree in parts.items():
        waiting = [tree]
        while waiting:
            each = waiting.pop()
            if isinstance(each, list):
                waiting.extend(each)
            elif isinstance(each, dict):
                for part in _listed(each, "allOf"):
                    for target in _referred(part) if isinstance(part, dict) else ():
                        found.setdefault(target, set()).add(pointer)
                waiting.extend(v for v in each.values() if isinstance(v, dict | list))
    return found


def _listed(tree: Tree, key: str) -> list[Tree]:
    value = tree.get(key) if isinstance(tree, dict) else None
    return value if isinstance(value, list) else []


def _holders(uses: _Uses) -> _Uses:
    found: _Uses = {}
    for pointer, inside in uses.items():
        for each in inside:
            found.setdefault(each, set()).add(pointer)
    return found


def _reached(roots: Iterable[Pointer], edges: _Uses) -> set[Pointer]:
    found: set[Pointer] = set()
    waiting = list(roots)
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found.add(pointer)
            waiting.extend(edges.get(pointer, ()))
    return found


def _kept(document: Document, parts: _Parts, needed: set[Pointer]) -> Document:
    tree = dict(document.trees[""])
    for section in ("paths", "webhooks"):
        if section in tree:
            tree[section] = {
                name: _item(join("#", section, name), item, needed)
                for name, item in _members(tree, section)
            }
    if "components" in tree:
        tree["components"] = {
            kind: _section(kind, members, parts, needed)
            for kind, members in _members(tree, "components")
        }
    return replace(document, trees={"": tree})


def _item(place: Pointer, item: Tree, needed: set[Pointer]) -> Tree:
    """A path with its operations: all of them, if what they share changed."""
    if not isinstance(item, dict):
        return item
    methods = {key for key, each in item.items() if _is_method(each)}
    if any(join(place, key) in needed for key in item if key not in methods):
        return item
    return {
        key: _stub(each) if key in methods and join(place, key) not in needed else each
        for key, each in item.items()
    }


def _is_method(tree: Tree) -> bool:
    return isinstance(tree, dict) and "responses" in tree


def _stub(operation: Tree) -> Tree:
    assert isinstance(operation, dict)
    kept = {key: value for key, value in operation.items() if key in _HEAD}
    return {**kept, "responses": dict(_failures(operation))}


def _failures(operation: Tree) -> Iterator[tuple[str, Tree]]:
    """Answers that become exceptions, which operations share."""
    for status, each in _members(operation, "responses"):
        if status[:1] not in ("1", "2", "3"):
            yield status, each


def _section(kind: str, members: Tree, parts: _Parts, kept: set[Pointer]) -> Tree:
    if kind not in _LEFT_OUT or not isinstance(members, dict):
        return members
    found: _Object = {}
    for name in members:
        place = join("#/components", kind, name)
        if place in kept:
            found[name] = parts[place]
        elif kind == "schemas":
            found[name] = _STUB
    return found
