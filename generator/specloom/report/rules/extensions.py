"""SP7xx: where an `x-` extension doesn't say what it should."""

from __future__ import annotations

from ..diagnostic import Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP701",
        slug="invalid-extension",
        severity=Severity.ERROR,
        summary="An extension's value doesn't have the form that specloom reads.",
        explanation="It is ignored. `specs/README.md` describes each extension.",
    ),
)
