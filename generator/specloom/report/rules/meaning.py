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
    Rule(
        code="SP304",
        slug="link-not-followed",
        severity=Severity.WARNING,
        summary="A link leads to no call that could be made.",
        explanation=(
            "It has no constant in `links`; everything else is generated. A link has "
            "to name an operation of the document and parameters that it has, and say "
            "by runtime expressions where their values stand (OpenAPI 3.1 section "
            "4.8.20). What else the call needs, its caller gives."
        ),
    ),
)
