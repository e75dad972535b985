"""What a run says: findings, then one line a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, assert_never

import click
import msgspec

from ..report import Located
from .outcome import Outcome
from .words import plural

__all__ = ["Style", "show", "summary", "tell"]

Style: TypeAlias = Literal["text", "json", "github"]


def tell(outcomes: Iterable[Outcome], style: Style) -> None:
    """Print the findings of all documents."""
    show([finding for outcome in outcomes for finding in outcome.findings], style)


def show(findings: Sequence[Located], style: Style) -> None:
    """Print findings: text to stderr, JSON and commands of GitHub to stdout."""
    match style:
        case "text":
            if findings:
                from rich.console import Console

                from ..report import text

                text(findings, console=Console(stderr=True))
        case "json":
            from ..report import as_json

            encoded = msgspec.json.format(msgspec.json.encode(as_json(findings)))
            click.echo(encoded.decode())
        case "github":
            from ..report import github

            click.echo(github(findings), nl=False)
        case _:
            assert_never(style)


def summary(outcomes: Sequence[Outcome], *, check: bool, seconds: float) -> None:
    """One line a document, and how long it took."""
    for outcome in outcomes:
        click.echo(_line(outcome, check=check))
    settled = all(
        each.package and not each.refused and not each.written.changed
        for each in outcomes
    )
    click.echo(f"{'nothing to do' if settled else 'done'} in {seconds:.2f} s")


def _line(outcome: Outcome, *, check: bool) -> str:
    if not outcome.package:
        return f"{outcome.document}: no package"
    counts = dict.fromkeys(("approximated", "left-out"), 0)
    for operation in outcome.operations:
        if operation.status != "generated":
            counts[operation.status] += 1
    parts = [plural(len(outcome.operations), "operation")]
    parts += [f"{count} {status}" for status, count in counts.items() if count]
    what = _written(outcome, check=check)
    return f"{outcome.document} -> {outcome.package}: {', '.join(parts)}; {what}"


def _written(outcome: Outcome, *, check: bool) -> str:
    if outcome.refused:
        return "nothing written"
    if not outcome.written.changed:
        return f"{plural(outcome.written.unchanged, 'file')} unchanged"
    verb = "would change" if check else "changed"
    return f"{plural(outcome.written.changed, 'file')} {verb}"
