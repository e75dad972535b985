"""Findings for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ..located import Located

__all__ = ["as_json"]

_Member: TypeAlias = str | int | None


def as_json(located: Iterable[Located]) -> list[dict[str, _Member]]:
    """The findings as JSON objects, all of them, in their order.

    `line`, `column` and `endColumn` are null where the place is unknown.
    """
    return [_object(finding) for finding in located]


def _object(finding: Located) -> dict[str, _Member]:
    diagnostic, position = finding.diagnostic, finding.position
    return {
        "document": finding.document,
        "file": finding.path,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "endColumn": position.end_column if position else None,
        "code": diagnostic.code,
        "rule": finding.rule.slug,
        "severity": finding.severity.value,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "pointer": finding.pointer,
        "effect": finding.rule.effect.value,
    }
