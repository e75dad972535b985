"""The fast way in: msgspec's decoder, on types that it knows.

What msgspec has no type for (unions that JSON does not tell apart, Unix time) becomes a
marker class, and a hook reads it from plain values. Wherever that hook or msgspec says
no, `drift.py` reads the whole document again and says why.

A model is prepared when something that leads to it is first decoded: its annotations
are replaced for the moment in which msgspec reads and keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from operator import getitem
from threading import RLock
from types import GenericAlias
from typing import Annotated, Any, Literal, Union, cast
from uuid import UUID

import msgspec
from msgspec import UnsetType

from .hints import members, target
from .models import AnyClass, Model
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
from .times import moment
from .unions import holds, ranked

__all__ = ["decoder", "limited"]

LOCK = RLock()
LOWERED: dict[Shape, object] = {}
READY: set[type[Model]] = set()

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


class Marker(metaclass=AnyClass):
    """Stands for a shape that the hook reads."""

    shape: Shape = Anything()


def decoder(shape: Shape) -> msgspec.json.Decoder[object]:
    """A decoder of a shape, and of all models that it leads to.

    Raises:
        NameError: An annotation names what its module does not have.
    """
    return msgspec.json.Decoder(cast("type[object]", lowered(shape)), dec_hook=hook)


def lowered(shape: Shape) -> object:
    """The type that msgspec reads a shape with; every model in it is ready."""
    known = LOWERED.get(shape)
    if known is None:
        with LOCK:
            prepare(shape)
            known = LOWERED.setdefault(shape, lower(shape))
    return known


def prepare(shape: Shape) -> None:
    """Let msgspec read the lowered annotations of all models that have none yet."""
    shapes = reach(shape, READY)
    models = [it.model for it in shapes if isinstance(it, Object)]
    models = [model for model in models if model not in READY]
    lowered = [types(model) for model in models]
    originals = [model.__annotations__ for model in models]
    try:
        for model, own in zip(models, lowered, strict=True):
            model.__annotations__ = own
        for model in models:
            msgspec.json.Decoder(model, dec_hook=hook)
    finally:
        for model, own in zip(models, originals, strict=True):
            model.__annotations__ = own
    READY.update(models)


def types(model: type[Model]) -> dict[str, Any]:
    """The annotations of a model as msgspec can read them."""
    known: dict[str, object] = dict.fromkeys(model.__struct_fields__, Any)
    for member in members(model):
        own = lower(member.shape)
        known[member.name] = own if member.required else union([own, UnsetType])
    return known


def reach(shape: Shape, ready: Iterable[type[Model]] = ()) -> Iterator[Shape]:
    """Every shape that msgspec reads for this one by itself, once each."""
    seen: set[object] = set(ready)
    waiting = [shape]
    while waiting:
        shape = waiting.pop()
        key: object = shape.model if isinstance(shape, Object) else shape
        if key not in seen:
            seen.add(key)
            yield shape
            if not hooked(shape):
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
            return shape.options
        case Object():
            return [member.shape for member in members(shape.model)]
        case Anything() | Null() | Scalar() | Constants() | Reference():
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


def lower(shape: Shape) -> object:
    """The type that msgspec reads a shape with."""
    if hooked(shape):
        return AnyClass("Marker", (Marker,), {"shape": shape})
    match shape:
        case Null():
            return None
        case Scalar():
            return limited(shape) if shape.type in KINDS else Any
        case Constants():
            return getitem(cast("dict[object, object]", Literal), shape.values)
        case List():
            return GenericAlias(list, (lower(shape.item),))
        case Map():
            return GenericAlias(dict, (str, lower(shape.value)))
        case Object():
            return shape.model
        case Nullable():
            return union([lower(shape.shape), None])
        case Choice():
            return union([lower(option) for option in shape.options])
        case Anything() | Reference():
            return Any


def limited(shape: Scalar) -> object:
    """The type of a scalar with its limits."""
    if shape.limits is None:
        return shape.type
    return getitem(cast("dict[object, object]", Annotated), (shape.type, shape.limits))


def union(types: list[object]) -> object:
    """The union of types."""
    return getitem(cast("dict[object, object]", Union), tuple(types))


def hook(marker: type, value: object) -> object:
    """What a plain value is where msgspec met a marker.

    Raises:
        ValueError: It does not fit, or not at once.
    """
    return convert(marker.shape if issubclass(marker, Marker) else Anything(), value)


def convert(shape: Shape, value: object) -> object:
    """What a plain value is. Only the likeliest option is tried: the rest is drift's."""
    match shape:
        case Scalar(form="s" | "ms" as unit):
            return moment(value, unit)
        case Choice() if hooked(shape):
            for option in ranked(shape, value):
                return convert(option, value)
            raise ValueError("no option fits")
        case Constants() if hooked(shape):
            if not holds(shape, value):
                raise ValueError("no constant")
            return value
        case Reference():
            return convert(target(shape), value)
        case _ if exact(shape):
            raise ValueError(
                "plain values are floats, which decimals cannot be made of"
            )
        case _:
            kind = cast("type[object]", lowered(shape))
            return msgspec.convert(value, kind, dec_hook=hook)


@cache
def exact(shape: Shape) -> bool:
    """Whether a shape leads to decimals that JSON writes as numbers."""
    return any(
        isinstance(it, Scalar) and it.type is Decimal and not it.form
        for it in reach(shape)
    )
