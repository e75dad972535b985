"""Readers of unions that JSON does not tell apart, which learn from what they read.

Only the likeliest option is tried; what it does not fit is `drift.py`'s. An option is
looked for once for all values that are alike in what tells options apart, and reads all
of its values at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import NoneType
from typing import Final, TypeAlias, cast

from .models import Model
from .shapes import Choice, Constants, Object, Shape
from .unions import kinds, profile, ranked, unknown

__all__ = ["Column", "Read", "chooser", "together"]

Column: TypeAlias = list[object]
"""Values that stand in the same place of their shape."""
Read: TypeAlias = Callable[[Column], Column]
"""Makes of each value what it is; the list may be the same one, changed.

Raises `ValueError` where one does not fit at once.
"""
Keys: TypeAlias = Callable[[Column], Column]
"""What of each value tells its option: its tag, its contents as a tuple, or its type."""

Plain: TypeAlias = dict[str, object]
"""An object, as long as `type` says so."""

MOST_LEARNED: Final = 256
"""Kinds of values that are remembered for a union."""
HASHABLE: Final = frozenset((str, int, bool, float, NoneType))
PLAIN: Final[tuple[type, ...]] = (str, int, float, Decimal, bool, NoneType, list)
"""The types of plain values, objects aside."""


def chooser(choice: Choice, find: Callable[[Shape], Read]) -> Read:
    """Reads a union; `find` gives the readers of its options."""
    keys = keyed(choice)
    known: dict[object, Read] = {}

    def look(key: object, value: object) -> Read:
        sure = type(key) in (tuple, type) or key in list(choice.mapping)
        if sure and key in known:
            return known[key]
        if unknown(choice, value) is not None:
            raise ValueError("an unknown variant")
        for option in ranked(choice, value):
            read = find(option)
            if sure and len(known) < MOST_LEARNED:
                known[key] = read
            return read
        raise ValueError("no option fits")

    def read(values: Column) -> Column:
        told = keys(values)
        try:
            readers = [known[key] for key in told]
        except (KeyError, TypeError):
            readers = list(map(look, told, values))
        return together(values, readers)

    return read


def together(values: Column, readers: Sequence[Read]) -> Column:
    """Read each value with its reader, and all that have the same reader at once."""
    if len(set(readers)) == 1:
        return readers[0](values)
    columns: defaultdict[Read, Column] = defaultdict(list)
    for read, value in zip(readers, values, strict=True):
        columns[read].append(value)
    done = {read: iter(read(column)) for read, column in columns.items()}
    return [next(done[read]) for read in readers]


def keyed(choice: Choice) -> Keys:
    """How to tell the options of a union apart."""
    sole: dict[type, type] = {it: it for it in PLAIN if decided(choice, it)}
    if choice.tag is not None:
        return tagged(choice.tag, sole)
    objects = [it for it in choice.options if dict in (kinds(it) or (dict,))]
    models = [option.model for option in objects if isinstance(option, Object)]
    if len(models) < len(objects):
        return lambda values: [sole.get(type(it)) for it in values]
    return fitted(models, sole)


def decided(choice: Choice, kind: type) -> bool:
    """Whether one option alone can take values of a JSON type, objects aside."""
    takers = [it for it in choice.options if kind in (kinds(it) or PLAIN)]
    return len(takers) == 1 and kinds(takers[0]) is not None


def tagged(tag: str, sole: Mapping[type, type]) -> Keys:
    """The discriminator tells."""

    def keys(values: Column) -> Column:
        given = cast("list[Plain]", values)
        return [it.get(tag) if type(it) is dict else sole.get(type(it)) for it in given]

    return keys


def fitted(models: Sequence[type[Model]], sole: Mapping[type, type]) -> Keys:
    """The names of the members tell, and the values of those that are contested.

    An option that is wrong all the same does not convert.
    """
    names, constants = contested(models)

    def contents(value: Plain) -> tuple[object, ...]:
        told = [value.get(name) for name in constants]
        hashable = [it if type(it) in HASHABLE else None for it in told]
        return (*value, *[type(value.get(name)) for name in names], *hashable)

    key: Callable[[Plain], tuple[object, ...]] = contents if names else tuple

    def keys(values: Column) -> Column:
        given = cast("list[Plain]", values)
        return [key(it) if type(it) is dict else sole.get(type(it)) for it in given]

    return keys


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
