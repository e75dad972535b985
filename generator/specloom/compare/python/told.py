"""Changes of names and of types, judged."""

from __future__ import annotations

from collections.abc import Iterable

from ...link import Direction
from ..change import Change
from ..effect import Effect, Severity
from ..law import LAW
from .spot import Spot

__all__ = ["come", "gone", "turned", "typed"]

_WHY = {
    (Severity.BREAKING, "request"): "type-checkers refuse what callers pass",
    (Severity.BREAKING, "response"): "type-checkers ask callers to handle more",
    (Severity.RISKY, "request"): "type-checkers may refuse what callers pass",
    (Severity.RISKY, "response"): "type-checkers may ask callers to handle more",
    (Severity.COMPATIBLE, "request"): "what callers pass still fits",
    (Severity.COMPATIBLE, "response"): "what callers read still fits",
}


def gone(
    rule: str, subject: str, old: Spot, operations: tuple[str, ...] = ()
) -> Change:
    """A name that callers may write is removed."""
    return _named(rule, subject, "is removed", old, None, True, operations)


def come(
    rule: str,
    subject: str,
    new: Spot,
    operations: tuple[str, ...] = (),
    *,
    needed: bool = False,
) -> Change:
    """A name is new; `needed` says that callers have to write it."""
    what = "is new and must be given" if needed else "is new"
    return _named(rule, subject, what, None, new, needed, operations)


def turned(
    rule: str,
    subject: str,
    what: str,
    old: Spot,
    new: Spot,
    operations: tuple[str, ...] = (),
    *,
    broken: bool = True,
) -> Change:
    """A name is another one, or is needed where it was not."""
    return _named(rule, subject, what, old, new, broken, operations)


def _named(
    rule: str,
    subject: str,
    what: str,
    old: Spot | None,
    new: Spot | None,
    broken: bool,
    operations: tuple[str, ...],
) -> Change:
    """No type-checker is needed to notice: both profiles see the same."""
    severity = Severity.BREAKING if broken else Severity.COMPATIBLE
    return Change(
        rule=f"py/{rule}",
        severity=severity,
        runtime=severity,
        base=old.pointer if old else "",
        revision=new.pointer if new else "",
        subject=subject,
        what=what,
        why="code that names it stops working" if broken else "code works as before",
        before=old.text if old else "",
        after=new.text if new else "",
        operations=operations,
    )


def typed(
    rule: str,
    subject: str,
    what: str,
    old: Spot,
    new: Spot,
    effect: Effect,
    ways: Iterable[Direction],
    operations: tuple[str, ...] = (),
    *,
    alike: bool = False,
) -> Change:
    """A type changed: the law of the wire, arguments as requests and results as answers.

    Programs that nobody type-checks meet it only with values that are new, which all are
    where one type took the place of another that is not `alike`.
    """
    judged: dict[Direction, Severity] = {way: LAW[effect, way][0] for way in ways}
    replaced = effect is Effect.MOVES and "response" in judged and not alike
    if not judged:
        judged["response"] = Severity.COMPATIBLE
    way, severity = max(judged.items(), key=lambda each: each[1])
    return Change(
        rule=f"py/{rule}",
        severity=severity,
        runtime=severity if replaced else min(severity, Severity.RISKY),
        base=old.pointer,
        revision=new.pointer,
        subject=subject,
        what=what,
        why=_WHY[severity, way],
        before=old.text,
        after=new.text,
        direction="both" if len(judged) == 2 else way,
        operations=operations,
    )
