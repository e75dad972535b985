"""SP4xx: where a name had to be chosen."""

from __future__ import annotations

from ..diagnostic import Severity
from .entry import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        code="SP401",
        slug="name-collision",
        severity=Severity.NOTE,
        summary="Two things of the document would have the same name in Python.",
        explanation=(
            "One of them carries four hex digits of its place's hash. "
            "`x-python-name` pins a better name."
        ),
    ),
    Rule(
        code="SP402",
        slug="name-unusable",
        severity=Severity.NOTE,
        summary="A name of the document has nothing that Python can use.",
        explanation=(
            "A name was made from its place. `x-python-name` pins a better one."
        ),
    ),
    Rule(
        code="SP403",
        slug="selects-nothing",
        severity=Severity.WARNING,
        summary="A pattern of the settings matches no operation.",
        explanation=(
            "`tags`, `paths` and `operations` of a document's settings select the operations"
            " that the package has. A pattern that matches none is mostly a typing error, or"
            " the document has changed."
        ),
    ),
)
