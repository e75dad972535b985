"""Unions: which member became which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ..link import Api, Discriminator, Pointer, Union, is_component
from .effect import Effect
from .finding import Edge, Finding, Part
from .view import View, bare, said, view

__all__ = ["choices"]


class Judge(Protocol):
    """Who knows what happens between two schemas."""

    @property
    def base(self) -> Api:
        """The API before."""
        ...

    @property
    def revision(self) -> Api:
        """The API after."""
        ...

    def effects(self, root: tuple[Pointer, Pointer]) -> frozenset[Effect]:
        """All that happens to the values of a pair, at any depth."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Members that belong together, and those that have no partner."""

    pairs: tuple[tuple[Pointer, Pointer], ...]
    old: tuple[Pointer, ...]
    new: tuple[Pointer, ...]


def choices(judge: Judge, base: View, revision: View) -> Iterator[Part]:
    """What differs between two schemas of which at least one is a union."""
    left, right = _members(base), _members(revision)
    matched = _match(judge, base, revision, left, right)
    for one, other in matched.pairs:
        yield Edge(one, other)
    gone = [
        one for one in matched.old if not _held(judge, (one,), right, Effect.WIDENS)
    ]
    come = [
        one for one in matched.new if not _held(judge, left, (one,), Effect.NARROWS)
    ]
    for pointer in gone:
        word = _named(judge.base, pointer)
        yield _finding(
            "removed", Effect.NARROWS, base, revision, f"may no longer be {word}"
        )
    for pointer in come:
        word = _named(judge.revision, pointer)
        yield _finding(
            "added", Effect.WIDENS, base, revision, f"may now also be {word}"
        )
    if not gone and not come and _renamed(matched):
        words = "lists other schemas, which allow the same values"
        yield _finding("restated", Effect.SAYS, base, revision, words)
    yield from _told(base, revision, matched)


def _finding(
    what: str, effect: Effect, base: View, revision: View, words: str
) -> Finding:
    return Finding(
        rule=f"wire/alternative-{what}",
        effect=effect,
        base=base.pointer,
        revision=revision.pointer,
        what=words,
    )


def _members(one: View) -> tuple[Pointer, ...]:
    return one.shape.members if isinstance(one.shape, Union) else (bare(one.pointer),)


def _match(
    judge: Judge,
    base: View,
    revision: View,
    left: tuple[Pointer, ...],
    right: tuple[Pointer, ...],
) -> Matched:
    """Match by component, by discriminator, by equality, by place, and a last pair by kind."""
    tags = _tags(base), _tags(revision)
    tests: tuple[Callable[[Pointer, Pointer], bool], ...] = (
        lambda one, other: one == other and is_component(one),
        lambda one, other: one in tags[0] and tags[0].get(one) == tags[1].get(other),
        lambda one, other: not judge.effects((one, other)) - {Effect.SAYS},
        lambda one, other: one == other,
    )
    pairs: list[tuple[Pointer, Pointer]] = []
    old, new = list(left), list(right)
    for test in tests:
        for one in tuple(old):
            other = next((each for each in new if test(one, each)), None)
            if other is not None:
                pairs.append((one, other))
                old.remove(one)
                new.remove(other)
    if len(old) == 1 and len(new) == 1 and _alike(judge, old[0], new[0]):
        pairs.append((old.pop(), new.pop()))
    return Matched(pairs=tuple(pairs), old=tuple(old), new=tuple(new))


def _tags(one: View) -> dict[Pointer, str]:
    """Which value of a discriminator means which member."""
    told = _discriminator(one)
    return {} if told is None else {target: key for key, target in told.mapping}


def _discriminator(one: View) -> Discriminator | None:
    return one.shape.discriminator if isinstance(one.shape, Union) else None


def _alike(judge: Judge, one: Pointer, other: Pointer) -> bool:
    return type(view(judge.base, one).shape) is type(view(judge.revision, other).shape)


def _held(
    judge: Judge, left: Iterable[Pointer], right: Iterable[Pointer], allowed: Effect
) -> bool:
    """Whether any pair of members does nothing but what is allowed."""
    harmless = {Effect.SAYS, allowed}
    others = tuple(right)
    return any(not judge.effects((a, b)) - harmless for a in left for b in others)


def _renamed(matched: Matched) -> bool:
    """Whether other components are listed, even if they describe the same."""
    moved = any(
        one != other and is_component(one) and is_component(other)
        for one, other in matched.pairs
    )
    return moved or bool(matched.old or matched.new)


def _named(api: Api, pointer: Pointer) -> str:
    """A member: its component's name, or what it is."""
    plain = is_component(pointer) and "@" not in pointer
    name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return f"`{name}`" if plain else said(view(api, pointer).shape)


def _told(base: View, revision: View, matched: Matched) -> Iterator[Finding]:
    """The discriminators (OpenAPI 3.1 section 4.8.25): the property, then its values.

    Values that mean a member without a partner are told with that.
    """
    before, after = _discriminator(base), _discriminator(revision)
    if before is None or after is None or before.property != after.property:
        if before is not after:
            yield _retold(base, revision, before, after)
        return
    partners = dict(matched.pairs)
    old, new = _values(before), _values(after)
    for key in dict.fromkeys((*old, *new)):
        was = {partners.get(each, each) for each in old.get(key, ())}
        becomes = new.get(key, frozenset())
        if not was and becomes <= {*partners.values()}:
            yield _value("added", Effect.WIDENS, base, revision, f"`{key}` is new")
        elif not becomes and old[key] <= partners.keys():
            yield _value("removed", Effect.NARROWS, base, revision, f"`{key}` is gone")
        elif was and becomes and was.isdisjoint(becomes):
            words = f"`{key}` means another schema"
            yield _value("changed", Effect.MOVES, base, revision, words)


def _retold(
    base: View,
    revision: View,
    before: Discriminator | None,
    after: Discriminator | None,
) -> Finding:
    old, new = ((each and f"`{each.property}`") or "" for each in (before, after))
    return Finding(
        rule="wire/discriminator-changed",
        effect=Effect.UNDECIDED if before and after else Effect.SAYS,
        base=base.pointer,
        revision=revision.pointer,
        what=f"is told apart by {new or 'its members'} instead of {old or 'its members'}",
        before=old,
        after=new,
    )


def _value(
    what: str, effect: Effect, base: View, revision: View, words: str
) -> Finding:
    return Finding(
        rule=f"wire/discriminator-value-{what}",
        effect=effect,
        base=base.pointer,
        revision=revision.pointer,
        what=f"is told apart otherwise: {words}",
    )


def _values(told: Discriminator) -> Mapping[str, frozenset[Pointer]]:
    """Which members each value means, one or any of several."""
    found: dict[str, frozenset[Pointer]] = {}
    for key, target in told.mapping:
        found[key] = found.get(key, frozenset()) | {target}
    return found
