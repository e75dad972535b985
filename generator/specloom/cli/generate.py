"""`specloom generate`: read, make, compare with the disk, write, tell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from ..report import Report, Severity
from ..settings import Target
from .memory import recall
from .outcome import Outcome
from .project import Project, project
from .tell import Style, summary, tell

__all__ = ["Request", "run"]

ERRORS = 1
DIFFERENCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for."""

    documents: tuple[str, ...]
    """Files or URLs."""
    output: Path | None
    check: bool
    report_file: Path | None
    style: Style
    hosts: frozenset[str] = frozenset()
    """Where remote files may be fetched from."""


def run(request: Request) -> int:
    """Do what is asked for all documents, and return the exit code.

    Raises:
        click.ClickException: The report cannot be written, or nothing is asked for.
    """
    started = time.perf_counter()
    found = project(request.documents, request.style, output=request.output)
    outcomes = list(_outcomes(found, request.hosts, check=request.check))
    tell(outcomes, request.style)
    if request.style == "text":
        summary(outcomes, check=request.check, seconds=time.perf_counter() - started)
    if request.report_file is not None:
        _record(outcomes, request.report_file)
    return _code(outcomes, check=request.check)


def _outcomes(
    found: Project, hosts: frozenset[str], *, check: bool
) -> Iterator[Outcome]:
    taken: dict[Path, str] = {}
    for target in found.targets:
        outcome = _outcome(target, found.cache, taken, hosts, check=check)
        if outcome.package:
            taken.setdefault(Path(outcome.package).resolve(), outcome.document)
        yield outcome


def _outcome(
    target: Target,
    cache: Path | None,
    taken: dict[Path, str],
    hosts: frozenset[str],
    *,
    check: bool,
) -> Outcome:
    remembered = recall(cache, target)
    if remembered is not None:
        return remembered
    from .make import make

    return make(target, Report(), check=check, cache=cache, taken=taken, hosts=hosts)


def _record(outcomes: list[Outcome], path: Path) -> None:
    from .record import record

    try:
        record(outcomes, path)
    except OSError as error:
        why = error.strerror or str(error)
        message = f"the report {path} can't be written: {why}"
        raise click.ClickException(message) from error


def _code(outcomes: list[Outcome], *, check: bool) -> int:
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if any(finding.severity is Severity.ERROR for finding in findings):
        return ERRORS
    if check and any(outcome.written.changed for outcome in outcomes):
        return DIFFERENCES
    return 0
