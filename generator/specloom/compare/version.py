"""Which version comes next."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from .effect import Severity

__all__ = ["Bump", "bump", "bumped", "ordered"]

_VERSION: Final = re.compile(r"(v?)(\d+)\.(\d+)(?:\.(\d+))?(.*)")


class Bump(StrEnum):
    """Which part of a version goes up (Semantic Versioning 2.0)."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


_BUMPS: Final = {
    Severity.NONE: Bump.NONE,
    Severity.COMPATIBLE: Bump.MINOR,
    Severity.RISKY: Bump.MINOR,
    Severity.BREAKING: Bump.MAJOR,
}


def bump(verdict: Severity) -> Bump:
    """What a verdict asks of a version."""
    return _BUMPS[verdict]


def ordered(version: str) -> tuple[int, ...] | None:
    """The numbers of a version, to be compared, or `None` where it has none."""
    found = _VERSION.fullmatch(version)
    return (
        None if found is None else tuple(int(each or 0) for each in found.groups()[1:4])
    )


def bumped(version: str, step: Bump) -> str:
    """The version after a step, or "" where it isn't `major.minor[.patch]`.

    0.x promises nothing (Semantic Versioning 2.0, section 4): there, what breaks raises the
    minor part and everything else the patch.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        return ""
    lead, major, minor, patch = (
        found[1],
        int(found[2]),
        int(found[3]),
        int(found[4] or 0),
    )
    if step is Bump.NONE:
        return version
    if major == 0:
        step = Bump.MINOR if step is Bump.MAJOR else Bump.PATCH
    match step:
        case Bump.MAJOR:
            return f"{lead}{major + 1}.0.0"
        case Bump.MINOR:
            return f"{lead}{major}.{minor + 1}.0"
        case _:
            return f"{lead}{major}.{minor}.{patch + 1}"
