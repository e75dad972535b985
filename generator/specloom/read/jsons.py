"""JSON as a tree: in one call where nothing is wrong, carefully where something is."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from .flaw import Broken, Flaw
from .source import Tree
from .tree import DEEPEST

__all__ = ["looks_like_json", "parse"]

_KEY = re.compile(r'"\s*:')
_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
_STRING = r'"(?:[^"\\]|\\.)*+"'
_DIGITS = 4000


def looks_like_json(text: str) -> bool:
    """Whether the text starts like a JSON object or array. So does flow style YAML."""
    return text.lstrip(" \t\r\n")[:1] in ("{", "[")


def parse(text: str, flaws: list[Flaw]) -> Tree:
    """The tree of a JSON text (RFC 8259); what is wrong with it goes to `flaws`.

    Raises:
        Broken: Nothing of the text can be used.
    """
    try:
        tree = _fast(text) or _careful(text, flaws)
        deep = _is_deep(tree)
    except RecursionError:
        deep = True
        tree = None
    if deep:
        message = f"this is nested more than {DEEPEST} levels deep"
        raise Broken(Flaw(code="SP106", message=message))
    return tree


def _fast(text: str) -> Tree:
    """The tree, or None where the text isn't plain sound JSON.

    msgspec keeps the last of equal keys in silence: then the tree, written again, has
    fewer keys than the text.
    """
    try:
        tree: Tree = msgspec.json.decode(text)
    except (msgspec.DecodeError, ValueError):
        return None
    written = msgspec.json.encode(tree).decode()
    same = _count(_KEY, text) == _count(_KEY, written)
    return tree if same else None


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))


def _careful(text: str, flaws: list[Flaw]) -> Tree:
    if "\\ud" in text or "\\uD" in text:
        text = _without_surrogates(text, flaws)
    reader = _Reader(flaws)
    try:
        tree = reader.read(text, strict=True)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Invalid control character"):
            raise Broken(_broken(error)) from None
        character = f"U+{ord(text[error.pos]):04X}"
        message = f"{character} must be written as an escape in a string"
        span = (error.pos, error.pos + 1)
        flaws.append(Flaw(code="SP112", message=message, span=span))
        tree = _tolerant(text, flaws)
    return tree


def _tolerant(text: str, flaws: list[Flaw]) -> Tree:
    try:
        return _Reader(flaws).read(text, strict=False)
    except json.JSONDecodeError as error:
        raise Broken(_broken(error)) from None


def _broken(error: json.JSONDecodeError) -> Flaw:
    # Told by ourselves, as Python 3.13 does so in other words and at another place.
    before = error.doc[: error.pos + 1].rstrip("]} \t\r\n")
    if error.doc[len(before) :].strip()[:1] in ("]", "}") and before[-1:] == ",":
        message = "nothing follows this comma"
        return Flaw(code="SP104", message=message, span=(len(before) - 1, len(before)))
    at = max(min(error.pos, len(error.doc) - 1), 0)
    message = error.msg[:1].lower() + error.msg[1:]
    return Flaw(code="SP104", message=message, span=(at, at + 1))


def _without_surrogates(text: str, flaws: list[Flaw]) -> str:
    def replace(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        message = f"{found[1]} is half a character"
        flaws.append(Flaw(code="SP119", message=message, span=found.span(1)))
        return "\\ufffd"

    return _SURROGATE.sub(replace, text)


class _Reader:
    """The standard library's reader, told to notice what it would pass over."""

    def __init__(self, flaws: list[Flaw]) -> None:
        self._flaws = flaws
        self._endless: list[str] = []
        # The mapping is kept with its names: what is thrown away could lend its id.
        self._repeated: dict[int, tuple[Tree, list[str]]] = {}

    def read(self, text: str, *, strict: bool) -> Tree:
        constants: list[str] = []
        tree: Tree = json.loads(
            text,
            strict=strict,
            object_pairs_hook=self._object,
            parse_float=self._number,
            parse_int=self._number,
            parse_constant=constants.append,
        )
        if constants:
            message = f"JSON has no {constants[0]}"
            span = _outside_strings(text, constants[0])
            raise Broken(Flaw(code="SP104", message=message, span=span))
        for number in self._endless:
            message = f"{number[:40]} is beyond every number that can be kept"
            span = _outside_strings(text, number)
            self._flaws.append(Flaw(code="SP113", message=message, span=span))
        if self._repeated:
            self._flaws.extend(self._duplicates(tree))
        return tree

    def _object(self, pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
        made = dict(pairs)
        if len(made) < len(pairs):
            times = Counter(name for name, _ in pairs)
            names = [name for name in made if times[name] > 1]
            self._repeated[id(made)] = (made, names)
        return made

    def _number(self, text: str) -> Tree:
        is_integer = text.lstrip("-").isdigit()
        if is_integer and len(text) <= _DIGITS:
            return int(text)
        number = math.inf if is_integer else float(text)
        if math.isinf(number):
            self._endless.append(text)
            return text
        return number

    def _duplicates(self, tree: Tree) -> Iterable[Flaw]:
        stack: list[tuple[Tree, tuple[str, ...]]] = [(tree, ())]
        while stack:
            node, tokens = stack.pop()
            if isinstance(node, dict):
                for name in self._repeated.get(id(node), (node, []))[1]:
                    yield _duplicate(name, tokens)
                stack.extend((v, (*tokens, k)) for k, v in node.items())
            elif isinstance(node, list):
                stack.extend((v, (*tokens, str(i))) for i, v in enumerate(node))


def _outside_strings(text: str, literal: str) -> tuple[int, int] | None:
    pattern = re.compile(f"{_STRING}|({re.escape(literal)})", re.DOTALL)
    return next((found.span(1) for found in pattern.finditer(text) if found[1]), None)


def _duplicate(name: str, tokens: tuple[str, ...]) -> Flaw:
    message = f"the key {name[:80]!r} stands here again; this value counts"
    return Flaw(code="SP105", message=message, tokens=(*tokens, name), on_key=True)


def _is_deep(tree: Tree) -> bool:
    level = [tree]
    for _ in range(DEEPEST):
        level = [
            child
            for node in level
            for child in _children(node)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True


def _children(node: Tree) -> Iterable[Tree]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()
