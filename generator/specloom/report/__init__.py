"""The hallway: findings about a document, their rules and how they are shown."""

from .diagnostic import (
    Diagnostic,
    Effect,
    Report,
    Severity,
)
from .formats import as_json, github, text, visible
from .located import Located
from .place import Excerpt, Position
from .rules import RULES, Rule, rule
from .suggestion import did_you_mean

__all__ = [
    "RULES",
    "Diagnostic",
    "Effect",
    "Excerpt",
    "Located",
    "Position",
    "Report",
    "Rule",
    "Severity",
    "as_json",
    "did_you_mean",
    "github",
    "rule",
    "text",
    "visible",
]
