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
    Rule(
        code="SP703",
        slug="pagination-proposed",
        severity=Severity.NOTE,
        summary="A list looks as if its answers came in pages.",
        explanation=(
            "Its parameters and members have names that usually mean so. Whether they "
            "do, only the vendor's pages say: nothing is generated of a guess. With "
            "`x-pagination`, in the document or in an overlay, the client gets a method "
            "that goes through all items. Only `lint` tells."
        ),
    ),
)
