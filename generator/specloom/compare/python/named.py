"""Constants and header fields of responses, by name."""

from __future__ import annotations

from collections.abc import Iterator

from ..change import Change
from .callers import Callers
from .told import come, gone, typed
from .values import Value

__all__ = ["named"]


def named(both: Callers) -> Iterator[Change]:
    """What became of each; a header field goes with its operation without a word."""
    old, new = both.base.values, both.revision.values
    for subject, before in old.items():
        after = new.get(subject)
        if after is not None:
            yield from _typed(both, before, after)
        elif _is_missed(before, both):
            yield gone(f"{before.rule}-removed", subject, before.spot, _uses(before))
    for subject, after in new.items():
        if subject not in old and _is_missed(after, both):
            yield come(f"{after.rule}-added", subject, after.spot, _uses(after))


def _typed(both: Callers, before: Value, after: Value) -> Iterator[Change]:
    effect = both.effect(before.annotation, after.annotation)
    if effect is not None:
        yield typed(
            f"{after.rule}-type-changed",
            after.subject,
            "has another type",
            before.spot,
            after.spot,
            effect,
            ("response",),
            _uses(after),
            alike=both.alike(before.annotation, after.annotation),
        )


def _is_missed(value: Value, both: Callers) -> bool:
    methods = (both.base.methods, both.revision.methods)
    return value.operation is None or all(value.operation in each for each in methods)


def _uses(value: Value) -> tuple[str, ...]:
    return () if value.operation is None else (" ".join(value.operation),)
