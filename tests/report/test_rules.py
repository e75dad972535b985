"""The catalogue of rules is one thing that everybody can look up."""

from __future__ import annotations

import re

import pytest
from specloom.report import RULES, Diagnostic, Report, did_you_mean, rule
from specloom.report.rules import (
    extensions,
    meaning,
    naming,
    reading,
    shaping,
    soundness,
    writing,
)


def test_codes_and_slugs_are_unique() -> None:
    """No two rules share a code or a slug, and the codes are in order."""
    families = (reading, soundness, meaning, naming, shaping, writing, extensions)
    rules = [entry for family in families for entry in family.RULES]
    codes = [entry.code for entry in rules]
    assert sorted(set(codes)) == codes == list(RULES)
    assert len({entry.slug for entry in rules}) == len(rules)


@pytest.mark.parametrize("code", list(RULES))
def test_every_rule_explains_itself(code: str) -> None:
    """A rule is found by code and slug in any case, and says what to do in sentences."""
    entry = RULES[code]
    assert rule(code.lower()) is rule(entry.slug.upper()) is entry
    assert re.fullmatch(r"SP[1-9][0-9]{2}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.slug)
    assert entry.summary.endswith(".")
    assert entry.explanation.endswith(".")


def test_unknown_rules() -> None:
    """Asking for a rule that isn't there is a KeyError."""
    with pytest.raises(KeyError):
        rule("SP999")


def test_equal_findings_are_kept_once() -> None:
    """Two rooms that find the same thing make one finding; the order is kept."""
    report = Report()
    for code in ("SP204", "SP101", "SP204"):
        report.add(Diagnostic(code=code, message="x", pointer="#"))
    assert [found.code for found in report.diagnostics] == ["SP204", "SP101"]


def test_suggestions() -> None:
    """A slip is recognised, a different word is not, and huge inputs cost nothing."""
    assert did_you_mean("Usr", ["Order", "User"]) == "User"
    assert did_you_mean("Invoice", ["Order", "User"]) == ""
    assert did_you_mean("x" * 10_000, ["x" * 10_000]) == ""
