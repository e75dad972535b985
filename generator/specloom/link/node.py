"""A place in a sound document, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..check import Document, at, resolve
from ..read import Tree, join, lookup, split
from .api import Constant, Example, JsonValue, Lifecycle, Pointer, Provenance

__all__ = ["Node"]

_REASON = re.compile(
    r"(?i)x-(?:[a-z]+-)?deprecat(?:ed|ion)-?(?:message|reason|notice|description)"
)


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document and its pointer. `check` vouches for its JSON type."""

    document: Document
    pointer: Pointer
    tree: Tree

    def get(self, key: str) -> Node | None:
        """The member of an object, or `None`."""
        tree = self.tree
        if not isinstance(tree, dict) or key not in tree:
            return None
        return Node(self.document, join(self.pointer, key), tree[key])

    def members(self, key: str) -> Iterator[tuple[str, Node]]:
        """The members of the object under a key, in the document's order."""
        child = self.get(key)
        if child is not None and isinstance(child.tree, dict):
            for name, tree in child.tree.items():
                yield name, Node(self.document, join(child.pointer, name), tree)

    def items(self, key: str) -> Iterator[Node]:
        """The items of the list under a key."""
        child = self.get(key)
        if child is not None and isinstance(child.tree, list):
            for index, tree in enumerate(child.tree):
                yield Node(self.document, join(child.pointer, index), tree)

    def has(self, *keys: str) -> bool:
        """Whether any of the keys is there."""
        return isinstance(self.tree, dict) and any(key in self.tree for key in keys)

    def value(self, key: str) -> Tree:
        """The plain value under a key; `None` also where it is absent."""
        return self.tree.get(key) if isinstance(self.tree, dict) else None

    def text(self, key: str) -> str:
        """The text under a key, or ""."""
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        """Whether `true` stands under a key."""
        return self.value(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list under a key, each once."""
        value = self.value(key)
        items = value if isinstance(value, list) else []
        return tuple(dict.fromkeys(item for item in items if isinstance(item, str)))

    def constant(self, key: str) -> Constant | None:
        """The value under a key, `null` told from nothing."""
        return Constant(value=self.value(key)) if self.has(key) else None

    def referred(self) -> Node | None:
        """What the `$ref` of this object leads to, or `None` without one."""
        reference = self.text("$ref") or self.text("$dynamicRef")
        if not reference:
            return None
        pointer = resolve(self.document, self.pointer, reference)
        return Node(self.document, pointer, at(self.document, pointer))

    def lead(self, reference: str) -> Node | None:
        """What a reference that isn't a `$ref` leads to, or `None` for nothing."""
        try:
            pointer = resolve(self.document, self.pointer, reference)
        except ValueError:
            return None
        return self._standing(pointer)

    def component(self, kind: str, name: str) -> Node | None:
        """A component of this file or of the root document."""
        file, _ = split(self.pointer)
        roots = dict.fromkeys((f"{file}#", "#"))
        places = (join(root, "components", kind, name) for root in roots)
        return next(filter(None, map(self._standing, places)), None)

    def _standing(self, pointer: Pointer) -> Node | None:
        """What stands at a pointer, if anything does."""
        file, tokens = split(pointer)
        try:
            tree = lookup(self.document.trees[file], tokens)
        except LookupError:
            return None
        return Node(self.document, pointer, tree)

    def followed(self) -> Node:
        """The object itself behind all `$ref`s (OpenAPI 3.1 section 4.8.23)."""
        node = self
        seen: set[Pointer] = set()
        while node.pointer not in seen:
            seen.add(node.pointer)
            node = node.referred() or node
        return node

    @property
    def python_name(self) -> str | None:
        """`x-python-name`."""
        return self.text("x-python-name") or None

    @property
    def lifecycle(self) -> Lifecycle | None:
        """`x-stability-level`, `x-sunset` (a date, or a text that should be one), a reason."""
        reason = self._reason() if self.flag("deprecated") else ""
        if not reason and not self.has("x-stability-level", "x-sunset"):
            return None
        sunset = self.value("x-sunset")
        return Lifecycle(
            stability=self.text("x-stability-level"),
            sunset="" if sunset is None else str(sunset),
            reason=reason,
        )

    def _reason(self) -> str:
        """Why something is deprecated, under any of the names that tools have for it."""
        tree = self.tree if isinstance(self.tree, dict) else {}
        stated = (self.text(key) for key in tree if _REASON.fullmatch(key))
        return " ".join(next(filter(None, stated), "").split())

    @property
    def source(self) -> Provenance | None:
        """`x-source`; of several, the first."""
        found = self.get("x-source")
        if found is not None and isinstance(found.tree, list):
            found = next(self.items("x-source"), None)
        if found is None:
            return None
        if isinstance(found.tree, str):
            return Provenance(page=found.tree)
        return Provenance(
            page=found.text("page"),
            says=found.text("says"),
            standing=found.text("standing") or "documented",
        )

    @property
    def examples(self) -> tuple[Example, ...]:
        """`example` and `examples` (OpenAPI 3.1 sections 4.8.12.2 and 4.8.14.1)."""
        found: list[Example] = []
        if self.has("example"):
            found.append(Example(name="example", value=self.value("example")))
        for name, each in self.members("examples"):
            example = each.followed()
            value = _example_value(example)
            if value is not None:
                found.append(
                    Example(
                        name=name, value=value.value, summary=example.text("summary")
                    )
                )
        for index, item in enumerate(self.items("examples")):
            found.append(Example(name=str(index), value=item.tree))
        return tuple(found)


def _example_value(example: Node) -> Constant | None:
    """The value of an Example Object: 3.2 has `dataValue` besides `value`."""
    for key in ("dataValue", "value"):
        if example.has(key):
            value: JsonValue = example.value(key)
            return Constant(value=value)
    return None
