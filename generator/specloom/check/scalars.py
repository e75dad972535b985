"""Plain values, and what is meant where another JSON type stands."""

from __future__ import annotations

from ..read import Tree
from .kinds import GONE, Gone, Plain

__all__ = ["COUNT", "FLAG", "NUMBER", "TEXT"]


def _text(tree: Tree) -> Tree | Gone:
    if isinstance(tree, bool):
        return "true" if tree else "false"
    return str(tree) if isinstance(tree, (int, float)) else GONE


def _flag(tree: Tree) -> Tree | Gone:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False}
    return words.get(str(tree).strip().lower(), GONE) if tree != "" else GONE


def _number(tree: Tree) -> Tree | Gone:
    if not isinstance(tree, str) or len(tree) > 40:
        return GONE
    try:
        return int(tree)
    except ValueError:
        pass
    try:
        read = float(tree)
    except ValueError:
        return GONE
    return read if abs(read) < float("inf") else GONE


def _count(tree: Tree) -> Tree | Gone:
    read = tree if isinstance(tree, float) else _number(tree)
    if isinstance(read, float) and read.is_integer():
        read = int(read)
    return read if isinstance(read, int) and read >= 0 else GONE


TEXT = Plain((str,), "a string", _text)
FLAG = Plain((bool,), "a boolean", _flag)
NUMBER = Plain((int, float), "a number", _number)
COUNT = Plain((int,), "a whole number", _count)
