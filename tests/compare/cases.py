"""`make diff-cases`: our verdicts beside oasdiff's, with a reason for each difference."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specloom.compare import Diff, Severity

from .deviations import REASONS, reason_of
from .sides import between

__all__ = ["CASES", "Case", "cases", "verdict_of"]

CASES: Final = Path(__file__).parents[3] / "shared" / "diff"
_WORDS: Final = {
    Severity.NONE: "none",
    Severity.COMPATIBLE: "non-breaking",
    Severity.RISKY: "warning",
    Severity.BREAKING: "breaking",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A pair of documents, oasdiff's verdict and ours."""

    name: str
    theirs: str
    ours: str

    @property
    def differs(self) -> bool:
        """Whether the verdicts are not the same."""
        return self.theirs != self.ours


def verdict_of(diff: Diff) -> str:
    """Ours in oasdiff's words: it judges wire and policy; any other change is information.

    It does not look at versions unless it is asked to.
    """
    severities = [
        Severity.COMPATIBLE if each.family == "py" else each.severity
        for each in diff.changes
        if each.rule != "policy/version-not-bumped"
    ]
    return _WORDS[max(severities, default=Severity.NONE)]


def cases() -> Iterator[Case]:
    """Every case of ../shared/diff."""
    for case in json.loads((CASES / "cases.json").read_text("utf-8")):
        base, revision = (CASES / "specs" / case[key] for key in ("base", "revision"))
        ours = verdict_of(between(base, revision))
        yield Case(name=case["case"], theirs=case["verdict"], ours=ours)


def main() -> None:
    """Print the table."""
    found = tuple(cases())
    counts = Counter((each.theirs, each.ours) for each in found)
    print(f"{'oasdiff':<14}{'specloom':<14}{'pairs':>5}")
    for (theirs, ours), count in sorted(counts.items()):
        print(f"{theirs:<14}{ours:<14}{count:>5}")
    differing = {each.name: each for each in found if each.differs}
    print(f"\n{len(found) - len(differing)} of {len(found)} pairs agree")
    for theirs, ours in (("breaking", "none"), ("none", "breaking")):
        unexplained = [
            each.name
            for each in differing.values()
            if (each.theirs, each.ours) == (theirs, ours) and not reason_of(each.name)
        ]
        print(f"{len(unexplained)} unexplained {theirs} -> {ours}")
    for reason, names in REASONS.items():
        shown = [differing[name] for name in names if name in differing]
        print(f"\n{reason}")
        for each in shown:
            print(f"    {each.name}  {each.theirs} -> {each.ours}")


if __name__ == "__main__":
    main()
