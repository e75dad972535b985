"""Names that the settings fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..link import Pointer

__all__ = ["Pins"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pins:
    """What the settings say about names; `None` leaves the choice to the document.

    `names` maps the pointer of any element to its name. It wins over `x-python-name`.
    """

    distribution: str | None = None
    package: str | None = None
    client: str | None = None
    names: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])

    def of(self, pointer: Pointer, stated: str | None) -> str | None:
        """The pinned name of an element, else its `x-python-name`."""
        return self.names.get(pointer, stated)
