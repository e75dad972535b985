"""Can the tests of a package fail? Its mutants, each run against its own tests."""

from .catalogue import CATALOGUE, mutants, package_of
from .mutant import Mutant
from .running import Verdict, passes, prepared, verdicts
from .score import Score, sample

__all__ = [
    "CATALOGUE",
    "Mutant",
    "Score",
    "Verdict",
    "mutants",
    "package_of",
    "passes",
    "prepared",
    "sample",
    "verdicts",
]
