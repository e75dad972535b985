"""The hallway: findings about a document, their rules and how they are shown."""

from .diagnostic import (
    Diagnostic,
    Effect,
    Report,
    Severity,
)

__all__ = [
    "Diagnostic",
    "Effect",
    "Report",
    "Severity",
]
