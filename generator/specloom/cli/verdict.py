"""What `specloom verify` prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..link import Api
from ..read import Position, Source, places, split
from ..verify import Deviation, Heard, Verdict, known_as
from .words import plural

__all__ = ["tell_heard", "tell_verdict"]


def tell_heard(heard: Heard) -> None:
    """Say which operations were not called, and which gave no answer."""
    reasons: dict[str, list[str]] = {}
    for each in heard.skipped:
        reasons.setdefault(each.why, []).append(known_as(each.operation))
    for why, names in reasons.items():
        click.echo(f"not called, {why}: {', '.join(names)}")
    for step, unreached in heard.unreached:
        click.echo(f"no answer, {unreached.why}: {known_as(step.operation)}")


def tell_verdict(verdict: Verdict, api: Api, source: Source, location: str) -> None:
    """Print the deviations as a table, with the lines of the document."""
    for name in verdict.gone:
        click.echo(f"the document has no operation `{name}` any more")
    if verdict.deviations:
        Console(soft_wrap=True).print(
            _table(
                verdict.deviations, api, _lines(verdict.deviations, source, location)
            )
        )
    answered = plural(verdict.operations, "operation")
    click.echo(f"{answered} answered, {plural(len(verdict.deviations), 'deviation')}")


def _table(
    deviations: Sequence[Deviation], api: Api, lines: Mapping[str, str]
) -> Table:
    names = {each.pointer: known_as(each) for each in api.operations}
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in ("operation", "in the answer", "document", "says", "seen"):
        table.add_column(title, overflow="fold")
    for each in deviations:
        inside = each.at or (each.name if each.kind == "header" else f"({each.kind})")
        cells = (names[each.operation], inside, lines[each.place], each.says, each.seen)
        table.add_row(*map(Text, cells))
    return table


def _lines(
    deviations: Sequence[Deviation], source: Source, location: str
) -> Mapping[str, str]:
    """Place -> file and line, as editors open them."""
    grouped: dict[str, list[str]] = {}
    for each in deviations:
        grouped.setdefault(split(each.place)[0], []).append(each.place)
    found: dict[str, str] = {}
    for name, pointers in grouped.items():
        file = source.files.get(name)
        positions: Mapping[str, Position] = places(file, pointers) if file else {}
        for pointer in pointers:
            position = positions.get(pointer)
            line = f":{position.line}" if position else ""
            found[pointer] = f"{name or location}{line}"
    return found
