"""`specloom lint`: everything that can be said about documents, nothing written."""

from __future__ import annotations

import click

from ..check import examples, opinion
from ..link import propose
from ..pipeline import generate
from ..read import locate, read
from ..report import Report, Severity
from ..settings import Target
from .make import told
from .outcome import Outcome
from .project import project
from .tell import Style, tell
from .words import plural, said

__all__ = ["run"]


def run(documents: tuple[str, ...], style: Style) -> int:
    """Lint the documents (default: those of the settings); 1 with an error."""
    outcomes = [_lint(target) for target in project(documents, style).targets]
    tell(outcomes, style)
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    if style == "text":
        looked_at = plural(len(outcomes), "document")
        click.echo(f"{looked_at}, {plural(len(findings), 'finding')}")
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _lint(target: Target) -> Outcome:
    report = Report()
    name = said(target)
    source = read(
        target.document,
        report,
        location=target.location,
        address=target.address,
        overlays=target.overlays,
    )
    product = None if source is None else generate(source, target, report)
    if product is not None:
        examples(product.document, report)
        if not target.address:
            opinion(target.document, report)
        propose(product.api, report)
    found = report.diagnostics
    findings = locate(source, name, told(product, found) if product else found)
    return Outcome(document=name, findings=findings)
