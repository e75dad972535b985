"""The words that all formats share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..change import Family
from ..effect import Severity

__all__ = ["SEVERITIES", "WORLDS"]

WORLDS: Final[Mapping[Family, str]] = {
    "wire": "wire",
    "py": "Python",
    "policy": "policy",
}
SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.BREAKING: "BREAKING",
    Severity.RISKY: "risky",
    Severity.COMPATIBLE: "ok",
    Severity.NONE: "accepted",
}
