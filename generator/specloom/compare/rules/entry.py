"""What one rule of the catalogue is."""

from __future__ import annotations

from dataclasses import dataclass

from ..effect import Effect

__all__ = ["Rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of change: what it is, what it does, and an example."""

    id: str
    """Family and name: `wire/member-required`."""
    effects: tuple[Effect, ...]
    """What it can do to the set of what is allowed; the law makes a severity of that."""
    summary: str
    """One sentence."""
    before: str
    """A small example: what stood there."""
    after: str
    """What stands there now; "" where nothing does."""
