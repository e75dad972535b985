"""What msgspec reads by itself, and what it needs a hook for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from uuid import UUID

from .hints import extras, members, target
from .models import Model
from .shapes import (
    Anything,
    Choice,
    Constants,
    List,
    Map,
    Null,
    Nullable,
    Object,
    Reference,
    Scalar,
    Shape,
)

__all__ = ["KINDS", "arranged", "finished", "hooked", "open_inside", "precise", "reach"]

KINDS: dict[type, frozenset[str]] = {
    bool: frozenset(("bool",)),
    int: frozenset(("int",)),
    float: frozenset(("float",)),
    Decimal: frozenset(("int", "float", "text")),
    **dict.fromkeys(
        (str, bytes, date, datetime, time, timedelta, UUID), frozenset(("text",))
    ),
}
"""The JSON types from which msgspec reads a type."""


def reach(
    shape: Shape, ready: Iterable[type[Model]] = (), *, beyond: bool = False
) -> Iterator[Shape]:
    """Every shape that msgspec reads for this one by itself, once each.

    `beyond`: also those that hooks read.
    """
    seen: set[object] = set(ready)
    waiting = [shape]
    while waiting:
        shape = waiting.pop()
        key: object = shape.model if isinstance(shape, Object) else shape
        if key not in seen:
            seen.add(key)
            yield shape
            if beyond or not hooked(shape):
                waiting.extend(inside(shape))


def inside(shape: Shape) -> Iterable[Shape]:
    """The shapes that stand directly in a shape."""
    match shape:
        case List():
            return (shape.item,)
        case Map():
            return (shape.value,)
        case Nullable():
            return (shape.shape,)
        case Choice():
            rest = () if shape.fallback is None else (shape.fallback,)
            return (*shape.options, *shape.mapping.values(), *rest)
        case Reference():
            return (target(shape),)
        case Object():
            own = [member.shape for member in members(shape.model)]
            unknown = extras(shape.model)
            return own if unknown is None else [*own, unknown]
        case Anything() | Null() | Scalar() | Constants():
            return ()


def hooked(shape: Shape) -> bool:
    """Whether msgspec has no type for a shape."""
    match shape:
        case Scalar(form="s" | "ms") | Reference():
            return True
        case Constants():
            return any(isinstance(value, bool) for value in shape.values)
        case Choice():
            return shape.tag is not None or not distinct(shape.options)
        case _:
            return False


def distinct(options: Iterable[Shape]) -> bool:
    """Whether the JSON type alone tells shapes apart."""
    seen: set[str] = set()
    for option in options:
        kinds = json_types(option)
        if not kinds or not seen.isdisjoint(kinds):
            return False
        seen |= kinds
    return True


def json_types(shape: Shape) -> frozenset[str]:
    """The JSON types that a shape can have; none, if it takes the hook to tell."""
    if hooked(shape):
        return frozenset()
    match shape:
        case Scalar():
            return KINDS.get(shape.type, frozenset())
        case Constants():
            return frozenset(
                "text" if isinstance(value, str) else "int" for value in shape.values
            )
        case List():
            return frozenset(("array",))
        case Map() | Object():
            return frozenset(("object",))
        case _:
            return frozenset()


@cache
def open_inside(shape: Shape) -> bool:
    """Whether a shape leads to models that keep unknown members."""
    return any(
        isinstance(it, Object) and extras(it.model) is not None for it in reach(shape)
    )


@cache
def arranged(shape: Shape) -> bool:
    """Whether plain values of a shape take help before msgspec converts them."""
    return open_inside(shape) or any(map(exact, reach(shape)))


@cache
def finished(shape: Shape) -> bool:
    """Whether msgspec leaves nothing plain in values of a shape."""
    return not any(map(hooked, reach(shape)))


def exact(shape: Shape) -> bool:
    """Whether a shape is a decimal that JSON writes as a number."""
    return isinstance(shape, Scalar) and shape.type is Decimal and not shape.form


@cache
def precise(shape: Shape) -> bool:
    """Whether hooks meet decimals, and nothing that stays as plain as it is."""
    everything = list(reach(shape, beyond=True))
    alone = set(reach(shape))
    return any(exact(it) for it in everything if it not in alone) and not any(
        isinstance(it, Anything) for it in everything
    )
