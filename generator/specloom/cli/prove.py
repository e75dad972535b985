"""`specloom prove PACKAGE`."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import click

from ..prove import CATALOGUE, mutants, passes, prepared, verdicts

__all__ = ["run"]


def run(folder: Path, *, workers: int, least: float, only: str) -> int:
    """Print the score of a package's tests, and each survivor as a diff.

    Returns 0, or 1 where the tests don't pass by themselves or kill too few mutants.
    """
    folder = folder.resolve()
    try:
        found = [each for each in mutants(folder) if only in each.mutation]
    except FileNotFoundError as error:
        click.echo(f"specloom: {error}", err=True)
        return 2
    began = monotonic()
    with prepared():
        if not passes(folder):
            click.echo(f"{folder.name}: its tests fail as it is", err=True)
            return 1
        survivors = [
            verdict.mutant
            for verdict in verdicts(folder, found, workers)
            if not verdict.killed
        ]
    for each in sorted(survivors, key=lambda each: (each.path, each.mutation)):
        click.echo(f"{each.diff()}\n")
    killed, kinds = len(found) - len(survivors), {each.mutation for each in found}
    score = 100 * killed / len(found) if found else 100.0
    click.echo(
        f"{folder.name}: {killed} of {len(found)} mutants killed ({score:.1f}%), "
        f"{len(kinds)} of {len(CATALOGUE)} kinds fit, {monotonic() - began:.0f} s"
    )
    return 0 if score >= least else 1
