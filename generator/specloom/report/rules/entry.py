"""What one rule of the catalogue is."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostic import Effect, Severity

__all__ = ["Rule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of finding: what it is called, how bad it is, and what to do about it."""

    code: str
    """`SP` and three digits, the first of which names the family."""
    slug: str
    """Two or three words for messages, for example `dangling-reference`."""
    severity: Severity
    summary: str
    """One sentence: what is wrong."""
    explanation: str
    """What it means, what specloom does about it, and how the author puts it right."""
    effect: Effect = Effect.NONE
    """What it does to the operations that reach its place."""
