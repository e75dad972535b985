"""What a comparison finds, before anybody says how bad it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..link import Direction, Operation, Pointer
from .effect import Effect

__all__ = ["Edge", "Finding", "Part", "Place", "Use", "use_of"]

Place: TypeAlias = Literal["operation", "parameter", "header", "body"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Where something travels: the operation, which way, and what mitigates a change.

    `direction` is the caller's view: what a webhook carries is a response.
    """

    operation: str
    """Method and path, for example `GET /pets/{id}`."""
    direction: Direction
    place: Place = "body"
    success: bool = True
    """Not inside the answer of an error (4XX, 5XX)."""
    stable: bool = True
    """`x-stability-level` promises that it stays."""
    retired: bool = False
    """Was deprecated, and its `x-sunset`, if any, is past."""

    @property
    def text(self) -> bool:
        """Whether values are written as text, so that a number is a string too."""
        return self.place in ("parameter", "header")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference, at its own place in each document (`""` where it is absent)."""

    rule: str
    effect: Effect
    base: Pointer
    revision: Pointer
    what: str
    """The end of the sentence that its place begins, for example `is now required`."""
    before: str = ""
    after: str = ""
    keyword: str = ""
    only: Direction | None = None
    """The only way in which it matters: a read-only member is not sent."""
    as_text: Effect | None = None
    """The effect where values are written as text, if it is another one."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A pair of schemas inside another pair."""

    base: Pointer
    revision: Pointer
    only: Direction | None = None


Part: TypeAlias = Finding | Edge


def use_of(operation: Operation) -> str:
    """How an operation is named."""
    return f"{operation.method} {operation.path}"
