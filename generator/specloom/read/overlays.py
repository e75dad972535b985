"""Overlays: changes to a document that stands elsewhere (OpenAPI Overlay 1.1).

A document is changed before anybody reads it; what an overlay has put there is found at
the overlay's own lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from ..report import Diagnostic, Report
from .jsonpath import BadPath, Tokens, find
from .pointer import Pointer, join
from .source import SourceFile, Tree

__all__ = ["Overlaid", "overlaid"]


@dataclass(slots=True)
class Overlaid:
    """A tree that is being changed, and where its parts are from."""

    tree: Tree
    report: Report
    moved: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """Place in the tree -> place in the files, where they differ."""

    def apply(self, overlay: SourceFile) -> None:
        """Apply all actions, in their order (section 4.4.1)."""
        root = f"{overlay.name}#"
        actions = (
            overlay.tree.get("actions") if isinstance(overlay.tree, dict) else None
        )
        if not isinstance(actions, list):
            self._tell("an overlay has `actions`", root)
            return
        for index, action in enumerate(actions):
            at = join(root, "actions", index)
            target = action.get("target") if isinstance(action, dict) else None
            if isinstance(action, dict) and isinstance(target, str):
                self._act(action, target, at)
            else:
                self._tell("an action has a `target`", at)

    def _act(self, action: dict[str, Tree], target: str, at: Pointer) -> None:
        try:
            places = find(self.tree, target)
            copied = self._copied(action)
        except BadPath as error:
            self._tell(str(error), join(at, "target"))
            return
        if not places:
            self._tell(f"`{target[:200]}` selects nothing", join(at, "target"))
        for place in places if "update" in action else ():
            self._update(place, action["update"], join(at, "update"))
        for place in places if copied is not None else ():
            self._update(place, copied, join(at, "copy"))
        if action.get("remove") is True:
            for place in reversed(places):
                self._remove(place)

    def _copied(self, action: dict[str, Tree]) -> Tree:
        """What `copy` selects (Overlay 1.1, section 4.4.3)."""
        source = action.get("copy")
        if not isinstance(source, str):
            return None
        places = find(self.tree, source)
        return deepcopy(_at(self.tree, places[0])) if places else None

    def _update(self, place: Tokens, update: Tree, at: Pointer) -> None:
        """Merge objects, append to arrays, replace all else (section 4.4.3)."""
        old, new = _at(self.tree, place), deepcopy(update)
        if isinstance(old, dict) and isinstance(new, dict):
            self._merge(old, new, place, at)
        elif isinstance(old, list):
            items = new if isinstance(new, list) else [new]
            for item in items:
                self.moved[join("#", *place, len(old))] = at
                old.append(item)
        else:
            self._put(place, new)
            self.moved[join("#", *place)] = at

    def _merge(
        self, old: dict[str, Tree], new: dict[str, Tree], place: Tokens, at: Pointer
    ) -> None:
        for key, value in new.items():
            here, there = (*place, key), join(at, key)
            if key in old and isinstance(value, dict | list):
                self._update(here, value, there)
            else:
                old[key] = value
                self.moved[join("#", *here)] = there

    def _put(self, place: Tokens, value: Tree) -> None:
        if not place:
            self.tree = value
            return
        parent, token = _at(self.tree, place[:-1]), place[-1]
        if isinstance(parent, dict):
            parent[str(token)] = value
        elif isinstance(parent, list) and isinstance(token, int):
            parent[token] = value

    def _remove(self, place: Tokens) -> None:
        parent = _at(self.tree, place[:-1]) if place else None
        token = place[-1] if place else ""
        if isinstance(parent, dict):
            parent.pop(str(token), None)
        elif isinstance(parent, list) and isinstance(token, int):
            del parent[token]
            for index in range(token, len(parent)):
                old = join("#", *place[:-1], index + 1)
                self.moved[join("#", *place[:-1], index)] = self.moved.get(old, old)

    def _tell(self, message: str, pointer: Pointer) -> None:
        self.report.add(Diagnostic(code="SP120", message=message, pointer=pointer))


def _at(tree: Tree, place: Tokens) -> Tree:
    for token in place:
        if isinstance(tree, dict):
            tree = tree.get(str(token))
        elif isinstance(tree, list) and isinstance(token, int):
            tree = tree[token]
    return tree


def overlaid(
    root: SourceFile, overlays: Iterable[SourceFile], report: Report
) -> Overlaid:
    """A document after its overlays."""
    made = Overlaid(deepcopy(root.tree), report)
    for overlay in overlays:
        made.apply(overlay)
    return made
