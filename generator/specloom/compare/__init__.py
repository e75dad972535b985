"""What does a changed document do? Two sides -> `Diff`."""

from .accepted import Acceptance, accept, leftovers
from .change import Change, Diff, Family, Profile
from .comparing import Side, compare
from .effect import Effect, Severity
from .explaining import explanation
from .focus import focus, is_only_renamed
from .rules import RULES, Rule
from .unsound import unsound
from .version import Bump, bump, bumped

__all__ = [
    "RULES",
    "Acceptance",
    "Bump",
    "Change",
    "Diff",
    "Effect",
    "Family",
    "Profile",
    "Rule",
    "Severity",
    "Side",
    "accept",
    "bump",
    "bumped",
    "compare",
    "explanation",
    "focus",
    "is_only_renamed",
    "leftovers",
    "unsound",
]
