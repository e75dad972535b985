"""`specloom lint`: everything that can be said about documents, nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from ..check import examples, opinion
from ..pipeline import generate
from ..read import locate, read
from ..report import Report, Severity
from ..settings import Target, target_of
from .make import shown, told
from .outcome import Outcome
from .project import settings_here
from .tell import Style, problems, tell

__all__ = ["run"]


def run(documents: tuple[Path, ...], style: Style) -> int:
    """Lint the documents (default: those of the settings); 1 with an error."""
    settings = settings_here()
    if settings is not None and settings.problems:
        problems(settings.problems, style)
        return 1
    targets = [target_of(each, settings, None) for each in documents]
    if not documents:
        targets = list(settings.targets) if settings else []
    if not targets:
        click.echo(
            "specloom: no document is named, here or in [tool.specloom]", err=True
        )
        return 2
    outcomes = [_lint(target) for target in targets]
    tell(outcomes, style)
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if style == "text":
        count = len(findings)
        click.echo(f"{len(outcomes)} documents, {count} finding{'s' * (count != 1)}")
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _lint(target: Target) -> Outcome:
    report = Report()
    name = shown(target.document)
    source = read(target.document, report, location=name)
    product = None if source is None else generate(source, target, report)
    if product is not None:
        examples(product.document, report)
        opinion(target.document, report)
    found = report.diagnostics
    findings = locate(source, name, told(product, found) if product else found)
    return Outcome(document=name, findings=findings)
