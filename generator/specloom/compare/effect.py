"""What a change does to what is allowed, and how bad that is."""

from __future__ import annotations

from enum import IntEnum, StrEnum

__all__ = ["Effect", "Severity"]


class Effect(StrEnum):
    """How the set of allowed values, requests or answers changes."""

    SAYS = "says"
    """The set stays as it is; something is said about it."""
    NARROWS = "narrows"
    WIDENS = "widens"
    MOVES = "moves"
    """Some were allowed only before, others are only now: incomparable."""
    UNDECIDED = "undecided"
    """One set may hold the other, but nobody can tell (two patterns, for example)."""


class Severity(IntEnum):
    """What a change asks of callers."""

    NONE = 0
    COMPATIBLE = 1
    RISKY = 2
    BREAKING = 3

    @property
    def word(self) -> str:
        """The severity as it is written everywhere: `breaking`."""
        return self.name.lower()
