"""SP5xx: where Python can say less than the document."""

from __future__ import annotations

from ..diagnostic import Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP501",
        slug="approximated-type",
        severity=Severity.NOTE,
        summary="A type is approximated.",
        explanation=(
            "The generated annotation accepts everything that the document "
            "accepts, and more."
        ),
    ),
    Rule(
        code="SP502",
        slug="left-out",
        severity=Severity.ERROR,
        summary="An operation is left out.",
        explanation=(
            "It can't be called correctly from what the document says. "
            "Everything else is generated."
        ),
    ),
)
