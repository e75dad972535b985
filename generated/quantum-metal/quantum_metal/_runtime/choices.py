"""Readers of unions that JSON does not tell apart, which learn from what they read.

Only the likeliest option is tried; what it does not fit is `drift.py`'s. An option is
looked for once for all objects that are alike in what tells options apart, so that most
objects cost a look at their names and one conversion.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import NoneType
from typing import Any, Final, TypeAlias

import msgspec

from .lower import Reader, lowered
from .models import Model
from .reach import arranged
from .shapes import Choice, Constants, Object, Scalar, Shape
from .unions import kinds, profile, ranked

__all__ = ["chooser"]

Find: TypeAlias = Callable[[Shape], Reader]

MOST_LEARNED: Final = 256
"""Kinds of objects that are remembered for a union."""
HASHABLE: Final = frozenset((str, int, bool, float, NoneType))
PLAIN: Final = (str, int, float, bool, NoneType, list)
"""The types of plain values, objects aside."""


def chooser(choice: Choice, find: Find) -> Reader:
    """Reads a union; `find` gives the readers of its options."""
    if choice.tag is not None:
        return tagged(choice, find)
    objects = [it for it in choice.options if dict in (kinds(it) or (dict,))]
    models = [option.model for option in objects if isinstance(option, Object)]
    if len(models) < len(objects):
        return likeliest(choice, find)
    return fitted(choice, find, models)


def likeliest(choice: Choice, find: Find) -> Reader:
    """Reads a union of which each value has to be looked at."""

    def read(value: object) -> object:
        for option in ranked(choice, value):
            return find(option)(value)
        raise ValueError("no option fits")

    return read


class Learned:
    """How objects of a union are read, by what tells its options apart."""

    def __init__(self, choice: Choice, find: Find) -> None:
        self.choice = choice
        self.find = find
        self.kinds: dict[object, type[object]] = {}
        """Those that one conversion reads."""
        self.readers: dict[object, Reader] = {}
        """The others."""

    def read(self, key: object, value: object) -> object:
        """What an object is that one conversion does not read, or may not."""
        read = self.readers.get(key)
        if read is not None:
            return read(value)
        for option in ranked(self.choice, value):
            read = self.find(option)
            if len(self.kinds) + len(self.readers) < MOST_LEARNED:
                if isinstance(option, Object) and not arranged(option):
                    self.kinds[key] = lowered(option)
                else:
                    self.readers[key] = read
            return read(value)
        raise ValueError("no option fits")


def tagged(choice: Choice, find: Find) -> Reader:
    """Reads a union whose discriminator tells the option."""
    learned, otherwise = Learned(choice, find), others(choice, find)
    tag, likely = choice.tag or "", likeliest(choice, find)
    known, to = learned.kinds, msgspec.convert

    def read(value: Any) -> object:
        if value.__class__ is not dict:
            return otherwise(value)
        told = value.get(tag)
        if told.__class__ is str:
            kind = known.get(told)
            if kind is not None:
                return to(value, kind)
            if told in choice.mapping:
                return learned.read(told, value)
            if choice.open:
                raise ValueError("an unknown variant")
        return likely(value)

    return read


def fitted(choice: Choice, find: Find, models: Sequence[type[Model]]) -> Reader:
    """Reads a union whose objects are told apart by how well they fit.

    Objects with the same names have the same option, unless it takes the value of a
    contested member to tell. An option that is wrong all the same does not convert.
    """
    learned, otherwise = Learned(choice, find), others(choice, find)
    known, to, names, constants = learned.kinds, msgspec.convert, *contested(models)

    def read(value: Any) -> object:
        if value.__class__ is not dict:
            return otherwise(value)
        key: tuple[object, ...] = tuple(value)
        if names:
            told = [value.get(name) for name in constants]
            values = [it if it.__class__ in HASHABLE else None for it in told]
            types = [value.get(name).__class__ for name in names]
            key = (*key, *types, *values)
        kind = known.get(key)
        return learned.read(key, value) if kind is None else to(value, kind)

    return read


def contested(
    models: Sequence[type[Model]],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The members that models share and of which they expect other values.

    First all, whose types tell; then those of which the value itself tells.
    """
    profiles = [profile(model) for model in models]
    names: list[str] = []
    constants: list[str] = []
    for name in {name: None for own in profiles for name in own.kinds}:
        owners = [own for own in profiles if name in own.kinds]
        values = {valued(own.constants.get(name)) for own in owners}
        if len(values) > 1:
            constants.append(name)
        if len(values) > 1 or len({own.kinds[name] for own in owners}) > 1:
            names.append(name)
    return tuple(names), tuple(constants)


def valued(constants: Constants | None) -> frozenset[tuple[type, object]]:
    """The values of an enumeration, `True` and 1 apart."""
    values = () if constants is None else constants.values
    return frozenset((type(value), value) for value in values)


def others(choice: Choice, find: Find) -> Reader:
    """Reads values of a union that are no objects; one option may be all that takes them."""
    likely = likeliest(choice, find)
    sole: dict[type, Shape] = {}
    for kind in PLAIN:
        takers = [it for it in choice.options if kind in (kinds(it) or PLAIN)]
        if len(takers) == 1 and kinds(takers[0]):
            sole[kind] = takers[0]
    same = {kind for kind, option in sole.items() if plain(option, kind)}
    readers: dict[type, Reader] = {}

    def read(value: object) -> object:
        kind = type(value)
        if kind in same:
            return value
        own = readers.get(kind)
        if own is None:
            own = readers[kind] = find(sole[kind]) if kind in sole else likely
        return own(value)

    return read


def plain(option: Shape, kind: type) -> bool:
    """Whether an option takes plain values of a type as they are."""
    match option:
        case Scalar(form="", limits=None):
            return option.type is kind
        case _:
            return False
