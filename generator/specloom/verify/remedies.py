"""What to change in a document so that it allows what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ..check import Document
from ..link import JsonValue, Pointer
from ..read import Tree, jsonpath, lookup, resolve_reference, split
from .deviation import Deviation
from .inferring import inferred

__all__ = ["Action", "Remedies"]

Action: TypeAlias = "dict[str, JsonValue]"
SEEN: Final = "Seen by `specloom verify`."
DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the root document, and where it stands."""

    tokens: tuple[str | int, ...]
    members: dict[str, Tree] = field(repr=False)

    def path(self, *tokens: str | int) -> str:
        """The JSONPath of the object, or of something inside of it."""
        return jsonpath((*self.tokens, *tokens))

    @property
    def required(self) -> list[Tree]:
        """The names in the object's `required`."""
        stated = self.members.get("required")
        return stated if isinstance(stated, list) else []

    def adding(self, update: Action) -> Action:
        """The action that merges members into the object."""
        return {"target": self.path(), "update": update}

    def appending(self, value: JsonValue, *tokens: str) -> Action:
        """The action that appends to a list inside of the object."""
        return {"target": self.path(*tokens), "update": value}

    def removing(self, *tokens: str) -> Action:
        """The action that takes the object away, or a member of it."""
        return {"target": self.path(*tokens), "remove": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies:
    """Finds the actions of an overlay, in the dialect of the document."""

    document: Document
    tree: Tree
    names: Mapping[Pointer, str]
    """Operation -> how people name it."""

    def actions(self, deviations: Iterable[Deviation]) -> Iterator[Action]:
        """What allows deviations; nothing for those that people must decide on."""
        every = [*deviations]
        yield from self._optional(each for each in every if each.kind == "missing")
        for each in every:
            for action in self._action(each):
                yield {"description": self._said(each), **action}

    def _said(self, found: Deviation) -> str:
        where = f" at {found.at}" if found.at else ""
        operation = self.names[found.operation]
        return f"{operation} answered {found.seen}{where}, not {found.says}"

    def _action(self, found: Deviation) -> Iterator[Action]:
        node = self._node(found.place)
        if node is None:
            return
        sample = found.sample.value if found.sample else None
        match found.kind:
            case "status":
                response = self._response(found)
                yield node.adding({"responses": {found.name: response}})
            case "media-type" if not self._is_swagger and found.name:
                yield node.adding({"content": {found.name: _content(found)}})
            case "header":
                yield node.adding({"required": False})
            case "null":
                yield from self._nullable(node)
            case "type" if not self._is_swagger:
                either: list[JsonValue] = [node.members, inferred(sample)]
                yield from _replaced(node, {"anyOf": either})
            case "value" if isinstance(node.members.get("enum"), list):
                yield node.appending(sample, "enum")
            case "keyword" if found.name in node.members:
                yield node.removing(found.name)
            case "unknown" if "$ref" not in node.members:
                yield node.adding({"properties": {found.name: inferred(sample)}})
            case _:
                return

    @property
    def _is_swagger(self) -> bool:
        return self.document.dialect == "2.0"

    def _node(self, pointer: Pointer) -> Node | None:
        """The object that the author wrote there, if it stands in the root document."""
        file, tokens = split(self.document.authored(pointer.partition("@")[0]))
        try:
            found = None if file else lookup(self.tree, tokens)
        except LookupError:
            return None
        if not isinstance(found, dict):
            return None
        return Node(_indexed(self.tree, tokens), found)

    def _response(self, found: Deviation) -> Action:
        """A response for a status that has none."""
        if found.sample is None:
            return {"description": SEEN}
        if self._is_swagger:
            return {"description": SEEN, "schema": inferred(found.sample.value)}
        content: Action = {"application/json": _content(found)}
        return {"description": SEEN, "content": content}

    def _nullable(self, node: Node) -> Iterator[Action]:
        """`null` beside what is allowed (OpenAPI 3.0 section 4.7.24, 3.1 section 4.8.24)."""
        flag = {"2.0": "x-nullable", "3.0": "nullable"}.get(self.document.dialect, "")
        if "$ref" in node.members:
            target: JsonValue = {"$ref": node.members["$ref"]}
            null: JsonValue = {"type": "null"}
            wrapped: Action = {"allOf": [target], flag: True}
            yield from _replaced(node, wrapped if flag else {"anyOf": [target, null]})
            return
        stated = node.members.get("type")
        if isinstance(node.members.get("enum"), list):
            yield node.appending(None, "enum")
        if flag:
            yield node.adding({flag: True})
        elif isinstance(stated, list):
            yield node.appending("null", "type")
        elif isinstance(stated, str):
            yield node.removing("type")
            yield node.adding({"type": [stated, "null"]})

    def _optional(self, missing: Iterable[Deviation]) -> Iterator[Action]:
        """Members that need not be there, wherever `required` names them.

        An empty `required` is not allowed in OpenAPI 3.0 (JSON Schema draft 5, 5.4.3).
        """
        by_node: dict[str, tuple[Node, list[Deviation]]] = {}
        for each in missing:
            owner = each.place.rpartition("/properties/")[0]
            parts = [*self._parts(each.schema), *self._parts(owner)]
            for node in {part.path(): part for part in parts}.values():
                if each.name in node.required:
                    by_node.setdefault(node.path(), (node, []))[1].append(each)
        for node, found in by_node.values():
            said = "; ".join(dict.fromkeys(map(self._said, found)))
            names = {each.name for each in found}
            if all(each in names for each in node.required):
                yield {"description": said, **node.removing("required")}
                continue
            for name in sorted(names):
                quoted = name.replace("\\", "\\\\").replace("'", "\\'")
                target = f"{node.path('required')}[?@ == '{quoted}']"
                yield {"description": said, "target": target, "remove": True}

    def _parts(self, pointer: Pointer, depth: int = 0) -> Iterator[Node]:
        """A schema and all that `allOf` makes it of."""
        node = self._node(pointer)
        if node is None or depth > DEEPEST:
            return
        yield node
        reference = node.members.get("$ref")
        if isinstance(reference, str):
            yield from self._parts(resolve_reference("", reference), depth + 1)
        parts = node.members.get("allOf")
        for index in range(len(parts) if isinstance(parts, list) else 0):
            yield from self._parts(f"{pointer}/allOf/{index}", depth + 1)


def _indexed(tree: Tree, tokens: Iterable[str]) -> tuple[str | int, ...]:
    """The tokens of a pointer, those of lists as numbers."""
    made: list[str | int] = []
    for token in tokens:
        is_index = isinstance(tree, list)
        made.append(int(token) if is_index else token)
        tree = lookup(tree, (token,))
    return tuple(made)


def _replaced(node: Node, new: Action) -> Iterator[Action]:
    """Another object in the place of one: overlays merge, so that it goes first."""
    parent, name = Node(node.tokens[:-1], {}), node.tokens[-1]
    yield node.removing()
    if isinstance(name, int):
        yield parent.appending(new)
    else:
        yield parent.adding({name: new})


def _content(found: Deviation) -> Action:
    return {"schema": inferred(found.sample.value)} if found.sample else {}
