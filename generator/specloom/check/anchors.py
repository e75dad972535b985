"""What `$id`, `$anchor` and `$dynamicAnchor` name (JSON Schema 2020-12 core, section 8.2)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from ..read import Pointer, Source, Tree, join

__all__ = ["anchors"]

_WORDS = ("$anchor", "$dynamicAnchor", "$id")
_DATA = frozenset(("example", "examples", "default", "const", "enum", "value"))


def anchors(source: Source, trees: Mapping[str, Tree]) -> dict[str, Pointer]:
    """References and the pointers that they mean, for those that name no place."""
    found: dict[str, Pointer] = {}
    for name, tree in trees.items():
        if any(word in source.files[name].text for word in _WORDS):
            _collect(name, tree, found)
    return found


def _collect(file: str, tree: Tree, found: dict[str, Pointer]) -> None:
    stack: list[tuple[Tree, Pointer, str]] = [(tree, f"{file}#", file)]
    while stack:
        node, pointer, base = stack.pop()
        if isinstance(node, list):
            stack.extend((v, join(pointer, i), base) for i, v in enumerate(node))
        if not isinstance(node, dict):
            continue
        name = node.get("$id")
        if isinstance(name, str) and name and "#" not in name:
            base = urljoin(base, name)
            for known in (name, base):
                found.setdefault(known, pointer)
                found.setdefault(f"{known}#", pointer)
        for word in ("$anchor", "$dynamicAnchor"):
            anchor = node.get(word)
            if isinstance(anchor, str):
                found.setdefault(f"{base}#{anchor}", pointer)
                found.setdefault(f"{file}#{anchor}", pointer)
        for key, value in node.items():
            if key not in _DATA and isinstance(value, (dict, list)):
                stack.append((value, join(pointer, key), base))
