"""The way out: values as plain data, by their wire names and in their wire forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias, cast

from msgspec import UNSET

from .files import File, Part
from .hints import extras, members, target
from .models import Model, UnknownVariant
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
from .times import stamp

__all__ = ["Leaf", "outline"]

Leaf: TypeAlias = Callable[[object], object]
"""How a format has a scalar.

Raises:
    ValueError: It has none such.
"""

FAR = 40
SIMPLE = {type(None), bool, int, str}
"""Every format writes these as they are."""


def outline(value: object, shape: Shape | None, leaf: Leaf) -> object:
    """A value as dictionaries, lists and scalars: what every format writes.

    Members that are absent are left out. A mark says how a scalar travels (`UnixTime`,
    `Text`); without one, `leaf` says it, unless every format writes it as it is.

    Raises:
        ValueError: A value has no wire form.
    """
    if type(value) in SIMPLE:
        return value
    if isinstance(value, bytes) and shape is not None:
        kind = upload(shape)
        if kind is not None:
            return leaf(kind(value))
    if shape is not None:
        shape = suited(shape, value)
    match value:
        case Model():
            return fields(value, leaf)
        case UnknownVariant():
            return outline(value.value, None, leaf)
        case Decimal() if isinstance(shape, Scalar) and shape.form == "text":
            return digits(value)
        case datetime() if isinstance(shape, Scalar):
            form = shape.form
            return stamp(value, form) if form == "s" or form == "ms" else leaf(value)
        case Mapping():
            inner = shape.value if isinstance(shape, Map) else None
            pairs = cast("Mapping[str, object]", value).items()
            return {
                name: outline(it, inner, leaf) for name, it in pairs if it is not UNSET
            }
        case str() | bytes() | bytearray():
            return leaf(value)
        case Sequence():
            inner = shape.item if isinstance(shape, List) else None
            items = cast("Sequence[object]", value)
            return [outline(item, inner, leaf) for item in items]
        case _:
            return leaf(value)


def upload(shape: Shape) -> type[File] | None:
    """What bytes are that travel as they are, and not as a text in base64."""
    match shape:
        case Nullable():
            return upload(shape.shape)
        case Choice():
            return next(filter(None, map(upload, shape.options)), None)
        case Scalar(type=of) if of is File:
            return File
        case Scalar(form="upload"):
            return Part
        case _:
            return None


def digits(value: Decimal) -> str:
    """A decimal as text, without an exponent unless it is far from 1."""
    short = value.is_finite() and abs(value.adjusted()) < FAR
    return format(value, "f") if short else str(value)


def fields(model: Model, leaf: Leaf) -> dict[str, object]:
    """The members of a model by their wire names; unknown ones come last."""
    kind = type(model)
    plain: dict[str, object] = {}
    for member in members(kind):
        value: object = getattr(model, member.name)
        if value is not UNSET:
            plain[member.wire] = outline(value, member.shape, leaf)
    unknown = extras(kind)
    if unknown is not None:
        rest: Mapping[str, object] = getattr(model, "additional_properties", {})
        for name, value in rest.items():
            if name not in plain and value is not UNSET:
                plain[name] = outline(value, unknown, leaf)
    return plain


def suited(shape: Shape, value: object) -> Shape | None:
    """The shape that a value has where several are possible."""
    match shape:
        case Nullable():
            return suited(shape.shape, value)
        case Reference():
            return suited(target(shape), value)
        case Choice():
            known = (*shape.options, *shape.mapping.values())
            fits = (suited(it, value) for it in known if carries(it, value))
            return next(fits, None)
        case _:
            return shape


def carries(shape: Shape, value: object) -> bool:
    """Whether a shape can hold a Python value, its first item deciding for the rest."""
    match shape:
        case Scalar():
            return type(value) is shape.type
        case Constants():
            return value in shape.values
        case Object():
            return isinstance(value, shape.model)
        case Map():
            if not isinstance(value, Mapping):
                return False
            values = cast("Mapping[str, object]", value).values()
            return all(carries(shape.value, it) for it in list(values)[:1])
        case List():
            if not isinstance(value, Sequence) or isinstance(value, str | bytes):
                return False
            items = cast("Sequence[object]", value)
            return all(carries(shape.item, it) for it in list(items)[:1])
        case Nullable():
            return value is None or carries(shape.shape, value)
        case Choice():
            return any(carries(option, value) for option in shape.options)
        case Reference():
            return carries(target(shape), value)
        case _:
            return True
