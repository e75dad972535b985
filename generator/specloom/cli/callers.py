"""`--callers SRC`: the lines of a caller's code that a change touches."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ..compare import Change, Diff, Severity, Side
from ..render import render
from .mentions import mentions

__all__ = ["called"]

_ERROR = re.compile(
    r"^(?P<path>.+?):(?P<line>\d+): error: (?P<words>.*)$", re.MULTILINE
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a type-checker says about a line."""

    path: str
    line: int
    words: str
    text: str
    """The line itself."""

    @property
    def shown(self) -> str:
        """As lists show it."""
        return f"{self.path}:{self.line}: {self.words}"


def called(diff: Diff, base: Side, revision: Side, callers: Path) -> Diff:
    """The diff, with the lines that a breaking change of the package touches.

    With mypy these are the lines that type-checked against `base` and no longer do; without
    it, those that name what changed. Both sides must be whole.
    """
    if find_spec("mypy") is not None:
        touched = _refused(diff, base, revision, callers)
    else:
        click.echo("mypy is not installed: callers are read without types", err=True)
        touched = {
            index: [*mentions(change, callers)]
            for index, change in enumerate(diff.changes)
            if _breaks(change)
        }
    changes = (
        replace(change, callers=tuple(touched.get(index, ())))
        for index, change in enumerate(diff.changes)
    )
    return replace(diff, changes=tuple(changes))


def _breaks(change: Change) -> bool:
    return change.family == "py" and change.severity is Severity.BREAKING


def _refused(
    diff: Diff, base: Side, revision: Side, callers: Path
) -> dict[int, list[str]]:
    """What mypy newly says, by the change that it is about."""
    known = {(each.path, each.words) for each in _complaints(base, callers)}
    new = [e for e in _complaints(revision, callers) if (e.path, e.words) not in known]
    touched: dict[int, list[str]] = {}
    for complaint in new:
        for index in _causes(diff.changes, complaint):
            touched.setdefault(index, []).append(complaint.shown)
    return touched


def _complaints(side: Side, callers: Path) -> tuple[Complaint, ...]:
    """What mypy says about the callers, with one side's package in reach."""
    with TemporaryDirectory(prefix="specloom-") as folder:
        for path, text in render(side.package).items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        made = subprocess.run(
            [
                *(
                    sys.executable,
                    "-m",
                    "mypy",
                    "--config-file=",
                    "--follow-imports=silent",
                ),
                *("--ignore-missing-imports", "--check-untyped-defs"),
                *("--no-error-summary", "--hide-error-context", "--no-color-output"),
                *(f"--cache-dir={folder}/.cache", callers.as_posix()),
            ],
            env={"MYPYPATH": folder},
            capture_output=True,
            text=True,
            check=False,
        )
    return tuple(_read(made.stdout))


def _read(said: str) -> Iterator[Complaint]:
    for found in _ERROR.finditer(said):
        path, line = found["path"], int(found["line"])
        lines = Path(path).read_text("utf-8", "replace").splitlines()
        text = lines[line - 1] if line <= len(lines) else ""
        yield Complaint(path, line, found["words"], text)


def _causes(changes: Iterable[Change], complaint: Complaint) -> list[int]:
    """The breaking changes whose names the line or the complaint says, the closest ones."""
    said = set(_WORD.findall(f"{complaint.words} {complaint.text}"))
    scores: dict[int, int] = {}
    for index, change in enumerate(changes):
        if _breaks(change):
            *outer, name = _WORD.findall(change.subject)
            if name in said:
                scores[index] = 1 + len(said.intersection(outer))
    best = max(scores.values(), default=0)
    return [index for index, score in scores.items() if score == best]
