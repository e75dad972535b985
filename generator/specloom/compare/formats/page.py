"""Changes as one page that needs nothing else: no network, and no scripts to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from ...report import visible
from ..change import Change
from ..effect import Severity
from ..group import Group, groups
from .shown import Lines, Shown, next_versions
from .words import SEVERITIES, WORLDS

__all__ = ["page"]

_FEW = 3
_CODE = re.compile(r"`([^`]+)`")
_FILTERS = (
    ("family", "World", (("wire", "wire"), ("py", "Python"), ("policy", "policy"))),
    (
        "severity",
        "Severity",
        tuple((each.word, each.word) for each in sorted(Severity, reverse=True)),
    ),
)


def page(shown: Iterable[Shown]) -> str:
    """The page. Scripts only filter it; every change has an address of its own."""
    shown = tuple(shown)
    heads = (part for each in shown for part in _head(each))
    body = (part for each in shown for part in _body(each, alone=len(shown) == 1))
    return _FRAME.format(
        css=_file("page.css"),
        js=_file("page.js"),
        head="\n".join(heads),
        form=_form(shown),
        body="\n".join(body),
    )


_FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>specloom diff</title>
<link rel="icon" href="data:,">
<style>
{css}</style>
</head>
<body>
<main>
{head}
{form}
{body}
</main>
<script>
{js}</script>
</body>
</html>
"""


def _file(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text("utf-8")


def _form(shown: Iterable[Shown]) -> str:
    fields = "\n".join(
        f'<label>{title}<select name="{name}"><option value="">all</option>'
        + "".join(f'<option value="{key}">{word}</option>' for key, word in options)
        + "</select></label>"
        for name, title, options in _FILTERS
    )
    operations = sorted(
        {o for s in shown for change in s.diff.changes for o in change.operations}
    )
    listed = "".join(f'<option value="{_text(each)}"></option>' for each in operations)
    return (
        f'<form role="search" aria-label="Filter">\n{fields}\n'
        '<label class="wide">Operation or words'
        '<input name="operation" type="search" list="operations"></label>\n'
        f'<datalist id="operations">{listed}</datalist>\n'
        '<p class="soft" id="shown" role="status"></p>\n'
        '<p class="soft keys"><kbd>j</kbd> <kbd>k</kbd> next, previous &nbsp;'
        "<kbd>/</kbd> filter</p>\n</form>"
    )


def _head(shown: Shown) -> Iterator[str]:
    diff = shown.diff
    document, package = next_versions(diff)
    yield f"<h1>{_text(shown.path)}</h1>"
    yield '<ul class="verdicts">'
    for world, verdict, version in (
        ("wire", diff.verdict("wire"), document),
        ("Python", diff.verdict("py"), package),
    ):
        after = f' <span class="soft">next {_text(version)}</span>' if version else ""
        word = f'<span class="word {verdict.word}">{verdict.word}</span>'
        yield f"<li>{world}: {word}{after}</li>"
    yield "</ul>"


def _body(shown: Shown, *, alone: bool) -> Iterator[str]:
    found = groups(shown.diff.changes)
    if not alone:
        yield f"<h2>{_text(shown.path)}</h2>"
    if not found:
        yield "<p>Nothing changed that callers could notice.</p>"
    for group in found:
        yield from _group(shown, group)


def _group(shown: Shown, group: Group) -> Iterator[str]:
    word = (
        f'<span class="word {group.severity.word}">{SEVERITIES[group.severity]}</span>'
    )
    count = len(group.changes)
    changes = f"{count} change{'s' * (count != 1)}"
    is_open = " open" if group.severity is Severity.BREAKING else ""
    yield f"<details{is_open}><summary>{word} {_text(group.title)} "
    yield f'<span class="soft">{changes}</span></summary>'
    for change in group.changes:
        yield from _change(shown, change)
    yield "</details>"


def _change(shown: Shown, change: Change) -> Iterator[str]:
    severity = Severity.NONE if change.accepted else change.severity
    mark = change.fingerprint
    yield (
        f'<article id="{mark}" data-family="{change.family}" '
        f'data-severity="{severity.word}">'
    )
    yield f'<p><span class="word {severity.word}">{SEVERITIES[severity]}</span> '
    yield f"{WORLDS[change.family]}: <strong>{_text(change.subject)}</strong> "
    yield f"{_prose(change.what)}: {_prose(change.why)}.</p>"
    yield f'<p class="soft"><a href="#{mark}">{_text(change.rule)}</a> '
    yield f"<code>{_text(change.place)}</code></p>"
    if change.accepted:
        yield f"<p>Accepted: {_text(change.accepted)}</p>"
    for caller in change.callers:
        yield f"<p>Caller: <code>{_text(caller)}</code></p>"
    yield from _reach(change.operations)
    yield from _sides(shown, change)
    yield "</article>"


def _reach(operations: tuple[str, ...]) -> Iterator[str]:
    """The operations, folded where they are many."""
    listed = ", ".join(f"<code>{_text(each)}</code>" for each in operations)
    if len(operations) > _FEW:
        yield f"<details><summary>Reaches {len(operations)} operations</summary>"
        yield f'<p class="soft">{listed}</p></details>'
    elif operations:
        yield f'<p class="soft">Reaches {listed}</p>'


def _sides(shown: Shown, change: Change) -> Iterator[str]:
    """The Python of both sides, or the lines of both documents."""
    if change.family == "py":
        before, after = _python(change.before), _python(change.after)
    else:
        lines = shown.old_lines.get(change.base), shown.new_lines.get(change.revision)
        before, after = _lines(*lines), _lines(*reversed(lines))
    yield '<div class="sides">'
    for title, kind, text in (("before", "gone", before), ("after", "come", after)):
        told = f'<pre class="{kind}">{text}</pre>' if text else "<p>nothing</p>"
        yield f'<div><p class="soft">{title}</p>{told}</div>'
    yield "</div>"


def _python(text: str) -> str:
    return f'<span class="line changed">{_text(text)}</span>' if text else ""


def _lines(lines: Lines | None, others: Lines | None) -> str:
    """Lines with their numbers, those marked that the other side does not show."""
    if lines is None:
        return ""
    known = {each.strip() for each in others.texts} if others else set[str]()
    margin = min((_margin(each) for each in lines.texts if each.strip()), default=0)
    return "".join(
        f'<span class="line{"" if text.strip() in known else " changed"}">'
        f'<span class="number">{number}</span>{_text(text[margin:])}</span>'
        for number, text in enumerate(lines.texts, lines.first)
    )


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _prose(text: str) -> str:
    """A sentence of ours, in which code stands between backticks."""
    return _CODE.sub(r"<code>\1</code>", _text(text))


def _text(text: str) -> str:
    """Text of a document: it means nothing to a browser."""
    return escape(visible(text))
