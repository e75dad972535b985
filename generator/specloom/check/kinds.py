"""What a part may be, as the specification describes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..read import Tree

if TYPE_CHECKING:
    from .walk import Walk

__all__ = [
    "GONE",
    "Before",
    "Gone",
    "Kind",
    "List",
    "Map",
    "Object",
    "Part",
    "Place",
    "Plain",
    "Shape",
]


class _Gone(Enum):
    GONE = "gone"


Gone: TypeAlias = Literal[_Gone.GONE]
GONE: Final[Gone] = _Gone.GONE
"""What a part becomes that can't be saved."""

Object: TypeAlias = dict[str, Tree]
Place: TypeAlias = "tuple[Place | None, str | int, int]"
"""A place on the way down: its parent, its token (the file's name at the top), its depth."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value without parts; `read` gives what was meant by another JSON type, or `GONE`."""

    types: tuple[type, ...]
    words: str
    read: Callable[[Tree], Tree | Gone]


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the specification, by its name in the table of shapes."""

    name: str


@dataclass(frozen=True, slots=True)
class Map:
    """An object whose keys are names; `rename` gives the key that was meant, or "" for none."""

    of: Kind
    rename: Callable[[Walk, str, Place], str] | None = None
    extensible: bool = False
    """Whether keys with `x-` are extensions, not names."""


@dataclass(frozen=True, slots=True)
class List:
    """An array."""

    of: Kind


Kind: TypeAlias = Plain | Part | Map | List

Before: TypeAlias = "Callable[[Walk, Object, Place], Object | Gone]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the specification says about an object."""

    words: str
    fields: Mapping[str, Kind] = field(default_factory=dict[str, Kind])
    section: str = ""
    """Where `components` keeps such objects, if they may be references."""
    before: Before | None = None
    """What is put right before the members are looked at."""
    instead: Tree | Gone = GONE
    """What stands for one that can't be saved."""
    dangling: Tree | Gone = GONE
    """What stands for one that a reference does not lead to, if that is another."""
    read: Callable[[Tree], Tree | Gone] = lambda _: GONE
    """What a value that is no object was meant to be."""
