"""Any text becomes an identifier, or honestly nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.name.collisions import Claim, settle
from specloom.name.identifiers import pascal, snake
from specloom.report import Report

TEXTS = st.text(max_size=20) | st.from_regex(
    r"[-_$@a-zA-Z0-9\[\]. ]{1,12}", fullmatch=True
)


@given(TEXTS)
def test_any_text_is_an_identifier_or_nothing(text: str) -> None:
    """Names are identifiers as Python reads them, never private and never dunders."""
    for name in (snake(text), pascal(text)):
        assert name == "" or name.isidentifier()
        assert unicodedata.normalize("NFKC", name) == name
        assert not name.startswith("_")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("legalFullName", "legal_full_name"),
        ("_id", "id_"),
        ("$ref", "ref"),
        ("x[]", "x"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("start>", "start_gt"),
        ("date[<=]", "date_lte"),
        ("voice > Settings", "voice_settings"),
        ("pet->owner", "pet_owner"),
        ("2fa", "n2fa"),
        ("X-Request-ID", "x_request_id"),
        ("userIDs", "user_ids"),
        ("deviceQoSProfile", "device_qos_profile"),
        ("created_at__gt", "created_at__gt"),
        ("ngày_sinh", "ngày_sinh"),
        ("🎉", ""),
    ],
)
def test_names_read_well(text: str, name: str) -> None:
    """What documents call things reads in Python as a person would write it."""
    assert snake(text) == name


def _claim(key: str) -> Claim:
    name = snake(key)
    return Claim(
        key=key,
        wishes=(name,) if name else (),
        pattern=f"{name or 'field'}_{{}}",
        pointer=f"#/{key}",
    )


@given(st.sets(TEXTS, max_size=12))
def test_distinct_keys_get_distinct_names(keys: set[str]) -> None:
    """In one scope no two things share a name, and the order they come in is nothing."""
    names = settle(map(_claim, sorted(keys)), Report())
    assert len(set(names.values())) == len(keys)
    assert settle(map(_claim, sorted(keys, reverse=True)), Report()) == names


@given(st.sets(TEXTS, min_size=1, max_size=8))
def test_what_collides_with_nothing_keeps_its_name(keys: set[str]) -> None:
    """The removal of one thing changes the names of its rivals only."""
    names = settle(map(_claim, sorted(keys)), Report())
    gone = min(keys)
    left = settle(map(_claim, sorted(keys - {gone})), Report())
    changed = {key for key in left if left[key] != names[key]}
    assert all(snake(key) == snake(gone) for key in changed)
