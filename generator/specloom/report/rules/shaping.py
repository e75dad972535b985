"""SP5xx: where Python can say less than the document."""

from __future__ import annotations

from ..diagnostic import Effect, Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP502",
        slug="left-out",
        severity=Severity.ERROR,
        effect=Effect.LEFT_OUT,
        summary="An operation is left out.",
        explanation=(
            "What stands in its place is no Operation Object (OpenAPI 3.1 section "
            "4.8.10). Everything else is generated."
        ),
    ),
)
