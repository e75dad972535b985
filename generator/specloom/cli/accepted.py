"""`accepted-changes.yaml`: which changes somebody accepted, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from ..compare import RULES, Acceptance
from ..read import Tree, read
from ..report import Report, did_you_mean

__all__ = ["DEFAULT", "acceptances"]

DEFAULT: Final = Path("specs/accepted-changes.yaml")
_NEEDED: Final = ("rule", "at", "reason", "for")
_KNOWN: Final = (*_NEEDED, "expires", "document")


def acceptances(path: Path | None) -> tuple[Acceptance, ...]:
    """The entries of a file, by default those of `specs/`, or none where there is no file.

    Raises:
        click.UsageError: The file cannot be read, or an entry is not complete.
    """
    if path is None and not DEFAULT.is_file():
        return ()
    path = path or DEFAULT
    report = Report()
    source = read(path, report, location=path.as_posix())
    if source is None:
        words = "; ".join(each.message for each in report.diagnostics)
        raise click.UsageError(f"{path}: {words}")
    tree = source.root.tree
    if not isinstance(tree, dict) or not isinstance(tree.get("accepted"), list):
        raise click.UsageError(f"{path}: write a list of entries under `accepted`")
    entries = tree["accepted"]
    assert isinstance(entries, list)
    return tuple(
        _entry(f"{path}: accepted[{index}]", each) for index, each in enumerate(entries)
    )


def _entry(place: str, tree: Tree) -> Acceptance:
    if not isinstance(tree, dict):
        raise click.UsageError(f"{place} is no entry: it needs {', '.join(_NEEDED)}")
    for key in tree:
        if key not in _KNOWN:
            raise click.UsageError(
                f"{place} has no `{key}`; known: {', '.join(_KNOWN)}"
            )
    for key in _NEEDED:
        if not isinstance(tree.get(key), str) or not tree[key]:
            raise click.UsageError(f"{place} needs a text for `{key}`")
    rule = str(tree["rule"])
    if "*" not in rule and rule not in RULES:
        guess = did_you_mean(rule, RULES)
        hint = f"; did you mean {guess}?" if guess else ""
        raise click.UsageError(f"{place}: there is no rule {rule}{hint}")
    return Acceptance(
        rule=rule,
        at=str(tree["at"]),
        reason=str(tree["reason"]),
        who=str(tree["for"]),
        expires=_day(place, tree.get("expires")),
        document=str(tree.get("document") or "*"),
    )


def _day(place: str, value: Tree) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        words = f"{place}: `expires` is a date, such as 2030-01-31"
        raise click.UsageError(words) from None
