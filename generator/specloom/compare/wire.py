"""What a changed document does to whoever talks HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from ..link import Api, Callback, Direction, Operation, Pointer
from .access import schemes, security, servers
from .change import Change
from .effect import Effect
from .exchange import sites
from .finding import Finding, Use, use_of
from .law import Judgement, judge
from .lifecycle import is_stable, retired
from .pairs import Pairs
from .path import key_of
from .site import Exchange, Site
from .spoken import spoken, titles

__all__ = ["wire"]

Cause: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Verdicts:
    """What is said about one root cause, over all its uses."""

    finding: Finding
    worst: Judgement | None = None
    uses: dict[Use, None] = field(default_factory=dict[Use, None])

    def add(self, use: Use, judgement: Judgement) -> None:
        """One more use."""
        self.uses.setdefault(use)
        if self.worst is None or judgement.severity > self.worst.severity:
            self.worst = judgement


def wire(base: Api, revision: Api, today: date) -> tuple[Change, ...]:
    """The changes on the wire, one a root cause, most severe first."""
    pairs = Pairs(base, revision)
    found = tuple(_sites(base, revision, today))
    pairs.explore(site.pair for site in found if site.pair is not None)
    causes: dict[Cause, Verdicts] = {}
    for use, finding in _found(pairs, found):
        judgement = judge(finding, use)
        if judgement is not None:
            cause = causes.setdefault(_cause(finding), Verdicts(finding))
            cause.add(use, judgement)
    known = titles(base), titles(revision)
    changes = (
        _change(each, known[bool(each.finding.revision)]) for each in causes.values()
    )
    return tuple(sorted(changes, key=lambda each: -each.severity))


def _found(pairs: Pairs, found: Iterable[Site]) -> Iterator[tuple[Use, Finding]]:
    for site in found:
        if site.finding is not None:
            yield site.use, site.finding
        if site.pair is not None:
            for finding in pairs.inside(site.pair, site.use.direction):
                yield site.use, finding


def _cause(finding: Finding) -> Cause:
    """What makes two findings one: the same thing at the same place.

    Security is stated once for all operations that state none of their own.
    """
    if finding.rule.startswith("wire/security-") and "scheme" not in finding.rule:
        return finding.rule, finding.before, finding.after
    return finding.rule, finding.base, finding.revision, finding.keyword, finding.what


def _change(verdicts: Verdicts, known: Mapping[Pointer, str]) -> Change:
    finding, worst = verdicts.finding, verdicts.worst
    assert worst is not None
    ways: set[Direction] = {use.direction for use in verdicts.uses}
    operations = dict.fromkeys(use.operation for use in verdicts.uses if use.operation)
    return Change(
        rule=finding.rule,
        severity=worst.severity,
        base=finding.base,
        revision=finding.revision,
        subject=spoken(finding.revision or finding.base, known),
        what=finding.what,
        why=worst.reason,
        before=finding.before,
        after=finding.after,
        keyword=finding.keyword,
        direction=_way(ways),
        operations=tuple(operations),
    )


def _way(ways: set[Direction]) -> Literal["request", "response", "both"]:
    return "both" if len(ways) == 2 else next(iter(ways))


def _sites(base: Api, revision: Api, today: date) -> Iterator[Site]:
    everywhere = Use(operation="", direction="request", place="operation")
    for finding in servers(base.servers, revision.servers):
        yield Site(everywhere, finding=finding)
    for finding in schemes(base, revision):
        yield Site(everywhere, finding=finding)
    for old, new in _matched(base.operations, revision.operations):
        yield from _operation((base, revision), old, new, today)
    for old, new in _matched(base.webhooks, revision.webhooks):
        yield from _inner((base, revision), old, new, "webhook", today)


def _matched(
    old: Iterable[Operation], new: Iterable[Operation]
) -> Iterator[tuple[Operation | None, Operation | None]]:
    before, after = ({key_of(each): each for each in some} for some in (old, new))
    for key, each in before.items():
        yield each, after.get(key)
    for key, each in after.items():
        if key not in before:
            yield None, each


def _operation(
    apis: tuple[Api, Api],
    old: Operation | None,
    new: Operation | None,
    today: date,
) -> Iterator[Site]:
    one = new or old
    assert one is not None
    use = Use(
        operation=use_of(one),
        direction="request",
        place="operation",
        stable=old is None or is_stable(old),
        retired=old is not None and retired(old, today),
    )
    if old is None or new is None:
        yield Site(use, finding=_whole("operation", old, new))
        return
    use = replace(use, retired=False)
    for finding in security(old, new):
        yield Site(use, finding=finding)
    for finding in servers(old.servers, new.servers):
        yield Site(use, finding=finding)
    yield from sites(Exchange(apis, old, new, use, today))
    for before, after in _callbacks(old.callbacks, new.callbacks):
        yield from _inner(apis, before, after, "callback", today, within=use)


def _callbacks(
    old: tuple[Callback, ...], new: tuple[Callback, ...]
) -> Iterator[tuple[Operation | None, Operation | None]]:
    before, after = (
        {(c.name, key_of(each)): each for c in some for each in c.operations}
        for some in (old, new)
    )
    for key in {**before, **after}:
        yield before.get(key), after.get(key)


def _inner(
    apis: tuple[Api, Api],
    old: Operation | None,
    new: Operation | None,
    kind: str,
    today: date,
    within: Use | None = None,
) -> Iterator[Site]:
    """What the service calls: its requests are received, its answers are sent."""
    one = new or old
    assert one is not None
    way: Direction = "response"
    own = Use(
        operation=f"{kind} {one.path}",
        direction=way,
        place="operation",
        stable=old is None or is_stable(old),
        retired=old is not None and retired(old, today),
    )
    use = own if within is None else replace(within, direction=way)
    if old is None or new is None:
        yield Site(use, finding=_whole(kind, old, new))
    else:
        use = replace(use, retired=False)
        yield from sites(Exchange(apis, old, new, use, today, sends="response"))


def _whole(kind: str, old: Operation | None, new: Operation | None) -> Finding:
    what = "added" if old is None else "removed"
    return Finding(
        rule=f"wire/{kind}-{what}",
        effect=Effect.WIDENS if old is None else Effect.NARROWS,
        base=old.pointer if old else "",
        revision=new.pointer if new else "",
        what="is new" if old is None else "is removed",
    )
