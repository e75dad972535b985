"""SP7xx: where an `x-` extension doesn't say what it should."""

from __future__ import annotations

from ..diagnostic import Effect, Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP701",
        slug="invalid-extension",
        severity=Severity.ERROR,
        effect=Effect.APPROXIMATED,
        summary="An extension's value doesn't have the form that specloom reads.",
        explanation="It is ignored. `specs/README.md` describes each extension.",
    ),
    Rule(
        code="SP702",
        slug="foreign-extension",
        severity=Severity.WARNING,
        summary="An extension has the name of one of ours, and another form.",
        explanation=(
            "Other tools use the same name for something else. It is ignored. "
            "`specs/README.md` describes the form that is read."
        ),
    ),
)
