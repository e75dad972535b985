"""The project that a command runs in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ..settings import Settings, Target, find, load, target_of
from .tell import Style, show
from .words import shown

__all__ = ["Project", "project"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a command works on."""

    targets: tuple[Target, ...]
    cache: Path | None
    """Where runs are remembered; `None` outside of a project, which stays as it is."""


def project(
    documents: Sequence[str | Path], style: Style, *, output: Path | None = None
) -> Project:
    """The documents named, by default those of the settings, with what those say of them.

    Raises:
        click.UsageError: No document is named anywhere.
        click.exceptions.Exit: The settings cannot be used, which has been told.
    """
    settings = _settings(style)
    known = settings.targets if settings else ()
    named = documents or [each.address or each.document for each in known]
    if not named:
        raise click.UsageError("no document is named, here or in [tool.specloom]")
    return Project(
        targets=tuple(target_of(each, known, output) for each in named),
        cache=settings.root / ".cache" / "specloom" if settings else None,
    )


def _settings(style: Style) -> Settings | None:
    path = find(Path.cwd())
    if path is None:
        return None
    settings = load(path, shown(path))
    if settings.problems:
        show(settings.problems, style)
        raise click.exceptions.Exit(1)
    return settings
