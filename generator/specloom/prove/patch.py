"""A break of the runtime, in one place of its text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Patch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A text of a module of the runtime, and what stands there instead.

    `needs` is a pattern that the package's own modules (not its runtime) must hold: what
    no operation uses, no test of an operation can miss.
    """

    name: str
    module: str
    old: str
    new: str
    needs: str = ""
