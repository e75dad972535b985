"""`specloom prove PACKAGE`."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import click

from ..prove import CATALOGUE, Score, mutants, passes, prepared, sample, verdicts
from ..write import measure

__all__ = ["run"]


def run(folder: Path, *, workers: int, least: float, only: str, most: int) -> int:
    """Print the score of a package's tests, and each survivor as a diff.

    A whole run is written down in the package's `tests/SCORE.md` and `README.md`.

    Returns 0, or 1 where the tests don't pass by themselves or kill too few mutants.
    """
    folder = folder.resolve()
    try:
        every = [each for each in mutants(folder) if only in each.mutation]
    except FileNotFoundError as error:
        click.echo(f"specloom: {error}", err=True)
        return 2
    began = monotonic()
    chosen = sample(every, most)
    with prepared():
        if not passes(folder):
            click.echo(f"{folder.name}: its tests fail as it is", err=True)
            return 1
        survivors = [
            verdict.mutant
            for verdict in verdicts(folder, chosen, workers)
            if not verdict.killed
        ]
    score = Score(
        possible=len(every),
        tried=len(chosen),
        kinds=len({each.mutation for each in chosen}),
        survivors=tuple(sorted(survivors, key=lambda each: (each.path, each.mutation))),
    )
    for each in score.survivors:
        click.echo(f"{each.diff()}\n")
    click.echo(
        f"{folder.name}: {score}, {score.kinds} of {len(CATALOGUE)} kinds fit, "
        f"{monotonic() - began:.0f} s"
    )
    if not only:
        (folder / "tests" / "SCORE.md").write_text(score.page(), "utf-8")
        measure(folder / "README.md", score.line())
    return 0 if score.percent >= least else 1
