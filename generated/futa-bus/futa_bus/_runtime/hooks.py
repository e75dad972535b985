"""What msgspec has no type for, read from plain values.

A plain value is prepared in place: what stands inside of it and takes help is read,
unknown members are moved to where msgspec reads them. One conversion does the rest.
msgspec refuses unknown members of open models, which is the fast way to find out that
there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

import msgspec

from .choices import chooser
from .hints import extras, members, target
from .lower import Marker, Reader, lowered
from .models import EXTRAS, Model
from .reach import arranged, hooked, precise
from .shapes import (
    Choice,
    Constants,
    List,
    Map,
    Nullable,
    Object,
    Reference,
    Scalar,
    Shape,
)
from .times import EPOCH, moment
from .unions import holds, kinds

__all__ = ["decoder", "parser", "reader"]


def decoder(shape: Shape) -> msgspec.json.Decoder[object]:
    """A decoder of a shape, and of all models that it leads to.

    Raises:
        NameError: An annotation names what its module does not have.
    """
    kind = lowered(shape)
    if precise(shape):
        return msgspec.json.Decoder(kind, dec_hook=hook, float_hook=exactly)
    return msgspec.json.Decoder(kind, dec_hook=hook)


def parser(shape: Shape) -> msgspec.json.Decoder[object]:
    """A decoder of JSON into plain values that the `reader` of a shape takes."""
    if precise(shape):
        return msgspec.json.Decoder(float_hook=exactly)
    return msgspec.json.Decoder()


def exactly(text: str) -> Decimal:
    """A number as decimals have it.

    Raises:
        ValueError: As a float it would be infinite.
    """
    value = Decimal(text)
    if value.adjusted() > LARGEST:
        raise ValueError("no float")
    return value


LARGEST: Final = 307


def hook(marker: type[Marker], value: object) -> object:
    """What a plain value is where msgspec met a marker.

    Raises:
        ValueError: It does not fit, or not at once.
    """
    try:
        read = marker.read
    except AttributeError:
        read = marker.read = reader(marker.shape)
    return read(value)


@cache
def reader(shape: Shape) -> Reader:
    """Reads the plain values of a shape; what stands inside is learned when met."""
    match shape:
        case Scalar(form="s" | "ms" as unit):
            return clock(unit)
        case Constants() if hooked(shape):
            return listed(shape)
        case Choice() if hooked(shape):
            return chooser(shape, reader)
        case Reference():
            return lambda value: reader(target(shape))(value)
        case _ if arranged(shape):
            kind, arrange, to = lowered(shape), arranger(shape), msgspec.convert
            return lambda value: to(arrange(value), kind)
        case _:
            kind, to = lowered(shape), msgspec.convert
            return lambda value: to(value, kind)


def clock(unit: Literal["s", "ms"]) -> Reader:
    """Reads points in time that travel as numbers."""
    if unit == "ms":
        return lambda value: moment(value, unit)

    def read(value: object) -> object:
        if type(value) is int and -LONGEST < value < LONGEST:
            return EPOCH + timedelta(0, value)
        return moment(value, unit)

    return read


LONGEST: Final = 60_000_000_000
"""Seconds before and after 1970 that Python surely has."""


def listed(shape: Constants) -> Reader:
    """Reads constants that msgspec has no type for."""

    def read(value: object) -> object:
        if not holds(shape, value):
            raise ValueError("no constant")
        return value

    return read


def arranger(shape: Shape) -> Reader:
    """Prepares plain values that are `arranged`, and gives them back."""
    match shape:
        case _ if hooked(shape):
            return reader(shape)
        case Scalar():
            return unrounded
        case Nullable():
            inner = arranger(shape.shape)
            return lambda value: None if value is None else inner(value)
        case List():
            return items(arranger(shape.item))
        case Map():
            return values(arranger(shape.value))
        case Object():
            return Arranger(shape.model).arrange
        case Choice():
            return by_type(shape.options)
        case _:
            return unchanged


def unrounded(value: object) -> object:
    """A decimal that has not been a float.

    Raises:
        ValueError: It has.
    """
    if type(value) is float:
        raise ValueError("plain values are floats, which decimals cannot be made of")
    return value


def unchanged(value: object) -> object:
    """A plain value that takes no help."""
    return value


def items(arrange: Reader) -> Reader:
    """Prepares the items of arrays."""

    def each(value: Any) -> object:
        if value.__class__ is list:
            value[:] = map(arrange, value)
        return value

    return each


def values(arrange: Reader) -> Reader:
    """Prepares the members of maps."""

    def each(value: Any) -> object:
        if value.__class__ is dict:
            for name, member in value.items():
                value[name] = arrange(member)
        return value

    return each


def by_type(options: Iterable[Shape]) -> Reader:
    """Prepares values of which the JSON type tells the option."""
    own: dict[type, Reader] = {}
    for option in options:
        if arranged(option):
            own.update(dict.fromkeys(kinds(option) or (), arranger(option)))
    return lambda value: own.get(type(value), unchanged)(value)


class Arranger:
    """Prepares objects of a model. It is read when first met: models lead to themselves."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.known: frozenset[str] = frozenset()
        self.inner: list[tuple[str, Reader]] | None = None
        self.unknown: Reader | None = None

    def arrange(self, value: Any) -> object:
        """Prepare one object, if it is one."""
        if value.__class__ is not dict:
            return value
        if self.inner is None:
            self.inner = self.learn()
        for name, arrange in self.inner:
            if name in value:
                value[name] = arrange(value[name])
        if self.unknown is not None and not self.known.issuperset(value):
            rest = {name: it for name, it in value.items() if name not in self.known}
            for name, member in rest.items():
                del value[name]
                rest[name] = self.unknown(member)
            value[EXTRAS] = rest
        return value

    def learn(self) -> list[tuple[str, Reader]]:
        """Read the members of the model, and give those that take help."""
        own, unknown = members(self.model), extras(self.model)
        self.known = frozenset(member.wire for member in own)
        if unknown is not None:
            self.unknown = arranger(unknown) if arranged(unknown) else unchanged
        return [
            (member.wire, arranger(member.shape))
            for member in own
            if arranged(member.shape)
        ]
