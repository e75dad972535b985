"""Two schemas side by side: what differs here, and which pairs to look at inside."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import (
    AnyValue,
    Array,
    Boolean,
    Enumeration,
    Integer,
    JsonValue,
    NoValue,
    Number,
    Object,
    Shape,
    String,
)
from .bounds import constraints
from .defaults import worded
from .effect import Effect
from .finding import Edge, Finding, Part
from .members import members
from .view import View, kinds, listed, said

__all__ = ["differences", "shapes"]

_WIDER = {"int32": "int64", "float": "double"}
"""Formats that hold all values of another (OpenAPI 3.1 section 4.4)."""


def differences(base: View, revision: View) -> Iterator[Part]:
    """All that differs between two schemas, their members' insides left as edges.

    Unions are compared by whoever knows all pairs.
    """
    found = tuple(shapes(base, revision))
    yield from _nulls(base, revision)
    yield from found
    if not any(
        isinstance(each, Finding) and each.rule == "wire/type-changed" for each in found
    ):
        yield from constraints(base, revision)
    yield from _statements(base, revision)


def _finding(
    rule: str,
    effect: Effect,
    base: View,
    revision: View,
    what: str,
    *,
    before: str = "",
    after: str = "",
    as_text: Effect | None = None,
) -> Finding:
    return Finding(
        rule=f"wire/{rule}",
        effect=effect,
        base=base.pointer,
        revision=revision.pointer,
        what=what,
        before=before,
        after=after,
        as_text=as_text,
    )


def _nulls(base: View, revision: View) -> Iterator[Finding]:
    if isinstance(base.shape, AnyValue) or isinstance(revision.shape, AnyValue):
        return
    before, after = _takes_null(base), _takes_null(revision)
    if before and not after:
        yield _finding(
            "null-removed", Effect.NARROWS, base, revision, "may no longer be `null`"
        )
    if after and not before:
        yield _finding("null-added", Effect.WIDENS, base, revision, "may now be `null`")


def _takes_null(view: View) -> bool:
    return view.nullable or "null" in kinds(view.shape)


def shapes(base: View, revision: View) -> Iterator[Part]:
    """What the types do, `null` and unions aside."""
    before, after = base.shape, revision.shape
    if before == after and not isinstance(before, Array | Object):
        return
    match before, after:
        case Enumeration(), Enumeration():
            yield from _enumerations(base, revision, before, after)
        case Array(), Array():
            yield from _arrays(before, after)
        case Object(), Object():
            yield from members(base, revision, before, after)
        case (
            (String() as before, String() as after)
            | (Integer() as before, Integer() as after)
            | (Number() as before, Number() as after)
        ):
            yield from _formats(base, revision, before, after)
        case _:
            yield from _types(base, revision)


def _types(base: View, revision: View) -> Iterator[Finding]:
    before, after = base.shape, revision.shape
    effect = _effect(before, after)
    rule = "type-changed"
    words = f"is {said(after)} instead of {said(before)}"
    if isinstance(after, Enumeration) and effect is Effect.NARROWS:
        rule, words = "enum-added", f"must now be {said(after)}"
    elif isinstance(before, Enumeration) and effect is Effect.WIDENS:
        rule, words = (
            "enum-removed",
            f"may be any {said(after)} now, not only {said(before)}",
        )
    yield _finding(
        rule,
        effect,
        base,
        revision,
        words,
        before=said(before),
        after=said(after),
        as_text=_text_effect(before, after),
    )


def _effect(before: Shape, after: Shape) -> Effect:
    """How the set of values changes between two shapes of different kinds."""
    if isinstance(after, AnyValue) or isinstance(before, NoValue):
        return Effect.WIDENS
    if isinstance(before, AnyValue) or isinstance(after, NoValue):
        return Effect.NARROWS
    old, new = kinds(before), kinds(after)
    listed_before, listed_after = (isinstance(s, Enumeration) for s in (before, after))
    if old <= new and not listed_after and not _formatted(after):
        return Effect.WIDENS
    if new <= old and not listed_before and not _formatted(before):
        return Effect.NARROWS
    return Effect.MOVES


def _formatted(shape: Shape) -> bool:
    return isinstance(shape, String) and bool(shape.format)


_SCALARS = (Boolean, Integer, Number, String, Enumeration)


def _text_effect(before: Shape, after: Shape) -> Effect | None:
    """As text, every plain value is a string, and one value a list of one."""
    if isinstance(after, String) and not after.format and isinstance(before, _SCALARS):
        return Effect.WIDENS
    if isinstance(before, String) and not before.format and isinstance(after, _SCALARS):
        return Effect.NARROWS
    return None


def _enumerations(
    base: View, revision: View, before: Enumeration, after: Enumeration
) -> Iterator[Finding]:
    old, new = ({_key(v): v for v in each.values} for each in (before, after))
    gone = [value for key, value in old.items() if key not in new]
    come = [value for key, value in new.items() if key not in old]
    if gone:
        yield _finding(
            "enum-value-removed",
            Effect.NARROWS,
            base,
            revision,
            f"loses {listed(gone)}",
            before=listed(old.values()),
            after=listed(new.values()),
        )
    if come:
        whole = len(gone) == len(old)
        yield _finding(
            "enum-changed" if whole else "enum-value-added",
            Effect.WIDENS,
            base,
            revision,
            f"gains {listed(come)}",
            before=listed(old.values()),
            after=listed(new.values()),
        )


def _key(value: JsonValue) -> tuple[str, str]:
    return type(value).__name__, repr(value)


def _arrays(before: Array, after: Array) -> Iterator[Edge]:
    """Position by position; beyond `prefixItems` it is `items` that counts."""
    for index in range(max(len(before.prefix), len(after.prefix))):
        left = before.prefix[index] if index < len(before.prefix) else before.items
        right = after.prefix[index] if index < len(after.prefix) else after.items
        yield Edge(left, right)
    yield Edge(before.items, after.items)


def _formats(
    base: View,
    revision: View,
    before: String | Integer | Number,
    after: String | Integer | Number,
) -> Iterator[Finding]:
    if before.format != after.format:
        yield _finding(
            "format-changed",
            _format_effect(before.format, after.format),
            base,
            revision,
            f"is {said(after)} instead of {said(before)}",
            before=said(before),
            after=said(after),
        )
    if isinstance(before, String) and isinstance(after, String):
        yield from _contents(base, revision, before, after)


def _format_effect(before: str, after: str) -> Effect:
    if not before or _WIDER.get(after) == before:
        return Effect.NARROWS
    if not after or _WIDER.get(before) == after:
        return Effect.WIDENS
    return Effect.MOVES


def _contents(
    base: View, revision: View, before: String, after: String
) -> Iterator[Finding]:
    pairs = (
        ("contentEncoding", before.content_encoding, after.content_encoding),
        ("contentMediaType", before.content_media_type, after.content_media_type),
    )
    for keyword, old, new in pairs:
        if old != new:
            yield _finding(
                "content-changed",
                Effect.MOVES,
                base,
                revision,
                f"changes `{keyword}` from {old or 'nothing'} to {new or 'nothing'}",
                before=old,
                after=new,
            )


def _statements(base: View, revision: View) -> Iterator[Finding]:
    """Defaults and deprecation."""
    old, new = base.default, revision.default
    if old != new:
        yield _finding(
            "default-changed",
            Effect.UNDECIDED,
            base,
            revision,
            f"has the default {worded(new)} instead of {worded(old)}",
            before=worded(old),
            after=worded(new),
        )
    if revision.deprecated and not base.deprecated:
        yield _finding(
            "schema-deprecated", Effect.SAYS, base, revision, "is now deprecated"
        )
    if base.deprecated and not revision.deprecated:
        words = "is no longer deprecated"
        yield _finding("schema-reactivated", Effect.SAYS, base, revision, words)
