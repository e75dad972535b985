"""SP3xx: where a sound document means something odd."""

from __future__ import annotations

from ..diagnostic import Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP301",
        slug="contradictory-all-of",
        severity=Severity.WARNING,
        summary="The members of an `allOf` contradict each other.",
        explanation=(
            "No value can satisfy all of them as written. The last one that "
            "says something counts."
        ),
    ),
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
        summary="A schema says more than a type can, and is read as something wider.",
        explanation=(
            "Callers may pass values that the service will refuse; nothing that "
            "the service sends is refused."
        ),
    ),
    Rule(
        code="SP304",
        slug="ambiguous-union",
        severity=Severity.NOTE,
        summary="Several members of a union can fit the same value.",
        explanation=("The first that fits best is taken. A discriminator settles it."),
    ),
)
