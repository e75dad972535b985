"""Unknown members of open models, moved to where msgspec reads them.

msgspec refuses unknown members of open models, which is the fast way to find out that
there are none. Where there are, they become the member `EXTRAS` of their plain object.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from msgspec import Struct

from .hints import extras, members
from .models import EXTRAS, Model
from .reach import hooked, open_inside
from .shapes import Choice, List, Map, Nullable, Object, Shape

__all__ = ["gather"]


class Plan(Struct, frozen=True):
    """Where to look inside an object of a model."""

    known: frozenset[str]
    inner: tuple[tuple[str, Shape], ...]
    """By wire name, the members that lead to open models."""
    unknown: Shape | None
    """What unknown members are, if the model keeps them."""


@cache
def plan(model: type[Model]) -> Plan:
    """The plan of a model."""
    own = members(model)
    return Plan(
        known=frozenset(member.wire for member in own),
        inner=tuple(
            (member.wire, member.shape) for member in own if open_inside(member.shape)
        ),
        unknown=extras(model),
    )


def gather(shape: Shape, value: object) -> None:
    """Move the unknown members inside a plain value, up to what the hook reads."""
    match shape:
        case Nullable():
            gather(shape.shape, value)
        case Choice() if not hooked(shape):
            for option in shape.options:
                gather(option, value)
        case Object() if isinstance(value, dict):
            rearrange(plan(shape.model), cast("dict[str, object]", value))
        case List() if isinstance(value, list) and open_inside(shape.item):
            for item in cast("list[object]", value):
                gather(shape.item, item)
        case Map() if isinstance(value, dict) and open_inside(shape.value):
            for member in cast("dict[str, object]", value).values():
                gather(shape.value, member)
        case _:
            pass


def rearrange(plan: Plan, value: dict[str, object]) -> None:
    """Move the unknown members of one object."""
    for name, shape in plan.inner:
        if name in value:
            gather(shape, value[name])
    if plan.unknown is not None and not plan.known.issuperset(value):
        rest = {name: it for name, it in value.items() if name not in plan.known}
        for name, member in rest.items():
            del value[name]
            gather(plan.unknown, member)
        value[EXTRAS] = rest
