"""What is done to plain values before msgspec converts them.

They are prepared in place: unknown members are moved to where msgspec reads them, and
decimals must not have been floats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from .hints import extras, members
from .models import EXTRAS, Model
from .reach import arranged
from .shapes import Choice, List, Map, Nullable, Object, Scalar, Shape
from .unions import kinds

__all__ = ["arranger"]

Arrange: TypeAlias = Callable[[object], object]
"""Prepares a plain value, and gives it back. Raises `ValueError` where it cannot fit."""


def arranger(shape: Shape) -> Arrange:
    """Prepares plain values of a shape."""
    match shape:
        case _ if not arranged(shape):
            return unchanged
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


def items(arrange: Arrange) -> Arrange:
    """Prepares the items of arrays."""

    def each(value: Any) -> object:
        if value.__class__ is list:
            value[:] = map(arrange, value)
        return value

    return each


def values(arrange: Arrange) -> Arrange:
    """Prepares the members of maps."""

    def each(value: Any) -> object:
        if value.__class__ is dict:
            for name, member in value.items():
                value[name] = arrange(member)
        return value

    return each


def by_type(options: Iterable[Shape]) -> Arrange:
    """Prepares values of which the JSON type tells the option."""
    own: dict[type, Arrange] = {}
    for option in options:
        own.update(dict.fromkeys(kinds(option) or (), arranger(option)))
    return lambda value: own.get(type(value), unchanged)(value)


class Arranger:
    """Prepares objects of a model. It is read when first met: models lead to themselves."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model
        self.known: frozenset[str] = frozenset()
        self.inner: list[tuple[str, Arrange]] | None = None
        self.unknown: Arrange | None = None

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

    def learn(self) -> list[tuple[str, Arrange]]:
        """Read the members of the model, and give those that take help."""
        own, unknown = members(self.model), extras(self.model)
        self.known = frozenset(member.wire for member in own)
        if unknown is not None:
            self.unknown = arranger(unknown)
        return [
            (member.wire, arranger(member.shape))
            for member in own
            if arranged(member.shape)
        ]
