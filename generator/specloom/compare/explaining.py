"""Why a kind of change is as severe as it is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Direction
from .effect import Effect
from .law import EXCEPTIONS, LAW
from .rules import Rule

__all__ = ["explanation"]

_WAYS: tuple[tuple[Direction, str], ...] = (
    ("request", "in what callers send"),
    ("response", "in what callers receive"),
)


def explanation(rule: Rule) -> str:
    """The rule, an example before and after, and what the law makes of it."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}\n"
    yield f"{rule.summary}\n"
    for title, text in (("before", rule.before), ("after", rule.after)):
        yield f"{title}:"
        yield from (f"    {line}" for line in (text or "(nothing)").splitlines())
    if not rule.id.startswith("policy/"):
        yield ""
        yield from _verdicts(rule)


def _verdicts(rule: Rule) -> Iterator[str]:
    for effect in rule.effects:
        for way, where in _WAYS:
            severity, reason = LAW[effect, way]
            yield f"{severity.word}, {where}, if it {_says(effect)}: {reason}"
    for each in EXCEPTIONS:
        if each.rule == rule.id:
            where = dict(_WAYS)[each.direction]
            if each.place:
                where += f", as a {each.place}"
            yield f"but {each.severity.word}, {where}: {each.reason}"


def _says(effect: Effect) -> str:
    match effect:
        case Effect.SAYS:
            return "only says something"
        case Effect.NARROWS:
            return "allows less"
        case Effect.WIDENS:
            return "allows more"
        case Effect.MOVES:
            return "allows something else"
        case Effect.UNDECIDED:
            return "may allow something else"
