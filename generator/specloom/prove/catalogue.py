"""All ways to break a package."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .clients import CLIENTS
from .facts import FACTS
from .features import features
from .forms import forms
from .methods import METHODS
from .mutant import Mutant, Mutation, broken
from .objects import OBJECTS
from .runtime import RUNTIME, patched

__all__ = ["CATALOGUE", "mutants", "package_of"]

OWN = (*FACTS, *METHODS, *OBJECTS, *CLIENTS)
"""Breaks of what is generated for the document."""
CATALOGUE: tuple[str, ...] = tuple(
    dict.fromkeys((*(each.name for each in OWN), *(each.name for each in RUNTIME)))
)
"""What can be broken, by name."""
RUNTIME_FOLDER = "_runtime"
CREDENTIALS = ("a credential not passed on", "a key elsewhere", "another signature")
"""Breaks that nobody notices where no operation asks for a credential."""


def package_of(folder: Path) -> str:
    """The import name of the package in a folder.

    Raises:
        FileNotFoundError: There is none.
    """
    for path in sorted(folder.glob(f"*/{RUNTIME_FOLDER}/__init__.py")):
        return path.parent.parent.name
    raise FileNotFoundError(f"{folder} holds no package that specloom wrote")


def mutants(folder: Path) -> Iterator[Mutant]:
    """Every mutant of a package, in the order of its modules."""
    name = package_of(folder)
    own = [
        path
        for path in sorted((folder / name).rglob("*.py"))
        if RUNTIME_FOLDER not in path.parts
    ]
    texts = [path.read_text("utf-8") for path in own]
    hidden = forms(texts)
    used = "\n".join(line for text in texts for line in features(text, hidden))
    closed = " secured" in used
    for path in own:
        for each in _own(folder, name, path):
            if (closed or each.mutation not in CREDENTIALS) and not hidden.hides(each):
                yield each
    for path in sorted((folder / name / RUNTIME_FOLDER).glob("*.py")):
        relative = path.relative_to(folder).as_posix()
        yield from patched(relative, path.read_text("utf-8"), used)


def _own(folder: Path, name: str, path: Path) -> Iterator[Mutant]:
    """The mutants of a module that was written for the document."""
    inside = path.relative_to(folder / name).as_posix()
    found: list[Mutation] = [
        each
        for each in OWN
        if inside in each.folders
        or (inside != "aio/client.py" and inside.startswith(_folders(each)))
    ]
    tree = ast.parse(path.read_text("utf-8"))
    for mutation in found:
        yield from broken(mutation, path.relative_to(folder).as_posix(), tree)


def _folders(mutation: Mutation) -> tuple[str, ...]:
    return tuple(each for each in mutation.folders if each.endswith("/"))
