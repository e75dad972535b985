"""The project's documents, and what a change of one does to its package."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from specloom.pipeline import Product, generate
from specloom.read import read
from specloom.report import Report
from specloom.settings import Target, load
from specloom.write import seal

ROOT = Path(__file__).parents[2]
TARGETS = {
    target.document.stem: target
    for target in load(ROOT / "pyproject.toml", "pyproject.toml").targets
}

Json: TypeAlias = Any
"""A tree of JSON that a test takes apart."""
Change: TypeAlias = Callable[[Json], None]


def tree(name: str) -> Json:
    """A fresh copy of a document."""
    return copy.deepcopy(yaml.safe_load(TARGETS[name].document.read_text("utf-8")))


def product(name: str, document: Json, folder: Path) -> Product:
    """What a changed document becomes, under the settings of the real one."""
    file = folder / f"{name}.yaml"
    file.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True))
    target: Target = TARGETS[name]
    source = read(file, Report(), location=target.location)
    assert source is not None
    made = generate(source, target, Report())
    assert made is not None
    return made


def files(made: Product) -> Mapping[str, str]:
    """What is written, the manifest with its hashes included."""
    return {path: text.decode() for path, text in seal(made.files).items()}


def changed_lines(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The lines that a reviewer sees changed, outside of `tests/`, each with its file.

    A line that another takes the place of is one line.
    """
    lines: list[str] = []
    for path in sorted({*old, *new}):
        if path.startswith("tests/"):
            continue
        before, after = old.get(path, "").splitlines(), new.get(path, "").splitlines()
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind != "equal":
                longer = max(before[a:b], after[c:d], key=len)
                lines += [f"{path}: {line[:100]}" for line in longer]
    return lines
