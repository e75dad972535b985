"""Changes for a pull request: a comment that fits, most severe first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ...report import visible
from ..change import Change, Diff
from ..effect import Severity
from ..group import Group, groups
from .shown import Shown, callers, next_versions
from .words import SEVERITIES, WORLDS

__all__ = ["MARK", "markdown"]

MARK: Final = "<!-- specloom diff -->"
"""The first line, by which a comment is found again."""
_LIMIT: Final = 60_000
"""GitHub refuses comments of more than 65,536 characters."""
_MARKS: Final = {
    Severity.BREAKING: "🔴",
    Severity.RISKY: "🟡",
    Severity.COMPATIBLE: "🟢",
    Severity.NONE: "⚪",
}
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@-])")


def markdown(shown: Iterable[Shown], *, limit: int = _LIMIT) -> str:
    """All documents, cut at `limit` characters with word of what was left out."""
    blocks = [MARK, *(block for each in shown for block in _document(each))]
    text, left = "", len(blocks)
    for block in blocks:
        if len(text) + len(block) > limit - 200:
            return f"{text}\n… and {left} more; `specloom diff` shows them all.\n"
        text, left = f"{text}{block}\n", left - 1
    return text


def _document(shown: Shown) -> Iterator[str]:
    yield f"## {_safe(shown.path)}\n"
    yield _verdicts(shown.diff)
    found = groups(shown.diff.changes)
    if not found:
        yield "Nothing changed that callers could notice.\n"
    for severity in sorted(Severity, reverse=True):
        here = [group for group in found if group.severity is severity]
        if here:
            yield f"### {_MARKS[severity]} {_heading(severity, len(here))}\n"
            yield from (_group(shown, group) for group in here)


def _verdicts(diff: Diff) -> str:
    document, package = next_versions(diff)
    rows = (
        ("wire", diff.verdict("wire"), document),
        ("Python", diff.verdict("py"), package),
    )
    lines = (
        f"| {name} | {_MARKS[verdict]} {verdict.word} | {_safe(version) or '–'} |"
        for name, verdict, version in rows
    )
    return "\n".join(("| | verdict | next version |", "|---|---|---|", *lines, ""))


def _heading(severity: Severity, count: int) -> str:
    word = "accepted" if severity is Severity.NONE else severity.word
    return f"{word.capitalize()}: {count} place{'s' * (count != 1)}"


def _group(shown: Shown, group: Group) -> str:
    lines = "\n".join(_change(shown, change) for change in group.changes)
    if len(group.changes) == 1:
        return lines
    count = f"{len(group.changes)} changes"
    title = f"<b>{_html(group.title)}</b> ({count})"
    return f"<details><summary>{title}</summary>\n\n{lines}\n\n</details>"


def _change(shown: Shown, change: Change) -> str:
    word = SEVERITIES[Severity.NONE if change.accepted else change.severity]
    head = f"- **{word}** {WORLDS[change.family]}: **{_safe(change.subject)}** "
    parts = [f"{head}{_safe(change.what)}", f": {_safe(change.why)}"]
    position = shown.position(change)
    where = f"line {position.line}" if position else ""
    notes = ", ".join(filter(None, (f"`{change.rule}`", _safe(callers(change)), where)))
    parts.append(f" ({notes})")
    if change.family == "py" and (change.before or change.after):
        before, after = (_code(t) or "nothing" for t in (change.before, change.after))
        parts.append(f"\n  {before} → {after}")
    parts += [f"\n  caller: {_code(each)}" for each in change.callers]
    if change.accepted:
        parts.append(f"\n  accepted: {_safe(change.accepted)}")
    return "".join(parts)


def _safe(text: str) -> str:
    """Text of a document, without any meaning of its own."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace("\\<", "&lt;")


def _html(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(character, entity)
    return visible(text)


def _code(text: str) -> str:
    """A code span, fenced by more backticks than it holds."""
    if not text:
        return ""
    shown = visible(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
