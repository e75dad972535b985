"""JSONPath (RFC 9535) without functions and slices: what overlays select with.

`find` gives the tokens of every place that a path selects, in the document's order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from .source import Tree

__all__ = ["BadPath", "Tokens", "find", "jsonpath"]

Tokens: TypeAlias = "tuple[str | int, ...]"
Nodes: TypeAlias = "list[tuple[Tokens, Tree]]"
Test: TypeAlias = Callable[[Tree, Tree], bool]
"""Of a filter: whether it holds for a node, the root being the second."""

TOKEN: Final = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<symbol>\.\.|==|!=|<=|>=|&&|\|\||[$@.*\[\],()?!<>])"
    r"|(?P<name>[^\W\d][\w-]*))"
)
WORDS: Final[dict[str, Tree]] = {"true": True, "false": False, "null": None}
NOTHING: Final = object()
"""What a query without a result compares as (section 2.3.5.2.2)."""


NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class BadPath(Exception):  # noqa: N818
    """A text that is no JSONPath, or more of one than is read here."""


def find(tree: Tree, path: str) -> list[Tokens]:
    """The tokens of all places that a path selects.

    Raises:
        BadPath: It can't be read.
    """
    reader = Reader(path)
    reader.expect("$")
    nodes: Nodes = [((), tree)]
    while not reader.at_end:
        segment = reader.segment(tree)
        nodes = [found for node in nodes for found in segment(node)]
    return list(dict.fromkeys(tokens for tokens, _ in nodes))


def jsonpath(tokens: Iterable[str | int]) -> str:
    """The path of one place, names in brackets where dots cannot hold them (section 2.7)."""
    return "$" + "".join(map(_segment, tokens))


def _segment(token: str | int) -> str:
    if isinstance(token, int):
        return f"[{token}]"
    return f".{token}" if NAME.fullmatch(token) else f"[{_quoted(token)}]"


def _quoted(name: str) -> str:
    escaped = json.dumps(name, ensure_ascii=False)[1:-1].replace('\\"', '"')
    return "'" + escaped.replace("'", "\\'") + "'"


Node: TypeAlias = "tuple[Tokens, Tree]"
Select: TypeAlias = Callable[[Node], "list[Node]"]


def children(node: Node) -> list[Node]:
    """The members or items of a node."""
    tokens, tree = node
    match tree:
        case dict():
            return [((*tokens, key), value) for key, value in tree.items()]
        case list():
            return [((*tokens, index), value) for index, value in enumerate(tree)]
        case _:
            return []


def below(node: Node) -> Iterator[Node]:
    """A node and all that stand in it, parents first."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(children(each)))


def named(name: str) -> Select:
    """The member of a name."""
    return lambda node: (
        [((*node[0], name), node[1][name])]
        if isinstance(node[1], dict) and name in node[1]
        else []
    )


def indexed(index: int) -> Select:
    """The item of an index, from the end if it is negative."""

    def select(node: Node) -> list[Node]:
        tokens, tree = node
        if not isinstance(tree, list) or not -len(tree) <= index < len(tree):
            return []
        place = index % len(tree)
        return [((*tokens, place), tree[place])]

    return select


