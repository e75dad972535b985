"""A package as one view: the door out of `shape`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..link import Pointer
from .testing.views import TestsView
from .views import (
    AliasView,
    ClientView,
    ConstantsView,
    ErrorView,
    LinksView,
    ModelView,
    ModuleView,
    PageView,
    ResourceView,
)

__all__ = [
    "OperationSummary",
    "Package",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSummary:
    """What became of an operation, for reports."""

    pointer: Pointer
    method: str
    path: str
    call: str
    sync: str
    asynchronous: str
    status: Literal["generated", "approximated", "left-out"]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package, ready to be written down."""

    distribution: str
    distribution_text: str
    """As a string of TOML, like `summary_text`."""
    import_name: str
    version: str
    """PEP 440."""
    summary_text: str
    location: str
    header: str
    docstring: str
    models: ModuleView
    classes: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]
    errors: ModuleView
    exceptions: tuple[ErrorView, ...]
    resources: tuple[ResourceView, ...]
    client: ClientView
    links: LinksView | None
    webhooks: ConstantsView | None
    pages: tuple[PageView, ...]
    examples: str
    """The answers that the document shows, as JSON."""
    runtime: tuple[str, ...]
    """The modules of the runtime that this package needs."""
    grows: bool
    """Whether some union may have members that the document does not know yet."""
    frozen: bool = False
    """Whether models cannot be changed, only replaced."""
    tests: TestsView
    operations: tuple[OperationSummary, ...]
