"""Models, their fields, and exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from ..change import Change
from ..effect import Effect
from .callers import Callers
from .spot import DOCUMENT, Spot
from .surface import Class, Field
from .told import come, gone, turned, typed

__all__ = ["errors", "models"]


def models(both: Callers) -> Iterator[Change]:
    """Classes and aliases of `models`, by name."""
    old, new = both.base.classes, both.revision.classes
    renamed = set(both.renamed.values())
    for name, before in old.items():
        subject = f"models.{name}"
        if name in both.renamed:
            after = new[both.renamed[name]]
            what = f"is called `{after.name}`"
            uses = both.operations(name)
            yield turned("model-renamed", subject, what, before.spot, after.spot, uses)
            yield from _class(both, before, after)
        elif name in new:
            yield from _class(both, before, new[name])
        else:
            yield gone("model-removed", subject, before.spot, both.operations(name))
    for name, after in new.items():
        if name not in old and name not in renamed:
            yield come(
                "model-added", f"models.{name}", after.spot, both.operations(name)
            )


def _class(both: Callers, old: Class, new: Class) -> Iterator[Change]:
    subject, spots = f"models.{new.name}", (old.spot, new.spot)
    uses = both.operations(new.name)
    if bool(old.value) != bool(new.value):
        what = f"is {'an alias' if new.value else 'a class'} now"
        yield turned("model-kind-changed", subject, what, *spots, uses)
    elif old.value:
        effect = both.effect(old.value, new.value)
        if effect is not None:
            rule, ways = "alias-changed", both.ways(new.name)
            yield typed(rule, subject, "means another type", *spots, effect, ways, uses)
    elif old.fields != new.fields:
        yield from _fields(both, old, new)


def _fields(both: Callers, old: Class, new: Class) -> Iterator[Change]:
    wires = {each.wire: each for each in new.fields.values()}
    known = {each.wire for each in old.fields.values()}
    uses = both.operations(new.name)
    for name, before in old.fields.items():
        after = new.fields.get(name) or wires.get(before.wire)
        if after is not None:
            yield from _field(both, new.name, before, after)
        else:
            yield gone("field-removed", f"models.{new.name}.{name}", before.spot, uses)
    for name, after in new.fields.items():
        if name not in old.fields and after.wire not in known:
            needed = after.required and "request" in both.ways(new.name)
            rule = "required-field-added" if after.required else "optional-field-added"
            subject = f"models.{new.name}.{name}"
            yield come(rule, subject, after.spot, uses, needed=needed)


def _field(both: Callers, owner: str, before: Field, after: Field) -> Iterator[Change]:
    subject, spots = f"models.{owner}.{before.name}", (before.spot, after.spot)
    ways, uses = both.ways(owner), both.operations(owner)
    if before.name != after.name:
        what = f"is called `{after.name}`"
        yield turned("field-renamed", subject, what, *spots, uses)
    if after.required and not before.required:
        given = "request" in ways
        what = "must now be given" if given else "is always there now"
        yield turned("field-required", subject, what, *spots, uses, broken=given)
    if before.required and not after.required:
        what = "may now be absent"
        yield typed("field-optional", subject, what, *spots, Effect.WIDENS, ways, uses)
    effect = both.effect(before.annotation, after.annotation)
    if effect is not None:
        what = "has another type"
        alike = both.alike(before.annotation, after.annotation)
        rule = "field-type-changed"
        yield typed(rule, subject, what, *spots, effect, ways, uses, alike=alike)


def errors(both: Callers) -> Iterator[Change]:
    """Exceptions, by name."""
    old, new = both.base.errors, both.revision.errors
    for name in {**old, **new}:
        subject = f"errors.{name}"
        if name not in new:
            yield gone("error-removed", subject, Spot(DOCUMENT, name))
        elif name not in old:
            yield come("error-added", subject, Spot(DOCUMENT, name))
        else:
            yield from _error(both, subject, old[name], new[name])


def _error(
    both: Callers, subject: str, old: tuple[str, str], new: tuple[str, str]
) -> Iterator[Change]:
    if old[0] != new[0]:
        spots = Spot(DOCUMENT, old[0]), Spot(DOCUMENT, new[0])
        what = f"is a `{new[0]}`, no longer a `{old[0]}`"
        yield turned("error-base-changed", subject, what, *spots)
    before, after = old[1] or "None", new[1] or "None"
    effect = both.effect(before, after)
    if effect is not None:
        spots = Spot(DOCUMENT, before), Spot(DOCUMENT, after)
        what = "carries another body"
        yield typed("error-body-changed", subject, what, *spots, effect, ("response",))
