"""What msgspec has no type for, read after it has left such values plain.

All values that stand in one place of a document are read together, as a column: what
it takes to tell them apart is asked once, and those that are alike are converted at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from decimal import Decimal
from functools import cache
from itertools import chain, islice
from types import GenericAlias
from typing import Final, Literal, cast

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import force_setattr

from .arrange import arranger
from .choices import Column, Read, chooser, together
from .hints import extras, members, target
from .lower import lowered
from .models import Model
from .reach import arranged, finished, hooked, precise
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
from .times import EPOCH, moment
from .unions import holds

__all__ = ["decoder", "parser", "reader"]


def decoder(shape: Shape) -> Callable[[bytes], object]:
    """Reads JSON of a shape. It raises `ValueError` where that does not fit at once.

    Raises:
        NameError: An annotation names what its module does not have.
    """
    hook = exactly if precise(shape) else None
    decode = msgspec.json.Decoder(lowered(shape), float_hook=hook).decode
    if finished(shape):
        return decode
    finish = finisher(shape)
    return lambda data: finish([decode(data)])[0]


def parser(shape: Shape) -> msgspec.json.Decoder[object]:
    """A decoder of JSON into plain values that the `reader` of a shape takes."""
    return msgspec.json.Decoder(float_hook=exactly if precise(shape) else None)


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


@cache
def reader(shape: Shape) -> Read:
    """Reads plain values of a shape."""
    if hooked(shape):
        return finisher(shape)
    arrange = arranger(shape) if arranged(shape) else None
    kind, finish, convert = batch(shape), finisher(shape), msgspec.convert

    def read(values: Column) -> Column:
        plain = values if arrange is None else list(map(arrange, values))
        return finish(convert((plain,), kind).values)

    return read


class Batch(Struct, array_like=True):
    """A column as a struct: of no other type msgspec keeps what it found out."""

    values: Column


def batch(shape: Shape) -> type[Batch]:
    """The type that msgspec converts columns of a shape to."""
    own = ("values", GenericAlias(list, (lowered(shape),)))
    return cast("type[Batch]", msgspec.defstruct("Batch", [own], bases=(Batch,)))


@cache
def finisher(shape: Shape) -> Read:
    """Reads what is still plain in values that msgspec has read."""
    match shape:
        case _ if finished(shape):
            return same
        case Scalar(form="s" | "ms" as unit):
            return times(unit)
        case Constants():
            return constants(shape)
        case Nullable():
            return beside(None, finisher(shape.shape))
        case List():
            return arrays(finisher(shape.item))
        case Map():
            return maps(finisher(shape.value))
        case Object():
            return models(shape.model)
        case Choice():
            return chooser(shape, reader) if hooked(shape) else by_type(shape.options)
        case Reference():
            return lambda values: reader(target(shape))(values) if values else values
        case Anything() | Null() | Scalar():
            return same


def same(values: Column) -> Column:
    """Values that msgspec has read."""
    return values


def times(unit: Literal["s", "ms"]) -> Read:
    """Reads points in time that travel as numbers."""

    def read(value: object) -> object:
        if unit == "s" and type(value) is int and -LONGEST < value < LONGEST:
            return EPOCH + timedelta(0, value)
        return moment(value, unit)

    return lambda values: list(map(read, values))


LONGEST: Final = 60_000_000_000
"""Seconds before and after 1970 that Python surely has."""


def constants(shape: Constants) -> Read:
    """Reads constants that msgspec has no type for."""

    def read(values: Column) -> Column:
        if not all(holds(shape, value) for value in values):
            raise ValueError("no constant")
        return values

    return read


def beside(other: object, finish: Read) -> Read:
    """Reads values in a column of which some are `other` than they."""

    def read(values: Column) -> Column:
        return together(values, [same if it is other else finish for it in values])

    return read


def arrays(finish: Read) -> Read:
    """Reads the items of arrays."""

    def read(values: Column) -> Column:
        given = cast("list[Column]", values)
        column = iter(finish(list(chain.from_iterable(given))))
        for each in given:
            each[:] = islice(column, len(each))
        return values

    return read


def maps(finish: Read) -> Read:
    """Reads the members of maps."""

    def read(values: Column) -> Column:
        given = cast("list[dict[str, object]]", values)
        column = iter(finish([it for each in given for it in each.values()]))
        for each in given:
            each.update(zip(each, column, strict=False))
        return values

    return read


def models(model: type[Model]) -> Read:
    """Reads the members of models. Models may lead to themselves."""

    def read(values: Column) -> Column:
        if values:
            for name, finish in unfinished(model):
                column = finish([getattr(value, name) for value in values])
                for value, member in zip(values, column, strict=True):
                    force_setattr(cast("Model", value), name, member)
        return values

    return read


@cache
def unfinished(model: type[Model]) -> list[tuple[str, Read]]:
    """The members of a model of which something is still plain."""
    found: list[tuple[str, Read]] = []
    for member in members(model):
        if not finished(member.shape):
            finish = finisher(member.shape)
            one = finish if member.required else beside(UNSET, finish)
            found.append((member.name, one))
    unknown = extras(model)
    if unknown is not None and not finished(unknown):
        found.append(("additional_properties", maps(finisher(unknown))))
    return found


def by_type(options: Iterable[Shape]) -> Read:
    """Reads values of which the type tells the option."""
    own: dict[type, Read] = {}
    for option in options:
        match option:
            case Object(model=kind):
                own[kind] = finisher(option)
            case List():
                own[list] = finisher(option)
            case Map():
                own[dict] = finisher(option)
            case _:
                pass
    return lambda values: together(values, [own.get(type(it), same) for it in values])
