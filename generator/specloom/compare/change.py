"""What changed between two documents, judged: the door out of `compare`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..link import Pointer
from .effect import Severity

__all__ = ["Change", "Diff", "Family", "Profile"]

Family: TypeAlias = Literal["wire", "py", "policy"]
Profile: TypeAlias = Literal["wire", "python-runtime", "python-source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One root cause, once, however many operations it reaches."""

    rule: str
    severity: Severity
    base: Pointer
    """Its place before, or "" where it is new."""
    revision: Pointer
    """Its place after, or "" where it is gone."""
    subject: str
    """What changed, as people say it: `Pet.name`, `client.pets.list`."""
    what: str
    """The end of the sentence that `subject` begins."""
    why: str
    """Why it is as severe as it is."""
    before: str = ""
    after: str = ""
    keyword: str = ""
    direction: Literal["request", "response", "both", ""] = ""
    operations: tuple[str, ...] = ()
    """The operations that it reaches, for example `GET /pets`."""
    runtime: Severity | None = None
    """Of `py/` changes: what a program meets that nobody type-checks."""
    callers: tuple[str, ...] = ()
    """Lines of a caller's code that it touches: `path:line: what is wrong there`."""
    accepted: str = ""
    """The reason for which somebody accepted it, or ""."""

    @property
    def family(self) -> Family:
        """The rule's family."""
        match self.rule.partition("/")[0]:
            case "wire":
                return "wire"
            case "py":
                return "py"
            case _:
                return "policy"

    @property
    def place(self) -> Pointer:
        """Where it stands: after, or before where it is gone."""
        return self.revision or self.base

    @property
    def fingerprint(self) -> str:
        """Stable as long as the same thing changes in the same way."""
        facts = (
            self.rule,
            self.base,
            self.revision,
            self.keyword,
            self.before,
            self.after,
        )
        return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]

    def under(self, profile: Profile) -> Severity:
        """How severe it is for whom the profile speaks of; accepted changes are not."""
        if self.accepted:
            return Severity.NONE
        match profile, self.family:
            case _, "policy":
                return self.severity
            case ("wire", "wire") | ("python-source", "py"):
                return self.severity
            case "python-runtime", "py":
                return self.severity if self.runtime is None else self.runtime
            case _:
                return Severity.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Two documents, and everything that changed between them, most severe first."""

    base: str
    revision: str
    base_version: str
    revision_version: str
    distribution: str
    package_version: str
    changes: tuple[Change, ...]

    def verdict(self, family: Family, *, accepted: bool = False) -> Severity:
        """The worst of a family; with `accepted`, as if nobody had accepted anything."""
        return max(
            (
                each.severity
                for each in self.changes
                if each.family == family and (accepted or not each.accepted)
            ),
            default=Severity.NONE,
        )
