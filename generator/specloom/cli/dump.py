"""`specloom dump DOOR DOCUMENT`: what a room made of a document."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import cast

import click
import msgspec

from ..check import check
from ..pipeline import generate
from ..read import Source, locate, read
from ..report import Report
from ..settings import Target
from ..targeting import api_of, names_of
from .project import project
from .tell import show
from .words import shown

__all__ = ["run"]


def run(door: str, document: Path) -> int:
    """Print the value at a door as JSON; 1 where the document does not get that far."""
    report = Report()
    name = shown(document)
    (target,) = project([document], "text").targets
    source = read(document, report, location=target.location, overlays=target.overlays)
    value = _at(door, source, target, report) if source else None
    if value is None:
        show(locate(source, name, report.diagnostics), "text")
        return 1
    tree = msgspec.json.encode(value, enc_hook=_plain)
    click.echo(msgspec.json.format(tree, indent=2))
    return 0


def _at(door: str, source: Source, target: Target, report: Report) -> object:
    if door == "source":
        return {name: file.tree for name, file in source.files.items()}
    if door == "package":
        product = generate(source, target, report)
        return product and product.package
    document = check(source, report)
    if document is None:
        return None
    api = api_of(document, target, report)
    return api if door == "api" else names_of(api, target, report)


def _plain(value: object) -> object:
    if isinstance(value, frozenset | set):
        return sorted(cast("Set[object]", value), key=str)
    return str(value)
