"""Changes as test results: a rule that a change breaks is a failed test."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from ...report import visible
from ..change import Change
from ..effect import Severity
from .shown import Shown

__all__ = ["junit"]


def junit(shown: Iterable[Shown], limit: Severity) -> str:
    """One suite a document; a change fails from `limit` on."""
    root = Element("testsuites", name="specloom diff")
    for each in shown:
        changes = each.diff.changes
        failed = sum(_fails(change, limit) for change in changes)
        suite = SubElement(root, "testsuite", name=visible(each.path))
        suite.set("tests", str(len(changes)))
        suite.set("failures", str(failed))
        for change in changes:
            _case(suite, each, change, limit)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _fails(change: Change, limit: Severity) -> bool:
    return not change.accepted and change.severity >= limit


def _case(suite: Element, shown: Shown, change: Change, limit: Severity) -> None:
    name = visible(f"{change.subject} {change.what}")
    case = SubElement(suite, "testcase", name=name, classname=change.rule)
    position = shown.position(change)
    if position is not None:
        case.set("file", visible(shown.path))
        case.set("line", str(position.line))
    if _fails(change, limit):
        failure = SubElement(case, "failure", type=change.severity.word)
        failure.set("message", visible(change.why))
        failure.text = visible(f"{change.before} -> {change.after}\nat: {change.place}")
