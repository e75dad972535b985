"""Changes that somebody accepted, with a reason and until a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from .change import Change, Diff
from .effect import Severity

__all__ = ["Acceptance", "accept", "leftovers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One entry of `accepted-changes.yaml`."""

    rule: str
    """A rule's id; `*` stands for anything in it."""
    at: str
    """A pointer; `*` stands for anything in it, slashes too."""
    reason: str
    who: str
    """Who asked for it, or has to know."""
    expires: date | None
    document: str = "*"
    """The path of the document, `*` as before."""

    def covers(self, change: Change, document: str) -> bool:
        """Whether it speaks of a change."""
        places = (change.base, change.revision)
        return (
            fnmatchcase(change.rule, self.rule)
            and any(place and fnmatchcase(place, self.at) for place in places)
            and fnmatchcase(document, self.document)
        )


def accept(
    diff: Diff, document: str, acceptances: Iterable[Acceptance], today: date
) -> Diff:
    """The diff with the reasons of what was accepted; an expired entry accepts nothing."""
    open_ones = [a for a in acceptances if a.expires is None or a.expires >= today]

    def told(change: Change) -> Change:
        found = next((a for a in open_ones if a.covers(change, document)), None)
        if found is None:
            return change
        return replace(change, accepted=f"{found.reason} (for {found.who})")

    return replace(diff, changes=tuple(map(told, diff.changes)))


def leftovers(
    acceptances: Iterable[Acceptance],
    seen: Iterable[tuple[str, Change]],
    today: date,
) -> tuple[Change, ...]:
    """Entries that expired, and those that no change of any document needs."""
    changes = tuple(seen)
    found: list[Change] = []
    for each in acceptances:
        expired = each.expires is not None and each.expires < today
        if expired:
            found.append(_leftover(each, "expired", f"expired on {each.expires}"))
        elif not any(each.covers(change, document) for document, change in changes):
            found.append(_leftover(each, "unused", "accepts nothing that changed"))
    return tuple(found)


def _leftover(acceptance: Acceptance, what: str, words: str) -> Change:
    return Change(
        rule=f"policy/acceptance-{what}",
        severity=Severity.RISKY,
        base="",
        revision="#",
        subject=f"the acceptance of {acceptance.rule} at {acceptance.at}",
        what=words,
        why="lists of exceptions stay short when each one is needed",
        before=acceptance.rule,
        after=acceptance.at,
    )
