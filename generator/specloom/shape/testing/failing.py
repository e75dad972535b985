"""How most operations of a package fail: said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .views import StatementView

__all__ = ["Common", "common"]

FAILURES = "FAILURES"
"""What the failures are called that most operations have."""
FEWEST = 3
"""Fewer failures, or those of fewer operations, are said where they belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The failures that more than half of the operations state, if there are several.

    They are of operations whose answers have one media type as a rule (`kind`, a fact).
    """

    facts: tuple[str, ...] = ()
    kind: str = ""

    def within(self, statement: StatementView) -> bool:
        """Whether an operation has them all."""
        same = _kind(statement) == self.kind
        return bool(self.facts) and same and set(self.facts) <= set(statement.facts)

    def named(self, statement: StatementView) -> StatementView:
        """A statement with the name of the failures, if it has them all."""
        facts = statement.facts
        if not self.within(statement):
            return statement
        first = min(map(facts.index, self.facts))
        kept = [each for each in facts[first:] if each not in self.facts]
        return replace(statement, facts=(*facts[:first], f"*{FAILURES}", *kept))


def common(statements: Sequence[StatementView]) -> Common:
    """What is common to the operations of a package."""
    kinds = Counter(map(_kind, statements))
    kind = max(kinds, key=lambda each: (kinds[each], each), default="")
    counts = Counter(
        fact
        for each in statements
        if _kind(each) == kind
        for fact in dict.fromkeys(each.facts)
        if fact.startswith("Raises(")
    )
    most = tuple(f for f, count in counts.items() if count > len(statements) / 2)
    found = Common(facts=most, kind=kind)
    enough = len(most) >= FEWEST and sum(map(found.within, statements)) >= FEWEST
    return found if enough else Common()


def _kind(statement: StatementView) -> str:
    """The fact that tells the usual media type of answers, "" for that of JSON."""
    facts = (each for each in statement.facts if each.startswith("media_type="))
    return next(facts, "")
