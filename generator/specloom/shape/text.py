"""The one place where text of a document becomes code."""

from __future__ import annotations

from ..link import JsonValue

__all__ = ["comment", "docstring", "literal", "summary"]


def literal(value: JsonValue) -> str:
    """A JSON value as a Python literal, in black's quote style, on one line.

    Raises:
        ValueError: It is nested more deeply than Python's parser can read.
    """
    raise NotImplementedError


def docstring(text: str, *, indent: int) -> str:
    """A docstring with its quotes, or "" for no text.

    `indent` is the column of the opening quotes; further lines are already indented, so
    a template prints it after that many spaces.
    """
    raise NotImplementedError


def comment(text: str) -> str:
    """One line, `# ` included, which no tool reads as a directive."""
    raise NotImplementedError


def summary(text: str) -> str:
    """The first sentence as one line of plain text, not escaped for code; may be ""."""
    raise NotImplementedError
