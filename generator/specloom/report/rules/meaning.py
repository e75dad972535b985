"""SP3xx: where a sound document means something odd."""

from __future__ import annotations

from ..diagnostic import Effect, Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP302",
        slug="discriminator-without-mapping",
        severity=Severity.NOTE,
        summary="A discriminator can't be read from the document.",
        explanation=(
            "The union is decoded by which schema fits. Give a `mapping`, and a "
            "constant for the property in each member."
        ),
    ),
    Rule(
        code="SP303",
        slug="widened-schema",
        severity=Severity.NOTE,
        effect=Effect.APPROXIMATED,
        summary="A schema says more than a type can, and is read as something wider.",
        explanation=(
            "Callers may pass values that the service will refuse; nothing that "
            "the service sends is refused."
        ),
    ),
)
