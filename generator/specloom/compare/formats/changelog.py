"""A draft of what a package's CHANGELOG says about its next version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...report import visible
from ..change import Change
from ..effect import Severity
from .shown import Shown, next_versions

__all__ = ["changelog", "next_version"]

_SECTIONS = (
    ("Breaking", Severity.BREAKING),
    ("Changed", Severity.RISKY),
    ("Added", Severity.COMPATIBLE),
)


def changelog(shown: Iterable[Shown]) -> str:
    """One entry a document: what callers of the package notice."""
    return "\n".join(line for each in shown for line in _entry(each)) + "\n"


def _entry(shown: Shown) -> Iterator[str]:
    _, package = next_versions(shown.diff)
    yield f"## {visible(shown.diff.distribution)} {visible(package or 'next')}\n"
    noticed = [c for c in shown.diff.changes if c.family == "py"]
    if not noticed:
        yield "Nothing that callers notice.\n"
    for title, severity in _SECTIONS:
        lines = [_line(change) for change in noticed if change.severity is severity]
        if lines:
            yield f"### {title}\n"
            yield from lines
            yield ""


def _line(change: Change) -> str:
    texts = " → ".join(f"`{t}`" for t in (change.before, change.after) if t)
    shown = f": {texts}" if texts else ""
    return visible(f"- `{change.subject}` {change.what}{shown}")


def next_version(shown: Iterable[Shown]) -> str:
    """Document and package with their next versions, one line each."""
    lines: list[str] = []
    for each in shown:
        document, package = next_versions(each.diff)
        lines.append(f"{visible(each.path)} {visible(document) or '-'}")
        lines.append(f"{visible(each.diff.distribution)} {visible(package) or '-'}")
    return "".join(f"{line}\n" for line in lines)
