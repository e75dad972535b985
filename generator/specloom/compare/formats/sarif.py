"""Changes as SARIF 2.1.0, for tools that collect findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ... import __version__
from ...link import JsonValue
from ..change import Change
from ..effect import Severity
from ..rules import RULES
from .shown import Shown

__all__ = ["sarif"]

_Object: TypeAlias = dict[str, JsonValue]

_LEVELS = {
    Severity.BREAKING: "error",
    Severity.RISKY: "warning",
    Severity.COMPATIBLE: "note",
    Severity.NONE: "none",
}


def sarif(shown: Iterable[Shown]) -> _Object:
    """One run over all documents."""
    shown = tuple(shown)
    used = dict.fromkeys(change.rule for each in shown for change in each.diff.changes)
    driver: _Object = {
        "name": "specloom",
        "version": __version__,
        "rules": [
            {"id": rule, "shortDescription": {"text": RULES[rule].summary}}
            for rule in used
        ],
    }
    results: list[JsonValue] = [
        _result(each, change) for each in shown for change in each.diff.changes
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }


def _result(shown: Shown, change: Change) -> _Object:
    found: _Object = {
        "ruleId": change.rule,
        "level": _LEVELS[change.severity],
        "message": {"text": f"{change.subject} {change.what}: {change.why}"},
        "locations": [{"physicalLocation": _location(shown, change)}],
        "partialFingerprints": {"specloom/v1": change.fingerprint},
    }
    if change.accepted:
        found["suppressions"] = [{"kind": "external", "justification": change.accepted}]
    return found


def _location(shown: Shown, change: Change) -> _Object:
    path = shown.path if change.revision else shown.diff.base
    position = shown.position(change)
    region: _Object = {"startLine": position.line if position else 1}
    if position is not None:
        region |= {"startColumn": position.column, "endColumn": position.end_column}
    return {"artifactLocation": {"uri": path}, "region": region}
