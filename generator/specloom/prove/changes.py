"""Ways to break a syntax tree. Each breaks one place, yields, and mends it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias

from .mutant import Change

__all__ = [
    "bases",
    "calls",
    "drop_entries",
    "drop_keywords",
    "edit_arguments",
    "edit_entries",
    "swap_entries",
]

Edit: TypeAlias = Callable[[ast.expr], ast.expr | None]
"""Another expression instead, or `None` where there is nothing to break."""


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """The calls of functions or classes by their names, `self._call` included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in names:
            yield node


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=ast.Name(id=name)):
            return name
        case _:
            return ""


def drop_keywords(*names: str, of: tuple[str, ...]) -> Change:
    """Leave out keyword arguments, one at a time; without names any of them."""

    def change(tree: ast.Module) -> Iterator[None]:
        for call in calls(tree, *of):
            for at, keyword in enumerate(list(call.keywords)):
                if not names or keyword.arg in names:
                    del call.keywords[at]
                    yield
                    call.keywords.insert(at, keyword)

    return change


def edit_arguments(key: str | int, edit: Edit, *, of: tuple[str, ...]) -> Change:
    """Write another expression for an argument: a keyword, or a position."""

    def change(tree: ast.Module) -> Iterator[None]:
        for call in calls(tree, *of):
            if isinstance(key, int):
                if key < len(call.args):
                    old = call.args[key]
                    new = edit(old)
                    if new is not None:
                        call.args[key] = new
                        yield
                        call.args[key] = old
                continue
            for keyword in call.keywords:
                if keyword.arg == key:
                    old = keyword.value
                    new = edit(old)
                    if new is not None:
                        keyword.value = new
                        yield
                        keyword.value = old

    return change


def dictionaries(tree: ast.Module, key: str, of: tuple[str, ...]) -> Iterator[ast.Dict]:
    """The dictionaries that are given as a keyword argument."""
    for call in calls(tree, *of):
        for keyword in call.keywords:
            if keyword.arg == key and isinstance(keyword.value, ast.Dict):
                yield keyword.value


def drop_entries(key: str, *, of: tuple[str, ...]) -> Change:
    """Leave out entries of a dictionary that is an argument, one at a time."""

    def change(tree: ast.Module) -> Iterator[None]:
        for found in dictionaries(tree, key, of):
            for at in range(len(found.keys)):
                name, value = found.keys.pop(at), found.values.pop(at)
                yield
                found.keys.insert(at, name)
                found.values.insert(at, value)

    return change


def edit_entries(key: str, edit: Edit, *, of: tuple[str, ...], values: bool) -> Change:
    """Write another key, or another value, in a dictionary that is an argument."""

    def change(tree: ast.Module) -> Iterator[None]:
        for found in dictionaries(tree, key, of):
            for at, (name, value) in enumerate(
                zip(found.keys, found.values, strict=True)
            ):
                if name is None:
                    continue
                new = edit(value if values else name)
                if new is None:
                    continue
                if values:
                    found.values[at] = new
                    yield
                    found.values[at] = value
                else:
                    found.keys[at] = new
                    yield
                    found.keys[at] = name

    return change


def swap_entries(key: str, *, of: tuple[str, ...]) -> Change:
    """Exchange the values of neighbours in a dictionary that is an argument."""

    def change(tree: ast.Module) -> Iterator[None]:
        for found in dictionaries(tree, key, of):
            values = found.values
            for at in range(len(values) - 1):
                if ast.dump(values[at]) == ast.dump(values[at + 1]):
                    continue
                values[at], values[at + 1] = values[at + 1], values[at]
                yield
                values[at], values[at + 1] = values[at + 1], values[at]

    return change


def bases(tree: ast.Module) -> Iterator[ast.ClassDef]:
    """The classes of a module."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node
