"""Documents of tests as sides of a comparison."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from specloom.check import Document, check
from specloom.compare import Diff, Side, compare, focus, is_only_renamed, unsound
from specloom.link import link
from specloom.name import Pins, name
from specloom.read import Source, read
from specloom.report import Report
from specloom.shape import shape

__all__ = ["TODAY", "between", "document", "side"]

TODAY = date(2026, 8, 8)
"""The day of the verdicts in ../shared/diff."""


def document(path: Path) -> Document:
    """A checked document."""
    return _checked(_source(path))


def _checked(source: Source) -> Document:
    made = check(source, Report())
    assert made is not None
    return made


def side(made: Document) -> Side:
    """The rooms' work, with no settings."""
    report = Report()
    api = link(made, report)
    names = name(api, Pins(), report)
    return Side(api=api, names=names, package=shape(api, names, report, whole=False))


def between(base: Path, revision: Path, *, focused: bool = True) -> Diff:
    """What changed between two documents, found as the command finds it."""
    before, after = _source(base), _source(revision)
    if not focused:
        return _between(before, after)
    diff = _between(*focus(before, after))
    if any(is_only_renamed(each, before, after) for each in diff.changes):
        return _between(before, after)
    return diff


def _between(before: Source, after: Source) -> Diff:
    old, new = _checked(before), _checked(after)
    diff = compare(side(old), side(new), TODAY)
    unread = unsound(before, old, after, new)
    return replace(diff, changes=(*diff.changes, *unread))


def _source(path: Path) -> Source:
    source = read(path, Report(), location=path.name)
    assert source is not None
    return source


def written(folder: Path, name: str, tree: Mapping[str, Any]) -> Path:
    """A document on disk."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path
