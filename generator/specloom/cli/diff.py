"""`specloom diff BASE REVISION`: what a changed document does."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, assert_never

import click
import msgspec

from ..compare import Profile, Severity
from ..compare.formats import Shown, as_objects, text
from .comparison import comparison
from .sides import Given, opened, pairs

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
    gc.disable()  # one short process that keeps all it makes
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
        made = comparison(old, new, asked.today)
        sound = sound and made is not None
        if made is not None:
            shown.append(made)
    _tell(shown, asked.style)
    if not sound:
        return 1
    return int(_reached(shown, asked))


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
