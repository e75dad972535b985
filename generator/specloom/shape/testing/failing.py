"""How most operations of a package fail: said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .views import StatementView

__all__ = ["FAILURES", "common", "shared"]

FAILURES = "FAILURES"
"""What the failures are called that most operations have."""
FEWEST = 3
"""Fewer failures, or those of fewer operations, are said where they belong."""


def common(statements: Sequence[StatementView]) -> tuple[str, ...]:
    """The failures that more than half of the operations state, in their order."""
    told = [_failures(each) for each in statements]
    counts = Counter(fact for facts in told for fact in dict.fromkeys(facts))
    most = tuple(f for f, count in counts.items() if count > len(statements) / 2)
    users = sum(set(most) <= set(facts) for facts in told)
    return most if len(most) >= FEWEST and users >= FEWEST else ()


def shared(statement: StatementView, failures: tuple[str, ...]) -> StatementView:
    """A statement with the name of the failures, if it has them all."""
    facts = statement.facts
    if not failures or not set(failures) <= set(_failures(statement)):
        return statement
    first = min(map(facts.index, failures))
    kept = [each for each in facts[first:] if each not in failures]
    return replace(statement, facts=(*facts[:first], f"*{FAILURES}", *kept))


def _failures(statement: StatementView) -> tuple[str, ...]:
    """The failures; what one says of its body is of the usual media type: that of JSON."""
    if any(each.startswith("media_type=") for each in statement.facts):
        return ()
    return tuple(each for each in statement.facts if each.startswith("Raises("))
