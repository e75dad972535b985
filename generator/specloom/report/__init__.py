"""The hallway: findings about a document, their rules and how they are shown."""

from .diagnostic import (
    Diagnostic,
    Effect,
    Report,
    Severity,
)
from .rules import RULES, Rule, rule
from .suggestion import did_you_mean

__all__ = [
    "RULES",
    "Diagnostic",
    "Effect",
    "Report",
    "Rule",
    "Severity",
    "did_you_mean",
    "rule",
]
