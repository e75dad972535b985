"""A broken copy of one module of a package."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import TypeAlias

__all__ = ["Change", "Mutant", "Mutation", "broken"]

Change: TypeAlias = Callable[[ast.Module], Iterator[None]]
"""Breaks a tree in one place, yields, mends it, and goes on to the next place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """An entry of the catalogue: what is broken, and in which modules."""

    name: str
    folders: tuple[str, ...]
    """Folders (`operations/`) or modules (`models.py`) of the package."""
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One module, broken in one place. `path` is relative to the package's folder."""

    mutation: str
    path: str
    before: str
    after: str

    @property
    def changed(self) -> tuple[str, ...]:
        """The methods, operations and models that differ."""
        before, after = (dict(_defined(text)) for text in (self.before, self.after))
        return tuple(name for name in after if after[name] != before.get(name))

    @property
    def owners(self) -> tuple[str, ...]:
        """What differs, as names of tests hold it."""
        return tuple(
            f".{name.lower()}-" if name.isupper() or name.islower() else f"[{name}]"
            for name in self.changed
        )

    def diff(self) -> str:
        """The break as a unified diff with two lines around it."""
        lines = unified_diff(
            self.before.splitlines(),
            self.after.splitlines(),
            self.path,
            f"{self.path} ({self.mutation})",
            n=2,
            lineterm="",
        )
        return "\n".join(lines)


def _defined(text: str) -> Iterator[tuple[str, str]]:
    """What a module defines, by name: models, methods and constants."""
    for node in ast.parse(text).body:
        match node:
            case ast.ClassDef(name=name, body=body):
                methods = [each for each in body if isinstance(each, METHOD)]
                for each in methods:
                    yield each.name, ast.unparse(each)
                if not methods:
                    yield name, ast.unparse(node)
            case ast.FunctionDef(name=name):
                yield name, ast.unparse(node)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(
                target=ast.Name(id=name)
            ):
                yield name, ast.unparse(node)
            case _:
                pass


METHOD = (ast.FunctionDef, ast.AsyncFunctionDef)


def broken(mutation: Mutation, path: str, tree: ast.Module) -> Iterator[Mutant]:
    """Every way in which an entry of the catalogue breaks a module."""
    before = ast.unparse(tree)
    for _ in mutation.change(tree):
        after = ast.unparse(tree)
        if after != before:
            yield Mutant(mutation=mutation.name, path=path, before=before, after=after)
