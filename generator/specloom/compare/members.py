"""Members of objects."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Direction, Object, Property
from .effect import Effect
from .finding import Edge, Finding, Part
from .view import ANYTHING, View

__all__ = ["members"]


def members(
    base: View, revision: View, before: Object, after: Object
) -> Iterator[Part]:
    """What differs between the members of two objects, in the documents' order."""
    old = {each.name: each for each in before.properties}
    new = {each.name: each for each in after.properties}
    for name, each in old.items():
        if name in new:
            yield from _kept(each, new[name])
        else:
            yield _removed(revision, each, after)
    for name, each in new.items():
        if name not in old:
            yield _added(base, each, before)
    yield from _further(base, revision, before, after)
    yield from _together(base, revision, before, after)


def _way(each: Property) -> Direction | None:
    """The only direction in which a member travels, if there is only one."""
    if each.read_only == each.write_only:
        return None
    return "response" if each.read_only else "request"


def _kept(old: Property, new: Property) -> Iterator[Part]:
    before, after = _way(old), _way(new)
    yield Edge(old.schema, new.schema, before or after)
    if old.required != new.required:
        yield Finding(
            rule="wire/member-required" if new.required else "wire/member-optional",
            effect=Effect.NARROWS if new.required else Effect.WIDENS,
            base=old.pointer,
            revision=new.pointer,
            what="is now required" if new.required else "may now be absent",
            before="required" if old.required else "optional",
            after="required" if new.required else "optional",
            only=after,
        )
    if before != after:
        yield from _turned(old, new)
    if old.deprecated != new.deprecated:
        yield Finding(
            rule=f"wire/member-{'deprecated' if new.deprecated else 'reactivated'}",
            effect=Effect.SAYS,
            base=old.pointer,
            revision=new.pointer,
            what="is now deprecated" if new.deprecated else "is no longer deprecated",
        )


def _turned(old: Property, new: Property) -> Iterator[Finding]:
    """`readOnly` and `writeOnly` (OpenAPI 3.1 section 4.8.24)."""
    for key, was, now in (
        ("read-only", old.read_only, new.read_only),
        ("write-only", old.write_only, new.write_only),
    ):
        if was != now:
            yield Finding(
                rule=f"wire/member-{'became' if now else 'not'}-{key}",
                effect=Effect.SAYS,
                base=old.pointer,
                revision=new.pointer,
                what=f"is {'now' if now else 'no longer'} {key}",
            )


def _removed(revision: View, old: Property, after: Object) -> Finding:
    closed = after.openness == "closed"
    required = "" if old.required else "optional-"
    return Finding(
        rule=f"wire/{required}member-removed",
        effect=(
            Effect.MOVES
            if closed and old.required
            else Effect.NARROWS if closed else Effect.WIDENS
        ),
        base=old.pointer,
        revision="",
        what="is removed",
        before="required" if old.required else "optional",
        only=_way(old),
    )


def _added(base: View, new: Property, before: Object) -> Finding:
    required = "required" if new.required else "optional"
    return Finding(
        rule=f"wire/{required}-member-added",
        effect=(
            Effect.NARROWS
            if new.required or before.openness != "closed"
            else Effect.WIDENS
        ),
        base="",
        revision=new.pointer,
        what=f"is new and {required}",
        after=required,
        only=_way(new),
    )


def _further(
    base: View, revision: View, before: Object, after: Object
) -> Iterator[Part]:
    """`additionalProperties` (JSON Schema 2020-12, core, section 10.3.2.3)."""
    if before.openness != after.openness and "closed" in (
        before.openness,
        after.openness,
    ):
        closed = after.openness == "closed"
        yield Finding(
            rule="wire/object-closed" if closed else "wire/object-opened",
            effect=Effect.NARROWS if closed else Effect.WIDENS,
            base=base.pointer,
            revision=revision.pointer,
            what=f"allows {'no' if closed else 'any'} further members",
            before=before.openness,
            after=after.openness,
            keyword="additionalProperties",
        )
        return
    inside = before.additional or ANYTHING, after.additional or ANYTHING
    if any(inside) and not any("/patternProperties" in each for each in inside):
        yield Edge(*inside)


def _together(
    base: View, revision: View, before: Object, after: Object
) -> Iterator[Finding]:
    """`dependentRequired`, and groups of members of which one must be there."""
    old, new = before.dependent_required or {}, after.dependent_required or {}
    for keyword, was, now in (
        ("dependentRequired", old, new),
        ("anyOf", before.alternatives, after.alternatives),
    ):
        if was != now:
            effect = (
                Effect.MOVES
                if was and now
                else Effect.NARROWS if now else Effect.WIDENS
            )
            yield Finding(
                rule="wire/members-together",
                effect=effect,
                base=base.pointer,
                revision=revision.pointer,
                what=f"changes which members need each other (`{keyword}`)",
                keyword=keyword,
            )
