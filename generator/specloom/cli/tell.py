"""What a run says: findings, then one line a document."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Literal, assert_never

import click
import msgspec

from ..settings import Problem
from .outcome import Outcome

__all__ = ["Style", "problems", "summary", "tell"]

Style = Literal["text", "json", "github"]


def tell(outcomes: Sequence[Outcome], style: Style) -> None:
    """Print the findings: text to stderr, JSON and commands to stdout."""
    findings = [finding for outcome in outcomes for finding in outcome.findings]
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


def summary(outcomes: Iterable[Outcome], *, check: bool, seconds: float) -> None:
    """One line a document, and how long it took."""
    outcomes = tuple(outcomes)
    for outcome in outcomes:
        click.echo(_line(outcome, check=check))
    unchanged = all(
        o.package and not o.refused and not o.written.changed for o in outcomes
    )
    ending = "nothing to do" if unchanged else "done"
    click.echo(f"{ending} in {seconds:.2f} s")


def _line(outcome: Outcome, *, check: bool) -> str:
    if not outcome.package:
        return f"{outcome.document}: no package"
    counts = dict.fromkeys(("generated", "approximated", "left-out"), 0)
    for operation in outcome.operations:
        counts[operation.status] += 1
    parts = [f"{len(outcome.operations)} operations"]
    parts += [
        f"{count} {status}"
        for status, count in counts.items()
        if count and status != "generated"
    ]
    if outcome.refused:
        what = "nothing written"
    elif outcome.written.changed:
        verb = "would change" if check else "changed"
        what = f"{outcome.written.changed} files {verb}"
    else:
        what = f"{outcome.written.unchanged} files unchanged"
    return f"{outcome.document} -> {outcome.package}: {', '.join(parts)}; {what}"


def problems(found: Iterable[Problem], style: Style) -> None:
    """Print what is wrong with the settings."""
    found = tuple(found)
    if style == "json":
        objects = [
            {
                "file": str(each.path),
                "line": each.line,
                "code": "SP604",
                "rule": "unknown-setting",
                "severity": "error",
                "message": each.message,
                "help": each.help,
            }
            for each in found
        ]
        click.echo(msgspec.json.format(msgspec.json.encode(objects)).decode())
        return
    for each in found:
        if style == "github":
            place = f"file={each.path},line={each.line}"
            click.echo(f"::error {place},title=SP604 unknown-setting::{each.message}")
        else:
            line = f"{each.path}:{each.line}:1: error SP604 unknown-setting"
            print(f"{line}\n  {each.message}", file=sys.stderr)
            if each.help:
                print(f"  help: {each.help}", file=sys.stderr)
