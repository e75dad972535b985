"""The fast way in: msgspec's decoder, on types that it knows.

What msgspec has no type for (unions that JSON does not tell apart, Unix time) it leaves
plain, and `columns.py` reads it. Wherever it or msgspec says no, `drift.py` reads the
whole document again and says why.

A model is prepared when something that leads to it is first decoded: its annotations
are replaced for the moment in which msgspec reads and keeps them.
"""

from __future__ import annotations

from operator import getitem
from threading import RLock
from types import GenericAlias
from typing import Annotated, Any, Literal, Union, cast

import msgspec
from msgspec import UnsetType

from .hints import extras, members
from .models import Model
from .reach import KINDS, hooked, reach
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

__all__ = ["limited", "lowered"]

LOCK = RLock()
LOWERED: dict[Shape, object] = {}
READY: set[type[Model]] = set()


def lowered(shape: Shape) -> type[object]:
    """The type that msgspec reads a shape with; every model in it is ready.

    Raises:
        NameError: An annotation names what its module does not have.
    """
    known = LOWERED.get(shape)
    if known is None:
        with LOCK:
            prepare(shape)
            known = LOWERED.setdefault(shape, lower(shape))
    return cast("type[object]", known)


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
            msgspec.json.Decoder(model)
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
    unknown = extras(model)
    if unknown is not None:
        known["additional_properties"] = lower(Map(unknown))
    return known


def lower(shape: Shape) -> object:
    """The type that msgspec reads a shape with."""
    if hooked(shape):
        return Any
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
