"""From what the author wrote to what can be relied on."""

from __future__ import annotations

from ..read import Pointer, Source, Tree, split
from ..report import Report
from . import swagger
from .anchors import anchors
from .dialect import recognise
from .document import Document
from .extensions import extend
from .kinds import GONE, Part
from .parts import ROOT, SHAPES
from .references import find, inline, place_of, refer
from .walk import Walk

__all__ = ["check"]

_WHOLE = frozenset(("#", "#/", "#/paths", "#/components", "#/components/schemas"))
"""Where nothing but the description itself can stand, whatever a reference takes it for."""


def check(source: Source, report: Report, *, thorough: bool = True) -> Document | None:
    """The document in OpenAPI 3.1's meaning, every flaw reported and put right.

    `None` where the root is no OpenAPI description. If it isn't `thorough`, the meta-schema
    is not asked, which finds more flaws and puts none right.
    """
    dialect = recognise(source.root.tree, report)
    root = source.root.tree
    if dialect is None or not isinstance(root, dict):
        return None
    trees: dict[str, Tree] = {name: file.tree for name, file in source.files.items()}
    walk = Walk(
        source=source,
        report=report,
        shapes=SHAPES,
        trees=trees,
        anchors=anchors(source, trees),
        refer=refer,
        inline=inline,
        extend=extend,
    )
    if dialect == "2.0":
        trees[""] = swagger.root(root)
        walk.shapes = swagger.shapes(root, SHAPES)
        walk.moved = swagger.MOVED
        walk.origins.update(swagger.ORIGINS)
    walk.origins.update(source.moved)
    before = len(report.diagnostics)
    made = _walked(walk)
    if thorough:
        from .metaschema import violations  # only here: not all commands show flaws

        violations(root, dialect, report, report.diagnostics[before:])
    return Document(
        location=source.location, dialect=dialect, trees=made, origins=walk.origins
    )


def _walked(walk: Walk) -> dict[str, dict[str, Tree]]:
    placing = _Placing(dict(walk.trees))
    root = walk.part(ROOT, walk.trees[""], (None, "", 0))
    placing.trees[""] = root if isinstance(root, dict) else {}
    done = 0
    while done < len(walk.wanted):
        for pointer, name in list(walk.wanted)[done:]:
            done += 1
            tree = find(walk, pointer)
            if tree is GONE or pointer in _WHOLE:
                continue
            new = walk.visit(Part(name), tree, place_of(pointer))
            if new is not GONE:
                placing.put(pointer, new)
    return {
        name: tree if isinstance(tree, dict) else {"": tree}
        for name, tree in placing.trees.items()
    }


class _Placing:
    """Trees that are changed where references lead, and copied only on the way there."""

    def __init__(self, trees: dict[str, Tree]) -> None:
        self.trees = trees
        self._own: dict[int, Tree] = {}

    def put(self, pointer: Pointer, new: Tree) -> None:
        """Let `new` stand at a pointer."""
        file, tokens = split(pointer)
        if not tokens:
            self.trees[file] = new
            return
        node = self.trees[file] = self._copied(self.trees[file])
        for token in tokens[:-1]:
            child = self._copied(_member(node, token))
            _set(node, token, child)
            node = child
        if _member(node, tokens[-1]) is not new:
            _set(node, tokens[-1], new)

    def _copied(self, node: Tree) -> Tree:
        if id(node) in self._own:
            return node
        copy: Tree = {}
        if isinstance(node, dict):
            copy = {**node}
        elif isinstance(node, list):
            copy = [*node]
        self._own[id(copy)] = copy
        return copy


def _member(node: Tree, token: str) -> Tree:
    if isinstance(node, dict):
        return node.get(token)
    if isinstance(node, list) and token.isdecimal() and int(token) < len(node):
        return node[int(token)]
    return None


def _set(node: Tree, token: str, value: Tree) -> None:
    if isinstance(node, dict):
        node[token] = value
    elif isinstance(node, list) and token.isdecimal() and int(token) < len(node):
        node[int(token)] = value