@dataclass(slots=True)
class Reader:
    """Reads a path from left to right."""

    text: str
    at: int = 0

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return not self.text[self.at :].strip()

    def peek(self) -> tuple[str, str]:
        """Kind and text of the next token, empty at the end."""
        match = TOKEN.match(self.text, self.at)
        if match is None or match.lastgroup is None:
            if self.at_end:
                return "", ""
            raise BadPath(f"`{self.text[self.at :][:40]}` is no JSONPath")
        return match.lastgroup, match[match.lastgroup]

    def take(self) -> tuple[str, str]:
        """The next token, which is then read."""
        found = self.peek()
        match = TOKEN.match(self.text, self.at)
        self.at = len(self.text) if match is None else match.end()
        return found

    def took(self, symbol: str) -> bool:
        """Whether a symbol comes next, which is then read."""
        if self.peek() != ("symbol", symbol):
            return False
        self.take()
        return True

    def expect(self, symbol: str) -> None:
        """Read a symbol.

        Raises:
            BadPath: Something else comes next.
        """
        if not self.took(symbol):
            raise BadPath(f"`{symbol}` is missing before `{self.text[self.at :][:40]}`")

    def segment(self, root: Tree) -> Select:
        """One step (section 2.5)."""
        deep = self.took("..")
        dotted = deep or self.took(".")
        if self.peek() == ("symbol", "["):
            select = self.bracketed(root)
        elif dotted:
            select = self.plain()
        else:
            raise BadPath(f"`{self.text[self.at :][:40]}` is no JSONPath")
        if not deep:
            return select
        return lambda node: [found for each in below(node) for found in select(each)]

    def plain(self) -> Select:
        """A name or `*` after a dot."""
        kind, text = self.take()
        if text == "*":
            return children
        if kind != "name":
            raise BadPath(f"a name is missing before `{self.text[self.at :][:40]}`")
        return named(text)

    def bracketed(self, root: Tree) -> Select:
        """Selectors in brackets (section 2.3)."""
        self.expect("[")
        selectors = [self.selector(root)]
        while self.took(","):
            selectors.append(self.selector(root))
        self.expect("]")
        return lambda node: [found for select in selectors for found in select(node)]

    def selector(self, root: Tree) -> Select:
        """One selector."""
        if self.took("*"):
            return children
        if self.took("?"):
            test = self.alternatives()
            return lambda node: [it for it in children(node) if test(it[1], root)]
        kind, text = self.take()
        if kind == "text":
            return named(unquoted(text))
        if kind == "number" and "." not in text:
            return indexed(int(text))
        raise BadPath(f"`{text}` selects nothing")

    def alternatives(self) -> Test:
        """Tests joined by `||`."""
        tests = [self.conjunction()]
        while self.took("||"):
            tests.append(self.conjunction())
        return lambda node, root: any(test(node, root) for test in tests)

    def conjunction(self) -> Test:
        """Tests joined by `&&`."""
        tests = [self.test()]
        while self.took("&&"):
            tests.append(self.test())
        return lambda node, root: all(test(node, root) for test in tests)

    def test(self) -> Test:
        """A comparison, the existence of something, or either in parentheses."""
        if self.took("!"):
            denied = self.test()
            return lambda node, root: not denied(node, root)
        if self.took("("):
            inner = self.alternatives()
            self.expect(")")
            return inner
        left = self.operand()
        kind, sign = self.peek()
        if kind != "symbol" or sign not in COMPARISONS:
            return lambda node, root: left(node, root) is not NOTHING
        self.take()
        right, compare = self.operand(), COMPARISONS[sign]
        return lambda node, root: compare(left(node, root), right(node, root))

    def operand(self) -> Callable[[Tree, Tree], object]:
        """A literal or a query of one result (section 2.3.5.1)."""
        kind, text = self.take()
        if kind == "text":
            value: Tree = unquoted(text)
        elif kind == "number":
            value = float(text) if "." in text else int(text)
        elif kind == "name" and text in WORDS:
            value = WORDS[text]
        elif text in ("@", "$"):
            return self.query(relative=text == "@")
        else:
            raise BadPath(f"`{text}` can't be compared")
        return lambda node, root: value

    def query(self, *, relative: bool) -> Callable[[Tree, Tree], object]:
        """What a path finds from a node or from the root."""
        steps: list[Select] = []
        while self.peek()[1] in (".", "..", "["):
            steps.append(self.segment(None))

        def value(node: Tree, root: Tree) -> object:
            found: list[Node] = [((), node if relative else root)]
            for step in steps:
                found = [each for it in found for each in step(it)]
            return found[0][1] if found else NOTHING

        return value


def unquoted(text: str) -> str:
    """The text of a quoted name."""
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def same(left: object, right: object) -> bool:
    """Whether two values are equal: `true` is not 1."""
    return isinstance(left, bool) == isinstance(right, bool) and left == right


def less(left: object, right: object) -> bool:
    """Whether a number or text comes before another one of its kind."""
    if isinstance(left, str) and isinstance(right, str):
        return left < right
    if isinstance(left, int | float) and isinstance(right, int | float):
        return left < right
    return False


COMPARISONS: Final[dict[str, Callable[[object, object], bool]]] = {
    "==": same,
    "!=": lambda left, right: not same(left, right),
    "<": less,
    ">": lambda left, right: less(right, left),
    "<=": lambda left, right: less(left, right) or same(left, right),
    ">=": lambda left, right: less(right, left) or same(left, right),
}
