"""Changes for programs; `diff.schema.json` describes what comes out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ...link import JsonValue
from ...report import Position
from ..change import Change, Family
from ..effect import Severity
from ..group import Group, groups
from ..version import bump
from .shown import Shown, next_versions

__all__ = ["as_objects"]

_Object: TypeAlias = dict[str, JsonValue]


def as_objects(shown: Iterable[Shown]) -> _Object:
    """The worst of all documents, each document, and every change.

    `roots` are the components and paths that changed, with what happened to each.
    """
    shown = tuple(shown)
    return {
        "wire": _worst(shown, "wire"),
        "python": _worst(shown, "py"),
        "policy": {"verdict": _verdict(shown, "policy").word},
        "documents": [_document(each) for each in shown],
        "roots": [
            _root(each, group) for each in shown for group in groups(each.diff.changes)
        ],
        "changes": [
            _change(each, change) for each in shown for change in each.diff.changes
        ],
    }


def _worst(shown: tuple[Shown, ...], family: Family) -> _Object:
    verdict = _verdict(shown, family)
    return {"verdict": verdict.word, "bump": bump(verdict).value}


def _verdict(shown: tuple[Shown, ...], family: Family) -> Severity:
    return max((each.diff.verdict(family) for each in shown), default=Severity.NONE)


def _document(shown: Shown) -> _Object:
    document, package = next_versions(shown.diff)
    return {
        "path": shown.path,
        "base": shown.diff.base,
        "revision": shown.diff.revision,
        "wire": {**_worst((shown,), "wire"), "next": document},
        "python": {**_worst((shown,), "py"), "next": package},
    }


def _root(shown: Shown, group: Group) -> _Object:
    return {
        "document": shown.path,
        "pointer": group.place,
        "severity": group.severity.word,
        "changes": [each.fingerprint for each in group.changes],
    }


def _change(shown: Shown, change: Change) -> _Object:
    return {
        "document": shown.path,
        "rule": change.rule,
        "family": change.family,
        "severity": change.severity.word,
        "runtime": None if change.runtime is None else change.runtime.word,
        "subject": change.subject,
        "message": change.what,
        "why": change.why,
        "before": change.before,
        "after": change.after,
        "keyword": change.keyword,
        "direction": change.direction,
        "operations": list(change.operations),
        "base": _place(change.base, shown.before.get(change.base)),
        "revision": _place(change.revision, shown.after.get(change.revision)),
        "accepted": change.accepted,
        "callers": list(change.callers),
        "fingerprint": change.fingerprint,
    }


def _place(pointer: str, position: Position | None) -> _Object | None:
    if not pointer:
        return None
    return {
        "pointer": pointer,
        "line": position.line if position else None,
        "column": position.column if position else None,
    }
