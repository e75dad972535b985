"""A finding together with its place in the author's text."""

from __future__ import annotations

from dataclasses import dataclass

from .diagnostic import Diagnostic, Severity
from .place import Excerpt, Position
from .rules import RULES, Rule

__all__ = ["Located"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding, the file that it is in, and line and column where they are known."""

    diagnostic: Diagnostic
    document: str
    """How messages name the document, for example `specs/shop.yaml`."""
    path: str
    """How messages name the file of the document that the finding is in."""
    position: Position | None = None
    excerpt: Excerpt | None = None

    @property
    def rule(self) -> Rule:
        """The entry of the catalogue for the finding's code."""
        return RULES[self.diagnostic.code]

    @property
    def pointer(self) -> str:
        """The pointer of its place, whether the key or the value is meant."""
        return self.diagnostic.pointer.removesuffix("?key")

    @property
    def severity(self) -> Severity:
        """How bad the finding is."""
        return self.rule.severity
