"""Two sides of a document, and everything that changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..link import Api
from ..name import Names
from ..shape import Package
from .change import Change, Diff
from .effect import Severity
from .policy import policy
from .python import Surface, python, surface
from .wire import wire

__all__ = ["Side", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What the rooms made of one document."""

    api: Api
    names: Names
    package: Package


def compare(base: Side, revision: Side, today: date) -> Diff:
    """All changes, most severe first. Both sides were made with the same settings."""
    on_the_wire = wire(base.api, revision.api, today)
    worst = max((each.severity for each in on_the_wire), default=Severity.NONE)
    changes: tuple[Change, ...] = (
        *on_the_wire,
        *python(_surface(base), _surface(revision)),
        *policy(base.api, revision.api, worst, today),
    )
    return Diff(
        base=base.api.location,
        revision=revision.api.location,
        base_version=base.api.version,
        revision_version=revision.api.version,
        distribution=revision.package.distribution,
        package_version=base.package.version,
        changes=tuple(sorted(changes, key=lambda each: -each.severity)),
    )


def _surface(side: Side) -> Surface:
    return surface(side.api, side.names, side.package)
