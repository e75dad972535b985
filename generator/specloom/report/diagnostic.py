"""One finding about a document, and the hallway that collects them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .place import Excerpt, Position

__all__ = ["Diagnostic", "Effect", "Report", "Severity"]


class Severity(StrEnum):
    """How bad a finding is. An error makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Effect(StrEnum):
    """What a finding does to the operations that reach its place."""

    NONE = "none"
    APPROXIMATED = "approximated"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding: the rule's code, its words, and the pointer of its place.

    `pointer` is the author's (`#/paths/~1pets/get`, with the file's name before the `#` in
    documents of several files, and `?key` appended where the key, not the value, is meant).
    """

    code: str
    message: str
    pointer: str
    help: str = ""
    position: Position | None = None
    """Set where the pointer can't lead there: in a text that could not be parsed."""
    excerpt: Excerpt | None = None
    """The line at `position`."""


@dataclass(slots=True)
class Report:
    """The hallway: every room adds what it finds; nothing is ever taken out.

    Equal findings are kept once, in the order in which they were made.
    """

    _found: dict[Diagnostic, None] = field(default_factory=dict[Diagnostic, None])

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a finding."""
        self._found.setdefault(diagnostic)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings so far."""
        return tuple(self._found)
