"""`specloom diff BASE REVISION`: what a changed document does."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, assert_never

import click
import msgspec

from ..compare import Acceptance, Profile, Severity, leftovers
from ..compare.formats import (
    Shown,
    as_objects,
    changelog,
    github,
    junit,
    markdown,
    next_version,
    page,
    sarif,
    text,
)
from ..link import JsonValue
from .accepted import acceptances
from .comparison import Wish, comparison
from .sides import Given, opened, pairs

__all__ = ["Asked", "run"]

Written: TypeAlias = Literal[
    "json",
    "markdown",
    "html",
    "github",
    "sarif",
    "junit",
    "changelog",
    "next-version",
]
Format: TypeAlias = Literal["text"] | Written
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
    accepted: Path | None
    callers: Path | None
    today: date


def run(asked: Asked) -> int:
    """Compare, tell, and return the exit code: 1 at the threshold or for no document.

    Raises:
        click.UsageError: A side does not exist.
    """
    gc.disable()  # nothing is thrown away before the end
    with ExitStack() as stack:
        stack.callback(gc.enable)
        base, revision = opened(asked.base, stack), opened(asked.revision, stack)
        return _compared(asked, base, revision)


def _compared(asked: Asked, base: Given, revision: Given) -> int:
    agreed = acceptances(asked.accepted)
    wish = Wish(
        acceptances=agreed,
        today=asked.today,
        callers=asked.callers,
        excerpts=asked.style == "html",
    )
    shown: list[Shown] = []
    lost = unsound = False
    for old, new in pairs(base, revision):
        if old is not None and new is not None:
            if old.path.name != new.path.name and base.path.is_dir():
                click.echo(f"{new.name}: the document was {old.name}", err=True)
            made = comparison(old, new, wish)
            unsound = unsound or made is None
            shown += [made] if made is not None else []
        elif old is not None:
            lost = True
            click.echo(f"{old.name}: the document is removed", err=True)
        elif new is not None:
            click.echo(f"{new.name}: the document is new", err=True)
    shown = _with_leftovers(shown, agreed, asked.today)
    _tell(shown, asked)
    lost = lost and asked.fail_on != "never"
    return int(unsound or lost or _reached(shown, asked))


def _with_leftovers(
    shown: list[Shown], agreed: tuple[Acceptance, ...], today: date
) -> list[Shown]:
    """Entries that nothing needs are told with the last document."""
    seen = [(each.path, change) for each in shown for change in each.diff.changes]
    found = leftovers(agreed, seen, today)
    if not found or not shown:
        return shown
    last = shown[-1]
    diff = replace(last.diff, changes=(*last.diff.changes, *found))
    return [*shown[:-1], replace(last, diff=diff)]


def _tell(shown: list[Shown], asked: Asked) -> None:
    if asked.style == "text":
        from rich.console import Console

        text(shown, console=Console(soft_wrap=True))
    else:
        click.echo(_written(shown, asked, asked.style), nl=False)


def _written(shown: list[Shown], asked: Asked, style: Written) -> str:
    match style:
        case "json":
            return _json(as_objects(shown))
        case "markdown":
            return markdown(shown)
        case "html":
            return page(shown)
        case "github":
            return github(shown)
        case "sarif":
            return _json(sarif(shown))
        case "junit":
            return junit(shown, _LIMITS.get(asked.fail_on, Severity.BREAKING))
        case "changelog":
            return changelog(shown)
        case "next-version":
            return next_version(shown)
        case _:
            assert_never(style)


def _json(tree: dict[str, JsonValue]) -> str:
    return msgspec.json.format(msgspec.json.encode(tree)).decode() + "\n"


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
