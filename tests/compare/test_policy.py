"""Promises about changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from specloom.compare import RULES

from .documents import SHOP, changed
from .sides import between, written

GET = "paths/~1pets/get"
LIMIT = f"{GET}/parameters/0"
KIND = "components/schemas/Pet/properties/kind"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ({}, {GET: None}, "removed-without-deprecation"),
        (
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2026-09-01"},
            {GET: None},
            "removed-before-sunset",
        ),
        (
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2026-08-01"},
            {GET: None},
            "",
        ),
        ({f"{GET}/x-stability-level": "alpha"}, {GET: None}, ""),
        ({}, {f"{GET}/deprecated": True}, ""),
        (
            {},
            {
                f"{GET}/deprecated": True,
                "paths/~1pets/post/x-sunset": "2027-01-01",
                "paths/~1pets/post/deprecated": True,
            },
            "sunset-missing",
        ),
        (
            {},
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "soon"},
            "sunset-unreadable",
        ),
        (
            {},
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2026-08-01"},
            "sunset-too-soon",
        ),
        (
            {},
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2026-11-05"},
            "sunset-too-soon",
        ),
        ({}, {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2026-11-06"}, ""),
        (
            {},
            {f"{LIMIT}/deprecated": True, f"{LIMIT}/x-sunset": "?"},
            "sunset-unreadable",
        ),
        (
            {f"{KIND}/deprecated": True, f"{KIND}/x-sunset": "2027-01-01"},
            {f"{KIND}/x-sunset": "2026-10-01"},
            "sunset-earlier",
        ),
        (
            {f"{GET}/deprecated": True, f"{GET}/x-sunset": "2027-01-01"},
            {f"{GET}/x-sunset": None},
            "sunset-removed",
        ),
        ({}, {f"{GET}/x-stability-level": "beta"}, "stability-lowered"),
        (
            {f"{GET}/x-stability-level": "beta"},
            {f"{GET}/x-stability-level": "stable"},
            "",
        ),
        ({}, {f"{GET}/x-stability-level": "gamma"}, "stability-unknown"),
        ({}, {"info/version": "0.9.0"}, "version-lowered"),
        ({}, {f"{LIMIT}/required": True}, "version-not-bumped"),
        ({}, {f"{LIMIT}/required": True, "info/version": "2.0.0"}, ""),
        (
            {"info/version": "0.1.0"},
            {f"{LIMIT}/required": True, "info/version": "0.2.0"},
            "",
        ),
        (
            {"info/version": "0.1.0"},
            {f"{LIMIT}/required": True, "info/version": "0.1.1"},
            "version-not-bumped",
        ),
    ],
)
def test_promises(
    tmp_path: Path, before: dict[str, Any], after: dict[str, Any], rule: str
) -> None:
    """A promise that is broken is told by its rule, and one that is kept is not."""
    old = SHOP
    for pointer, value in before.items():
        old = changed(old, pointer, value)
    new = old
    for pointer, value in after.items():
        new = changed(new, pointer, value)
    found = between(written(tmp_path, "old", old), written(tmp_path, "new", new))
    told = {each.rule for each in found.changes if each.family == "policy"}
    if GET in after:  # a removed operation breaks without a new version
        told.discard("policy/version-not-bumped")
    assert told == ({f"policy/{rule}"} if rule else set())
    assert told <= set(RULES)
