"""One pass over what the specification describes: sound parts stay the objects they are.

A part is known by its `Kind`. What is sound is handed on as it is, what is not is rewritten in
a copy of the way to it; the author's trees are never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..read import Pointer, Source, Tree, join
from ..report import Diagnostic, Report
from .kinds import GONE, Gone, Kind, List, Map, Object, Part, Place, Plain, Shape

__all__ = ["Walk", "name_of"]

_DEEPEST = 120


@dataclass(slots=True)
class Walk:
    """The pass: what was found, and what is still to be looked at."""

    source: Source
    report: Report
    shapes: Mapping[str, Shape]
    refer: Callable[[Walk, Part, Object, Place], Object | Gone]
    """What becomes of an object with a `$ref`."""
    inline: Callable[[Walk, Object, Place], tuple[Tree | Gone, Place]]
    """What a reference leads to, and where that stands."""
    extend: Callable[[Walk, str, Tree, Place], bool]
    """Whether an extension stays."""
    trees: dict[str, Tree]
    """What is walked, by file: the author's trees, or what `swagger` made of them."""
    origins: dict[str, str] = field(default_factory=dict[str, str])
    moved: Mapping[str, str] = field(default_factory=dict[str, str])
    """Prefixes of references, and where what they name stands now."""
    anchors: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    """What `$id`, `$anchor` and `$dynamicAnchor` name."""
    verdicts: dict[tuple[Pointer, str], tuple[str, str]] = field(
        default_factory=dict[tuple[Pointer, str], tuple[str, str]]
    )
    """Targets of references that were looked at."""
    operations: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    """The operations by their `operationId`."""
    wanted: dict[tuple[Pointer, str], None] = field(
        default_factory=dict[tuple[Pointer, str], None]
    )
    """Parts outside `components` that references lead to, with the names of their shapes."""
    seen: dict[tuple[int, str], tuple[Tree, Tree | Gone]] = field(
        default_factory=dict[tuple[int, str], "tuple[Tree, Tree | Gone]"]
    )
    """What became of each object; the object itself is kept, so that its id stays its own."""

    def visit(self, kind: Kind, tree: Tree, place: Place) -> Tree | Gone:
        """What stands at `place`, put right."""
        if isinstance(kind, Part):
            return self.part(kind, tree, place)
        if isinstance(kind, Plain):
            if isinstance(tree, kind.types) and (
                (tree is not True and tree is not False) or bool in kind.types
            ):
                return tree
            return self._plain(kind, tree, place)
        if isinstance(kind, Map):
            return self._map(kind, tree, place)
        return self._list(kind, tree, place)

    def part(self, part: Part, tree: Tree, place: Place) -> Tree | Gone:
        """An object of the specification, put right."""
        if not isinstance(tree, dict):
            return self._no_object(part, tree, place)
        known = (id(tree), part.name)
        found = self.seen.get(known)
        if found is None:
            found = self.seen[known] = (tree, self._part(part, tree, place))
        return found[1]

    def _part(self, part: Part, tree: Object, place: Place) -> Tree | Gone:
        shape = self.shapes[part.name]
        if place[2] > _DEEPEST:
            self.tell("SP218", f"more than {_DEEPEST} levels", place)
            return shape.instead
        if not shape.section and isinstance(tree.get("$ref"), str):
            return self._inlined(part, tree, place)
        if shape.section and "$ref" in tree:
            referred = self.refer(self, part, tree, place)
            if referred is GONE:
                return shape.instead if shape.dangling is GONE else shape.dangling
            tree = referred
            if part.name != "schema" and "$ref" in tree:
                return tree
        if shape.before is not None:
            rewritten = shape.before(self, tree, place)
            if rewritten is GONE:
                return shape.instead
            tree = rewritten
        return self._members(shape.fields, tree, place)

    def _members(
        self, fields: Mapping[str, Kind], tree: Object, place: Place
    ) -> Object:
        now = tree
        depth = place[2] + 1
        for key, value in tree.items():
            kind = fields.get(key)
            new: Tree | Gone
            if kind is None:
                if not key.startswith("x-"):
                    continue
                new = (
                    value
                    if self.extend(self, key, value, (place, key, depth))
                    else GONE
                )
            else:
                new = self.visit(kind, value, (place, key, depth))
            if new is not value:
                now = dict(tree) if now is tree else now
                if new is GONE:
                    del now[key]
                else:
                    now[key] = new
        return now

    def _map(self, kind: Map, tree: Tree, place: Place) -> Tree | Gone:
        if not isinstance(tree, dict):
            return self._unreadable(tree, "an object", place)
        if isinstance(tree.get("$ref"), str):
            return self._inlined(kind, tree, place)
        changed = False
        made: Object = {}
        depth = place[2] + 1
        for key, value in tree.items():
            if kind.extensible and key.startswith("x-"):
                made[key] = value
                continue
            here: Place = (place, key, depth)
            name = kind.rename(self, key, here) if kind.rename else key
            name = key if name in tree else name  # another one has that key
            if name != key:
                renamed = self.pointer((place, name, depth))
                self.origins[renamed] = self.author(self.pointer(here))
            new = self.visit(kind.of, value, here) if name else GONE
            changed = changed or new is not value or name != key
            if new is not GONE:
                made.setdefault(name, new)
        return made if changed else tree

    def _list(self, kind: List, tree: Tree, place: Place) -> Tree | Gone:
        if not isinstance(tree, list):
            if tree is None or not isinstance(tree, (str, dict)):
                return self._unreadable(tree, "an array", place)
            self.tell("SP220", "an array stands here; read as one of one item", place)
            return self._list(kind, [tree], place)
        changed = False
        made: list[Tree] = []
        depth = place[2] + 1
        for index, value in enumerate(tree):
            new = self.visit(kind.of, value, (place, index, depth))
            changed = changed or new is not value
            if new is not GONE:
                made.append(new)
        return made if changed else tree

    def _inlined(self, kind: Kind, tree: Object, place: Place) -> Tree | Gone:
        """What a reference leads to, where the specification allows none."""
        found, where = self.inline(self, tree, place)
        if found is GONE:
            return GONE
        self.origins[self.pointer(place)] = self.author(self.pointer(where))
        return self.visit(kind, found, (where[0], where[1], place[2] + 1))

    def _plain(self, kind: Plain, tree: Tree, place: Place) -> Tree | Gone:
        if isinstance(tree, dict) and "$ref" in tree:
            return self._inlined(kind, tree, place)
        meant = kind.read(tree)
        if meant is GONE:
            return self._unreadable(tree, kind.words, place)
        self.tell("SP220", f"{kind.words} stands here; read as {meant!r:.60}", place)
        return meant

    def _no_object(self, part: Part, tree: Tree, place: Place) -> Tree | Gone:
        if part.name == "schema" and isinstance(tree, bool):
            return tree
        shape = self.shapes[part.name]
        meant = shape.read(tree)
        if meant is GONE:
            code = "SP502" if part.name == "operation" else "SP209"
            self._unreadable(tree, shape.words, place, code)
            return shape.instead
        self.tell("SP220", f"{shape.words} stands here, not {name_of(tree)}", place)
        return meant

    def _unreadable(
        self, tree: Tree, words: str, place: Place, code: str = "SP209"
    ) -> Gone:
        self.tell(code, f"{words} stands here, not {name_of(tree)}", place)
        return GONE

    def tell(
        self, code: str, message: str, place: Place, help_: str = "", key: str = ""
    ) -> None:
        """Report a finding at the author's pointer."""
        pointer = self.author(self.pointer(place)) + key
        self.tell_at(code, message, pointer, help_)

    def tell_at(
        self, code: str, message: str, pointer: Pointer, help_: str = ""
    ) -> None:
        """Report a finding at a pointer of the author's."""
        self.report.add(
            Diagnostic(code=code, message=message, pointer=pointer, help=help_)
        )

    def pointer(self, place: Place) -> Pointer:
        """The canonical pointer of a place."""
        tokens: list[str | int] = []
        parent, token, _ = place
        while parent is not None:
            tokens.append(token)
            parent, token, _ = parent
        return join(f"{token}#", *reversed(tokens))

    def author(self, pointer: Pointer) -> Pointer:
        """Where the author wrote what stands at `pointer`."""
        if not self.origins:
            return pointer
        head = pointer
        while head not in self.origins and "/" in head:
            head = head.rpartition("/")[0]
        return self.origins.get(head, head) + pointer[len(head) :]


def name_of(tree: Tree) -> str:
    """What a reader calls the JSON type of a value."""
    match tree:
        case None:
            return "null"
        case bool():
            return "true" if tree else "false"
        case int() | float():
            return f"the number {tree!r:.40}"
        case str():
            return f"the string {tree!r:.60}"
        case list():
            return "an array"
        case dict():
            return "an object"
