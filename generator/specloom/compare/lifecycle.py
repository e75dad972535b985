"""What an author promised about how long something stays."""

from __future__ import annotations

from datetime import date

from ..link import Operation, Parameter, Property

__all__ = ["is_stable", "retired", "sunset"]

_UNSTABLE = frozenset({"draft", "alpha"})
"""Levels of `x-stability-level` that promise nothing."""


def is_stable(operation: Operation) -> bool:
    """Whether the author promised that an operation stays as it is."""
    lifecycle = operation.lifecycle
    return lifecycle is None or lifecycle.stability not in _UNSTABLE


def retired(part: Operation | Parameter | Property, today: date) -> bool:
    """Whether a part was deprecated and its last day, if it has one, is past."""
    if not part.deprecated:
        return False
    if part.lifecycle is None or not part.lifecycle.sunset:
        return True
    last = sunset(part)
    return last is not None and last < today


def sunset(part: Operation | Parameter | Property) -> date | None:
    """The day of `x-sunset`; `None` without one, or where it is no date (RFC 3339)."""
    try:
        return (
            date.fromisoformat(part.lifecycle.sunset[:10]) if part.lifecycle else None
        )
    except ValueError:
        return None
