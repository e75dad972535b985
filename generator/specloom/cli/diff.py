"""`specloom diff BASE REVISION`: what a changed document does."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, assert_never

import click
import msgspec

from ..check import Document, check
from ..compare import Profile, Severity, Side, compare
from ..compare.formats import Shown, as_objects, text
from ..pipeline import api_of, names_of
from ..read import Position, Source, locate, places, read
from ..report import Report
from ..report import Severity as Gravity
from ..settings import Target
from ..shape import shape
from .project import project
from .sides import Given, opened, pairs
from .tell import show

__all__ = ["Asked", "run"]

Format: TypeAlias = Literal["text", "json"]
Threshold: TypeAlias = Literal["breaking", "risky", "any", "never"]

_LIMITS = {
    "breaking": Severity.BREAKING,
    "risky": Severity.RISKY,
    "any": Severity.COMPATIBLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    base: str
    revision: str
    style: Format
    fail_on: Threshold
    profile: Profile | None
    today: date


def run(asked: Asked) -> int:
    """Compare, tell, and return the exit code: 1 at the threshold or for no document.

    Raises:
        click.UsageError: A side does not exist.
    """
    with ExitStack() as stack:
        base, revision = opened(asked.base, stack), opened(asked.revision, stack)
        return _compared(asked, base, revision)


def _compared(asked: Asked, base: Given, revision: Given) -> int:
    shown: list[Shown] = []
    sound = True
    for old, new in pairs(base, revision):
        if old is None or new is None:
            one = old or new
            word = "new" if old is None else "removed"
            click.echo(f"{one.name if one else ''}: the document is {word}", err=True)
            continue
        made = _document(old, new, asked.today)
        sound = sound and made is not None
        if made is not None:
            shown.append(made)
    _tell(shown, asked.style)
    if not sound:
        return 1
    return int(_reached(shown, asked))


def _document(old: Given, new: Given, today: date) -> Shown | None:
    """Both sides through the rooms; `None` where one is no OpenAPI document."""
    target = project((new.home,), "text").targets[0]
    before, after = _read(old), _read(new)
    if before is None or after is None:
        return None
    base, revision = _side(before, target), _side(after, target)
    if base is None or revision is None:
        return None
    diff = compare(base, revision, today)
    return Shown(
        diff=diff,
        path=new.name,
        before=_places(before, {each.base for each in diff.changes}),
        after=_places(after, {each.revision for each in diff.changes}),
    )


def _read(given: Given) -> Source | None:
    report = Report()
    source = read(given.path, report, location=given.name)
    if source is None:
        show(locate(None, given.name, report.diagnostics), "text")
    return source


def _side(source: Source, target: Target) -> Side | None:
    report = Report()
    document = check(source, report)
    findings = locate(source, source.location, report.diagnostics)
    if document is None:
        show([each for each in findings if each.severity is Gravity.ERROR], "text")
        return None
    return _made(document, target, report)


def _made(document: Document, target: Target, report: Report) -> Side:
    api = api_of(document, target, report)
    names = names_of(api, target, report)
    return Side(api=api, names=names, package=shape(api, names, report))


def _places(source: Source, pointers: set[str]) -> dict[str, Position]:
    found: dict[str, Position] = {}
    for name, file in source.files.items():
        inside = [each for each in pointers if each.partition("#")[0] == name and each]
        if inside:
            found.update(places(file, inside))
    return found


def _tell(shown: list[Shown], style: Format) -> None:
    match style:
        case "text":
            from rich.console import Console

            text(shown, console=Console())
        case "json":
            encoded = msgspec.json.encode(as_objects(shown))
            click.echo(msgspec.json.format(encoded).decode())
        case _:
            assert_never(style)


def _reached(shown: list[Shown], asked: Asked) -> bool:
    if asked.fail_on == "never":
        return False
    profiles: tuple[Profile, ...] = ("wire", "python-source")
    wanted = (asked.profile,) if asked.profile else profiles
    return any(
        change.under(profile) >= _LIMITS[asked.fail_on]
        for each in shown
        for change in each.diff.changes
        for profile in wanted
    )
