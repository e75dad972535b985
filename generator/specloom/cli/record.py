"""`--report FILE`: what became of every operation, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from ..report import as_json
from ..shape import OperationSummary
from .outcome import Outcome

__all__ = ["record"]


def record(outcomes: Iterable[Outcome], path: Path) -> None:
    """Write the report.

    Raises:
        OSError: The file can't be written.
    """
    report = {"documents": [_document(outcome) for outcome in outcomes]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")


def _document(outcome: Outcome) -> dict[str, object]:
    return {
        "document": outcome.document,
        "package": outcome.package or None,
        "import_name": outcome.import_name or None,
        "operations": [_operation(each) for each in outcome.operations],
        "diagnostics": as_json(outcome.findings),
    }


def _operation(summary: OperationSummary) -> dict[str, object]:
    return {
        "pointer": summary.pointer,
        "method": summary.method,
        "path": summary.path,
        "call": summary.call or None,
        "sync": summary.sync or None,
        "async": summary.asynchronous or None,
        "status": summary.status,
        "reasons": list(summary.reasons),
    }
