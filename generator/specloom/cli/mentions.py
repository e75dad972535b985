"""The lines of a caller's code that name what changed, found without a type-checker."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..compare import Change

__all__ = ["mentions"]

_SUBJECT: Final = re.compile(r"(?P<path>[\w.]+)(?:\((?P<argument>\w+)=\))?")
_NEEDING: Final = frozenset(
    {
        *("py/required-argument-added", "py/argument-required"),
        *("py/required-field-added", "py/field-required"),
    }
)
"""What touches those who don't give it."""


@dataclass(frozen=True, slots=True)
class _Node:
    """An expression, or an imported name, and the file that it stands in."""

    path: Path
    line: int
    chain: tuple[str, ...]
    """Its names from left to right, without what can't be known."""
    arguments: frozenset[str] | None
    """The keywords of a call; `None` where it is none."""


def mentions(change: Change, callers: Path) -> Iterator[str]:
    """`path:line: code` of the lines that name a method, class, member or argument.

    Types are not known here: a member counts wherever its name stands after a dot, or as
    a keyword of its class. A new required argument touches the calls that lack it.
    """
    subject = _SUBJECT.fullmatch(change.subject)
    if subject is None:
        return
    names = tuple(subject["path"].split("."))
    files = sorted(callers.rglob("*.py")) if callers.is_dir() else [callers]
    for path in files:
        text = path.read_text("utf-8", "replace")
        lines = text.splitlines()
        touched = {
            node.line
            for node in _nodes(path, text)
            if _is_touched(change, node, names, subject["argument"])
        }
        for line in sorted(touched):
            yield f"{path}:{line}: {lines[line - 1].strip()}"


def _is_touched(
    change: Change, node: _Node, names: tuple[str, ...], argument: str | None
) -> bool:
    if names[0] == "client":
        if node.chain[-2:] != names[-2:]:
            return False
        called = node.arguments
        if argument is None or called is None:
            return argument is None
        return (argument in called) != (change.rule in _NEEDING)
    if names[0] == "models" and len(names) == 3:
        *_, owner, member = names
        if node.chain[-1:] == (owner,) and node.arguments is not None:
            return (member in node.arguments) != (change.rule in _NEEDING)
        return len(node.chain) > 1 and node.chain[-1] == member
    return node.chain[-1:] == names[-1:]


def _nodes(path: Path, text: str) -> Iterator[_Node]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return
    called = {id(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=func, keywords=keywords):
                given = frozenset(each.arg for each in keywords if each.arg)
                yield _Node(path, node.lineno, _chain(func), given)
            case ast.Attribute() | ast.Name() if id(node) not in called:
                yield _Node(path, node.lineno, _chain(node), None)
            case ast.ImportFrom(names=imported):
                for each in imported:
                    yield _Node(path, each.lineno, (each.name,), None)
            case _:
                pass


def _chain(node: ast.expr) -> tuple[str, ...]:
    """`shop.pets.add` of `shop.pets.add`, `?.add` of `f().add`."""
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=value, attr=name):
            return (*_chain(value), name)
        case _:
            return ("?",)
