"""How many mutants were killed, and which were chosen where there are too many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from itertools import chain, islice, zip_longest

from .mutant import Mutant

__all__ = ["Score", "sample"]


def sample(found: Sequence[Mutant], most: int) -> list[Mutant]:
    """No more than so many mutants, of each kind as many, the same ones in every run."""
    if len(found) <= most:
        return list(found)
    kinds: dict[str, list[Mutant]] = {}
    for each in sorted(found, key=_lot):
        kinds.setdefault(each.mutation, []).append(each)
    rounds: Iterable[Mutant | None] = chain.from_iterable(zip_longest(*kinds.values()))
    return list(islice((each for each in rounds if each is not None), most))


def _lot(mutant: Mutant) -> bytes:
    """What decides by lot: the same for the same break."""
    return blake2s(f"{mutant.path}\0{mutant.after}".encode()).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The outcome of a run."""

    possible: int
    """How many mutants there are."""
    tried: int
    kinds: int
    survivors: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        """How many mutants the tests fail for."""
        return self.tried - len(self.survivors)

    @property
    def percent(self) -> float:
        """The part of the mutants that is killed."""
        return 100 * self.killed / self.tried if self.tried else 100.0

    def __str__(self) -> str:
        sampled = f" (of {self.possible})" if self.possible > self.tried else ""
        return (
            f"{self.killed} of {self.tried}{sampled} mutants killed "
            f"({self.percent:.1f}%)"
        )

    def line(self) -> str:
        """What the package's README says of it."""
        return f"**{self.killed} of {self.tried} ({self.percent:.1f}%)**"

    def page(self) -> str:
        """`tests/SCORE.md`."""
        lines = [
            "# How many breaks the tests of this package find",
            "",
            f"`specloom prove` broke the client in {self.tried} places, one at a time, "
            f"in ways of {self.kinds} kinds,",
            f"and these tests failed for {self.killed} of them: {self.percent:.1f}%.",
        ]
        if self.possible > self.tried:
            lines.append(
                f"There are {self.possible} such places; the rest was not tried."
            )
        if self.survivors:
            lines += ["", "## Not found", ""]
            names = (f"- `{each.path}`: {each.mutation}" for each in self.survivors)
            lines += dict.fromkeys(names)
        return "\n".join(lines) + "\n"
