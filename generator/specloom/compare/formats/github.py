"""Changes as annotations of a pull request, at their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...report import visible
from ..change import Change
from ..effect import Severity
from .shown import Shown

__all__ = ["github"]

_COMMANDS = {
    Severity.BREAKING: "error",
    Severity.RISKY: "warning",
    Severity.COMPATIBLE: "notice",
}


def github(shown: Iterable[Shown]) -> str:
    """Workflow commands of GitHub Actions, one a change that nobody accepted.

    What is gone stands at the first line of the document: its own line is no more.
    """
    return "".join(f"{line}\n" for each in shown for line in _commands(each))


def _commands(shown: Shown) -> Iterator[str]:
    for change in shown.diff.changes:
        if not change.accepted:
            yield _command(shown, change)


def _command(shown: Shown, change: Change) -> str:
    position = shown.after.get(change.revision)
    properties = {"file": shown.path, "line": "1"}
    if position is not None:
        properties |= {"line": str(position.line), "col": str(position.column)}
    properties["title"] = change.rule
    listed = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    words = _data(f"{change.subject} {change.what}: {change.why}")
    return f"::{_COMMANDS[change.severity]} {listed}::{words}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
