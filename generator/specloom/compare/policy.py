"""What was promised about changes, and whether it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from ..link import Api, Operation, Parameter, Property
from .change import Change
from .effect import Severity
from .finding import use_of
from .lifecycle import is_stable, sunset
from .path import key_of
from .spoken import spoken, titles
from .version import ordered

__all__ = ["policy"]

Part: TypeAlias = Operation | Parameter | Property

GRACE: Final = timedelta(days=90)
"""A last day that is announced leaves callers a quarter of a year at least."""
_LEVELS: Final = ("draft", "alpha", "beta", "stable")
"""`x-stability-level`, from nothing promised to all; without it, all is."""
_DATE: Final = "a date, such as 2030-01-31"


def policy(base: Api, revision: Api, wire: Severity, today: date) -> tuple[Change, ...]:
    """The promises that were broken; `wire` is the verdict on the wire."""
    known = {**titles(base), **titles(revision)}
    return (
        *_operations(base, revision, known, today),
        *_members(base, revision, known, today),
        *_version(base, revision, wire),
    )


def _operations(
    base: Api, revision: Api, known: Mapping[str, str], today: date
) -> Iterator[Change]:
    old, new = ({key_of(o): o for o in api.operations} for api in (base, revision))
    dated = any(sunset(each) for each in new.values())
    for key, before in old.items():
        after = new.get(key)
        if after is None:
            yield from _removed(before, spoken(before.pointer, known), today)
            continue
        stable = is_stable(before)
        yield from _stability(before, after)
        pairs: tuple[tuple[Part, Part], ...] = (
            (before, after),
            *_parameters(before, after),
        )
        for one, other in pairs:
            subject = spoken(other.pointer, known)
            yield from _sunset(one, other, subject, today, stable=stable)
            if dated and stable and other.deprecated and not one.deprecated:
                yield from _undated(other, subject)


def _parameters(
    before: Operation, after: Operation
) -> Iterator[tuple[Parameter, Parameter]]:
    new = {(each.location, each.name): each for each in after.parameters}
    for each in before.parameters:
        other = new.get((each.location, each.name))
        if other is not None:
            yield each, other


def _members(
    base: Api, revision: Api, known: Mapping[str, str], today: date
) -> Iterator[Change]:
    old, new = _dated(base), _dated(revision)
    for pointer, after in new.items():
        if pointer in old:
            subject = spoken(pointer, known)
            yield from _sunset(old[pointer], after, subject, today, stable=True)


def _dated(api: Api) -> dict[str, Property]:
    """Members that say anything about their life."""
    found: dict[str, Property] = {}
    for schema in api.schemas.values():
        for each in getattr(schema.shape, "properties", ()):
            if each.deprecated or each.lifecycle is not None:
                found[each.pointer] = each
    return found


def _change(
    rule: str,
    severity: Severity,
    one: Part | None,
    other: Part | None,
    subject: str,
    what: str,
    why: str,
    before: str = "",
    after: str = "",
) -> Change:
    operations = tuple(
        dict.fromkeys(use_of(o) for o in (other or one,) if isinstance(o, Operation))
    )
    return Change(
        rule=f"policy/{rule}",
        severity=severity,
        base=one.pointer if one else "",
        revision=other.pointer if other else "",
        subject=subject,
        what=what,
        why=why,
        before=before,
        after=after,
        operations=operations,
    )


def _removed(before: Operation, subject: str, today: date) -> Iterator[Change]:
    """Deprecate first, remove after the last day (RFC 8594, RFC 9745)."""
    if not is_stable(before):
        return
    last = sunset(before)
    if not before.deprecated:
        yield _change(
            "removed-without-deprecation",
            Severity.RISKY,
            before,
            None,
            subject,
            "is removed and was never deprecated",
            "nobody could see it coming",
        )
    elif last is not None and last >= today:
        yield _change(
            "removed-before-sunset",
            Severity.BREAKING,
            before,
            None,
            subject,
            f"is removed before {last}",
            "callers were told that they had until then",
            before=str(last),
        )


def _stability(one: Operation, other: Operation) -> Iterator[Change]:
    before, after = (_level(each) for each in (one, other))
    subject = use_of(other)
    for level in dict.fromkeys((before, after)):
        if level not in _LEVELS:
            yield _change(
                "stability-unknown",
                Severity.RISKY,
                one,
                other,
                subject,
                f"has the unknown stability level `{level}`",
                f"known are {', '.join(_LEVELS)}",
                before=before,
                after=after,
            )
    known = before in _LEVELS and after in _LEVELS
    if known and _LEVELS.index(after) < _LEVELS.index(before):
        yield _change(
            "stability-lowered",
            Severity.BREAKING,
            one,
            other,
            subject,
            f"is {after}, and was {before}",
            "what was promised to stay no longer is",
            before=before,
            after=after,
        )


def _level(operation: Operation) -> str:
    stated = operation.lifecycle.stability if operation.lifecycle else ""
    return stated or "stable"


def _sunset(
    one: Part, other: Part, subject: str, today: date, *, stable: bool
) -> Iterator[Change]:
    before, after = (
        each.lifecycle.sunset if each.lifecycle else "" for each in (one, other)
    )
    found = None if not stable or before == after else _broken(one, other, today)
    if found is not None:
        rule, what, why = found
        yield _change(
            rule,
            Severity.RISKY,
            one,
            other,
            subject,
            what,
            why,
            before=before,
            after=after,
        )


def _broken(one: Part, other: Part, today: date) -> tuple[str, str, str] | None:
    """Which rule another last day breaks, what happened and why that matters."""
    old, new = sunset(one), sunset(other)
    stated = other.lifecycle.sunset if other.lifecycle else ""
    if not stated:
        if not other.deprecated:
            return None
        words = "has no last day any more"
        return "sunset-removed", words, "callers no longer know how long they have"
    if new is None:
        why = f"nobody can tell when: it should be {_DATE}"
        return "sunset-unreadable", f"ends on `{stated}`", why
    if old is not None and new < old:
        words = f"ends on {new}, no longer on {old}"
        return "sunset-earlier", words, "callers were told that they had longer"
    if new < today + GRACE:
        left = (new - today).days
        when = f"in {left} days" if left >= 0 else "which is past"
        why = f"callers have less than {GRACE.days} days to change"
        return "sunset-too-soon", f"ends on {new}, {when}", why
    return None


def _undated(other: Part, subject: str) -> Iterable[Change]:
    if sunset(other) is None and not (other.lifecycle and other.lifecycle.sunset):
        yield _change(
            "sunset-missing",
            Severity.COMPATIBLE,
            None,
            other,
            subject,
            "is deprecated without a last day",
            "other parts of the document have one",
        )


def _version(base: Api, revision: Api, wire: Severity) -> Iterator[Change]:
    before, after = ordered(base.version), ordered(revision.version)
    if before is None or after is None:
        return
    words = f"is {revision.version} after {base.version}"
    found: tuple[str, str] | None = None
    if after < before:
        found = "version-lowered", "versions only go up"
    elif wire is Severity.BREAKING and after[:1] == before[:1] != (0,):
        found = "version-not-bumped", "a breaking change asks for a new major version"
    elif wire is Severity.BREAKING and after[:2] == before[:2]:
        found = "version-not-bumped", "a breaking change asks for a new version"
    if found is not None:
        yield Change(
            rule=f"policy/{found[0]}",
            severity=Severity.RISKY,
            base="#/info/version",
            revision="#/info/version",
            subject="info.version",
            what=words,
            why=found[1],
            before=base.version,
            after=revision.version,
        )
