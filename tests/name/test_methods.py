"""Methods of operations without ids whose short names collide."""

from __future__ import annotations

import pytest
from specloom.name.collisions import Claim, settle
from specloom.report import Report

from tests.name.apis import api, named, operation


def _methods(tag: str, *paths: str) -> dict[str, str]:
    """Path -> method of its `GET`."""
    operations = [operation("get", path, tags=(tag,)) for path in paths]
    names = named(api(*operations)).operations
    return {each.path: names[each.pointer].method for each in operations}


def test_paths_are_told_apart_by_their_variables() -> None:
    """Of two paths to one thing the longer one says by what; no name is a hash."""
    found = _methods(
        "mempool",
        "/mempool",
        "/mempool/{hash}",
        "/proposals/{id}",
        "/proposals/{tx}/{no}",
    )
    assert [*found.values()] == [
        "get",
        "get_by_hash",
        "get_proposal",
        "get_proposal_by_tx_no",
    ]


def test_a_new_path_with_more_variables_renames_none() -> None:
    """The path with the fewest variables keeps its name whatever is added."""
    before = _methods("votes", "/committee/votes")
    after = _methods("votes", "/committee/votes", "/committee/{id}/votes")
    assert before["/committee/votes"] == after["/committee/votes"]


@pytest.mark.parametrize(
    ("tag", "path", "expected"),
    [
        ("Cardano » Governance", "/governance/dreps", "list_dreps"),
        ("Cardano » Governance", "/governance", "get"),
        ("Cardano » Governance", "/cardano/dreps", "list_cardano_dreps"),
    ],
)
def test_the_last_words_of_a_tag_are_not_repeated(
    tag: str, path: str, expected: str
) -> None:
    """`client.cardano_governance.list_dreps`, not `….list_governance_dreps`."""
    assert _methods(tag, path) == {path: expected}


def test_what_all_others_gave_up_goes_to_who_is_left_over() -> None:
    """A claim that has no other wish gets a contested name that nobody holds any more."""
    claims = (
        Claim(key="a", wishes=("get",), pattern="get_{}", pointer="a"),
        Claim(key="b", wishes=("get", "get_all"), pattern="get_{}", pointer="b"),
    )
    report = Report()
    assert settle(claims, report) == {"a": "get", "b": "get_all"}
    assert report.diagnostics == ()
