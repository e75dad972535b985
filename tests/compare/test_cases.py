"""Our verdicts of ../shared/diff beside oasdiff's."""

from __future__ import annotations

import json

import pytest

from .cases import CASES, Case, cases
from .deviations import REASONS, reason_of
from .sides import between

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="../shared/diff is not there"
)


@pytest.fixture(scope="module")
def found() -> dict[str, Case]:
    """Every case by its name."""
    return {each.name: each for each in cases()}


def test_each_difference_has_a_reason(found: dict[str, Case]) -> None:
    """No verdict differs from oasdiff's without a reason that is written down."""
    assert not [e for e in found.values() if e.differs and not reason_of(e.name)]


def test_each_reason_is_needed(found: dict[str, Case]) -> None:
    """A case with a reason does differ: reasons don't outlive what they explain."""
    named = [case for each in REASONS.values() for case in each]
    assert [case for case in named if not found[case].differs] == []
    assert len(named) == len(set(named))


def test_most_verdicts_agree(found: dict[str, Case]) -> None:
    """At least three pairs in four get the verdict that oasdiff gives them."""
    assert sum(not each.differs for each in found.values()) >= len(found) * 0.75


def test_what_documents_share_can_be_left_out() -> None:
    """The changes of every pair are the same with and without what both sides share."""
    for pair in json.loads((CASES / "cases.json").read_text("utf-8")):
        base, revision = (CASES / "specs" / pair[key] for key in ("base", "revision"))
        whole = between(base, revision, focused=False)
        assert between(base, revision).changes == whole.changes, pair["case"]
