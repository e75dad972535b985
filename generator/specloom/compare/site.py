"""What is to be judged: a finding or a pair of schemas, in one use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..link import Api, Direction, Operation, Pointer
from .finding import Finding, Place, Use

__all__ = ["Exchange", "Site"]


@dataclass(frozen=True, slots=True)
class Site:
    """Two schemas, or one finding, in one use."""

    use: Use
    pair: tuple[Pointer, Pointer] | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """The two sides of one operation. `sends` is the way of its requests."""

    apis: tuple[Api, Api]
    base: Operation
    revision: Operation
    use: Use
    today: date
    sends: Direction = "request"

    @property
    def gets(self) -> Direction:
        """The way of its answers."""
        return "response" if self.sends == "request" else "request"

    def found(
        self,
        finding: Finding,
        way: Direction,
        *,
        success: bool = True,
        retired: bool = False,
    ) -> Site:
        """A finding that travels one way."""
        use = replace(self.use, direction=way, success=success, retired=retired)
        return Site(use, finding=finding)

    def pair(
        self,
        one: Pointer,
        other: Pointer,
        way: Direction,
        place: Place,
        *,
        success: bool = True,
    ) -> Site:
        """Two schemas that travel one way."""
        use = replace(self.use, direction=way, place=place, success=success)
        return Site(use, pair=(one, other))
