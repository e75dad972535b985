"""What became of one document: all that a run prints, reports and remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..report import Located
from ..shape import OperationSummary

__all__ = ["Outcome", "Written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How a folder changed, or would: numbers of files."""

    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One document's line in a run. `package` is empty where nothing could be made."""

    document: str
    package: str = ""
    import_name: str = ""
    operations: tuple[OperationSummary, ...] = ()
    findings: tuple[Located, ...] = ()
    written: Written = field(default_factory=Written)
    refused: bool = False
    """Nothing was written: a conflict, or a folder that cannot be written."""
