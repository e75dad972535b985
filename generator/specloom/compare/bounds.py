"""Constraints: what their keywords do to the values that are allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ..link import JsonValue
from .effect import Effect
from .finding import Finding
from .view import View, listed, plain

__all__ = ["constraints"]

_UPPER: Final = (
    "maximum",
    "exclusiveMaximum",
    "maxLength",
    "maxItems",
    "maxProperties",
)
_LOWER: Final = (
    "minimum",
    "exclusiveMinimum",
    "minLength",
    "minItems",
    "minProperties",
)
_ZERO: Final = ("minLength", "minItems", "minProperties")
"""Without the keyword, 0 is the bound (JSON Schema 2020-12, validation, section 6)."""
_ANYTHING: Final = (".*", "^.*$", "")
"""Patterns that every text matches."""

_OPEN: Final = "x-extensible-enum"
"""The values that are known today, of a list that may grow (Zalando's guideline 112)."""


def constraints(base: View, revision: View) -> Iterator[Finding]:
    """The constraints that differ, and the assertions that no type holds."""
    if base.constraints != revision.constraints:
        for keyword in {**base.constraints, **revision.constraints}:
            before = _stated(base.constraints, keyword)
            after = _stated(revision.constraints, keyword)
            if before != after:
                yield _constraint(base, revision, keyword, before, after)
    if base.assertions != revision.assertions:
        for keyword in {**base.assertions, **revision.assertions}:
            if keyword == _OPEN:
                yield from _known_values(base, revision)
            elif not keyword.startswith("unevaluated"):
                yield from _assertion(base, revision, keyword)


def _known_values(base: View, revision: View) -> Iterator[Finding]:
    """An open list on both sides: what it loses is refused, what it gains was announced."""
    before, after = (
        {repr(v): v for each in view.assertions.get(_OPEN, ()) for v in _items(each)}
        for view in (base, revision)
    )
    if not before or not after:
        return
    gone = [value for key, value in before.items() if key not in after]
    come = [value for key, value in after.items() if key not in before]
    for values, word, effect in (
        (gone, "removed", Effect.NARROWS),
        (come, "added", Effect.WIDENS),
    ):
        if values:
            yield Finding(
                rule=f"wire/open-enum-value-{word}",
                effect=effect,
                base=base.pointer,
                revision=revision.pointer,
                what=f"{'loses' if values is gone else 'gains'} {listed(values)}",
                before=listed(before.values()),
                after=listed(after.values()),
            )


def _items(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, list | tuple):
        yield from value


def _stated(found: Mapping[str, JsonValue], keyword: str) -> JsonValue:
    value = found.get(keyword)
    if keyword in _ZERO and not value:
        return None
    if keyword == "pattern" and value in _ANYTHING:
        return None
    return None if keyword == "uniqueItems" and value is False else value


def _constraint(
    base: View, revision: View, keyword: str, before: JsonValue, after: JsonValue
) -> Finding:
    rule, effect = _judged(keyword, before, after)
    return Finding(
        rule=rule,
        effect=effect,
        base=base.pointer,
        revision=revision.pointer,
        what=_words(keyword, before, after),
        before="" if before is None else f"{keyword}: {plain(before)}",
        after="" if after is None else f"{keyword}: {plain(after)}",
        keyword=keyword,
    )


def _words(keyword: str, before: JsonValue, after: JsonValue) -> str:
    if before is None:
        return f"has the constraint `{keyword}: {plain(after)}`"
    if after is None:
        return f"has no `{keyword}` any more (was {plain(before)})"
    return f"changes `{keyword}` from {plain(before)} to {plain(after)}"


def _judged(keyword: str, before: JsonValue, after: JsonValue) -> tuple[str, Effect]:
    if keyword == "pattern":
        return _pattern(before, after)
    if before is None and keyword in _ZERO:
        return "wire/bound-tightened", Effect.NARROWS
    if before is None:
        return "wire/bound-added", Effect.NARROWS
    if after is None:
        return "wire/bound-removed", Effect.WIDENS
    effect = _moved(keyword, before, after)
    rules = {Effect.NARROWS: "tightened", Effect.WIDENS: "loosened"}
    return f"wire/bound-{rules.get(effect, 'changed')}", effect


def _pattern(before: JsonValue, after: JsonValue) -> tuple[str, Effect]:
    if before is None:
        return "wire/pattern-added", Effect.NARROWS
    if after is None:
        return "wire/pattern-removed", Effect.WIDENS
    return "wire/pattern-changed", Effect.UNDECIDED


def _moved(keyword: str, before: JsonValue, after: JsonValue) -> Effect:
    """How a bound with two numbers moves the set of values."""
    if not isinstance(before, int | float) or not isinstance(after, int | float):
        return Effect.UNDECIDED
    if keyword in _UPPER:
        return Effect.NARROWS if after < before else Effect.WIDENS
    if keyword in _LOWER:
        return Effect.NARROWS if after > before else Effect.WIDENS
    if before and after % before == 0:
        return Effect.NARROWS
    return Effect.WIDENS if after and before % after == 0 else Effect.MOVES


def _assertion(base: View, revision: View, keyword: str) -> Iterator[Finding]:
    """`if`, `contains` and the like: opaque, so that a change of one is incomparable."""
    before, after = base.assertions.get(keyword), revision.assertions.get(keyword)
    if before == after:
        return
    effect, rule, words = Effect.MOVES, "changed", f"changes what `{keyword}` asserts"
    if before is None:
        effect, rule, words = Effect.NARROWS, "added", f"is restricted by `{keyword}`"
    elif after is None:
        effect, rule, words = (
            Effect.WIDENS,
            "removed",
            f"is no longer restricted by `{keyword}`",
        )
    elif keyword in ("minContains", "maxContains"):
        upper = keyword == "maxContains"
        grew = _number(after) > _number(before)
        effect = Effect.WIDENS if grew == upper else Effect.NARROWS
    yield Finding(
        rule=f"wire/assertion-{rule}",
        effect=effect,
        base=base.pointer,
        revision=revision.pointer,
        what=words,
        before="" if before is None else plain(before[-1]),
        after="" if after is None else plain(after[-1]),
        keyword=keyword,
    )


def _number(values: tuple[JsonValue, ...]) -> float:
    value = values[-1]
    return value if isinstance(value, int | float) else 0
