"""`specloom generate`: read, make, compare with the disk, write, tell."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from ..report import Report, Severity
from ..settings import Settings, Target, find, load, target_of
from .memory import recall
from .outcome import Outcome
from .tell import problems, summary, tell

__all__ = ["Request", "run"]

ERRORS = 1
USAGE = 2
DIFFERENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    documents: tuple[Path, ...]
    output: Path | None
    check: bool
    report_file: Path | None
    style: Literal["text", "json", "github"]


def run(request: Request) -> int:
    """Do what is asked for all documents, and return the exit code."""
    path = find(Path.cwd())
    settings = None if path is None else load(path)
    if settings is not None and settings.problems:
        problems(settings.problems, request.style)
        return ERRORS
    targets = _targets(request, settings)
    if not targets:
        click.echo(
            "specloom: no document is named, here or in [tool.specloom]", err=True
        )
        return USAGE
    cache = (settings.root if settings else Path.cwd()) / ".cache" / "specloom"
    started = time.perf_counter()
    outcomes = [_outcome(target, request, cache) for target in targets]
    tell(outcomes, request.style)
    if request.style == "text":
        summary(outcomes, check=request.check, seconds=time.perf_counter() - started)
    if request.report_file is not None:
        from .record import record

        record(outcomes, request.report_file)
    return _code(outcomes, check=request.check)


def _targets(request: Request, settings: Settings | None) -> tuple[Target, ...]:
    if request.documents:
        return tuple(
            target_of(document, settings, request.output)
            for document in request.documents
        )
    if settings is None:
        return ()
    return tuple(
        target_of(target.document, settings, request.output)
        for target in settings.targets
    )


def _outcome(target: Target, request: Request, cache: Path) -> Outcome:
    remembered = recall(cache, target)
    if remembered is not None:
        return remembered
    from .make import make

    return make(target, Report(), check=request.check, cache=cache)


def _code(outcomes: list[Outcome], *, check: bool) -> int:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if any(finding.severity is Severity.ERROR for finding in findings):
        return ERRORS
    if check and any(outcome.written.changed for outcome in outcomes):
        return DIFFERENCES
    return 0
