"""The fast way in: msgspec's decoder, on types that it knows.

What msgspec has no type for (unions that JSON does not tell apart, Unix time) becomes a
marker class, and a hook reads it from plain values. Wherever that hook or msgspec says
no, `drift.py` reads the whole document again and says why.

A model is prepared when something that leads to it is first decoded: its annotations
are replaced for the moment in which msgspec reads and keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import getitem
from threading import RLock
from types import GenericAlias
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, cast

import msgspec
from msgspec import UnsetType

from .hints import extras, members, target
from .models import AnyClass, Model
from .reach import KINDS, exact, hooked, open_inside, reach
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
from .unions import holds, profile, ranked
from .unknown import gather

__all__ = ["convert", "decoder", "limited"]

Convert: TypeAlias = Callable[[object], object]
"""Makes of a plain value what it is. Raises `ValueError` where it does not fit at once."""

LOCK = RLock()
LOWERED: dict[Shape, object] = {}
READY: set[type[Model]] = set()


class Marker(metaclass=AnyClass):
    """Stands for a shape that the hook reads."""

    shape: Shape = Anything()
    convert: Convert | None = None


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
    unknown = extras(model)
    if unknown is not None:
        known["additional_properties"] = lower(Map(unknown))
    return known


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
    own: Convert | None = getattr(marker, "convert", None)
    if own is None:
        if not issubclass(marker, Marker):
            return convert(Anything(), value)
        own = marker.convert = converter(marker.shape)
    return own(value)


def converter(shape: Shape) -> Convert:
    """`convert` for one shape, with all that can be known before a value."""
    match shape:
        case Choice() if hooked(shape):
            return tagged(shape) if shape.tag is not None else fitted(shape)
        case _:
            return partial(convert, shape)


def tagged(choice: Choice) -> Convert:
    """Reads a union whose discriminator tells the option."""
    found: dict[object, type[object]] = {}
    tag = choice.tag or ""

    def read(value: object) -> object:
        if type(value) is not dict:
            return likeliest(choice, value)
        given = cast("dict[str, object]", value)
        told = given.get(tag)
        if type(told) is not str:
            return likeliest(choice, given)
        kind = found.get(told)
        if kind is not None:
            return msgspec.convert(given, kind, dec_hook=hook)
        if told in choice.mapping:
            remember(found, told, choice.mapping[told])
        return likeliest(choice, given)

    return read


def fitted(choice: Choice) -> Convert:
    """Reads a union whose options are told apart by how well they fit.

    `ranked` looks at the names of members, at the types of their values, and at those
    values that may be constants: values alike in these have the same option.
    """
    models = [option.model for option in choice.options if isinstance(option, Object)]
    names = {name: None for model in models for name in profile(model).constants}
    if len(models) < len(choice.options):
        return partial(likeliest, choice)
    constants = tuple(names)
    found: dict[object, type[object]] = {}

    def read(value: object) -> object:
        if type(value) is not dict:
            return likeliest(choice, value)
        given = cast("dict[str, object]", value)
        key: tuple[object, ...] = (*given, *map(type, given.values()))
        if constants:
            values = [given.get(name) for name in constants]
            if not HASHABLE.issuperset(map(type, values)):
                return likeliest(choice, given)
            key = (*key, *values)
        kind = found.get(key)
        if kind is not None:
            return msgspec.convert(given, kind, dec_hook=hook)
        if len(found) < MOST_FOUND:
            remember(found, key, ranked(choice, given)[0])
        return likeliest(choice, given)

    return read


def remember(found: dict[object, type[object]], key: object, option: Shape) -> None:
    """Keep what msgspec reads an option with, if it needs no help."""
    if isinstance(option, Object) and not exact(option) and not open_inside(option):
        found[key] = cast("type[object]", lowered(option))


def likeliest(choice: Choice, value: object) -> object:
    """What the likeliest option makes of a value; see `convert`."""
    for option in ranked(choice, value):
        return convert(option, value)
    raise ValueError("no option fits")


MOST_FOUND: Final = 256
"""Kinds of values that are remembered for a union."""
HASHABLE: Final = frozenset((str, int, bool, float, type(None)))


def convert(shape: Shape, value: object) -> object:
    """What a plain value is. Only the likeliest option is tried: the rest is drift's.

    Unknown members are moved inside the value.

    Raises:
        ValueError: It does not fit, or not at once.
    """
    match shape:
        case Scalar(form="s" | "ms" as unit):
            return moment(value, unit)
        case Choice() if hooked(shape):
            return likeliest(shape, value)
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
            if open_inside(shape):
                gather(shape, value)
            kind = cast("type[object]", lowered(shape))
            return msgspec.convert(value, kind, dec_hook=hook)
