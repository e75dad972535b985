"""Findings as annotations of a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostic import Severity
from ..located import Located
from .visible import visible

__all__ = ["github"]

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def github(located: Iterable[Located]) -> str:
    """The findings as workflow commands of GitHub Actions, one a line.

    Control characters are written as escapes: logs are read on terminals.
    """
    return "".join(f"{_command(finding)}\n" for finding in located)


def _command(finding: Located) -> str:
    diagnostic, position = finding.diagnostic, finding.position
    properties = {"file": finding.path}
    if position is not None:
        properties["line"] = str(position.line)
        properties["col"] = str(position.column)
        # GitHub's last column is inside the annotation, ours closes the token.
        properties["endColumn"] = str(max(position.end_column - 1, position.column))
    properties["title"] = f"{diagnostic.code} {finding.rule.slug}"
    listed = ",".join(
        f"{name}={_property(value)}" for name, value in properties.items()
    )
    words = [diagnostic.message]
    if diagnostic.help:
        words.append(f"help: {diagnostic.help}")
    if finding.pointer != "#":
        words.append(f"at: {finding.pointer}")
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(words)}"


def _data(lines: list[str]) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(value: str) -> str:
    return _data([value]).replace(":", "%3A").replace(",", "%2C")
