"""What is looked at before a model is sent: what it must hold, and what is going away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from msgspec import UNSET

from .hints import members, read
from .models import AnyOf, Model, Requires
from .reach import reach
from .shapes import Object

__all__ = ["going", "verify"]


def verify(value: object) -> None:
    """Check that a model holds what its alternatives need, and all models inside it.

    Raises:
        ValueError: Members are missing; the message names them as Python does.
    """
    match value:
        case Model():
            for rule in type(value).__requires__:
                check(value, rule)
            for name in value.__struct_fields__:
                verify(getattr(value, name))
        case Mapping():
            for member in cast("Mapping[object, object]", value).values():
                verify(member)
        case list() | tuple():
            for item in cast("list[object]", value):
                verify(item)
        case _:
            pass


def going(value: object) -> Iterator[str]:
    """What is deprecated of the members that are there, in a model and in all inside."""
    match value:
        case Model() if fading(type(value)):
            kind = type(value)
            for name in kind.__struct_fields__:
                member: object = getattr(value, name)
                if member is not UNSET and name in kind.__deprecated_fields__:
                    yield f"`{name}` of `{kind.__name__}`"
                yield from going(member)
        case Mapping():
            for member in cast("Mapping[object, object]", value).values():
                yield from going(member)
        case list() | tuple():
            for item in cast("list[object]", value):
                yield from going(item)
        case _:
            pass


@cache
def fading(model: type[Model]) -> bool:
    """Whether a model, or one that it leads to, has members that are going away."""
    return any(
        isinstance(it, Object) and it.model.__deprecated_fields__
        for it in reach(read(model), beyond=True)
    )


def check(model: Model, rule: AnyOf | Requires) -> None:
    """Check one rule of a model.

    Raises:
        ValueError: It does not hold.
    """
    names = {member.wire: member.name for member in members(type(model))}

    def given(wire: str) -> bool:
        return getattr(model, names.get(wire, wire), UNSET) is not UNSET

    def listed(wires: tuple[str, ...]) -> str:
        return " and ".join(f"`{names.get(wire, wire)}`" for wire in wires)

    kind = type(model).__name__
    match rule:
        case AnyOf():
            held = [group for group in rule.groups if all(map(given, group))]
            if not held:
                needed = " or ".join(map(listed, rule.groups))
                raise ValueError(f"`{kind}` needs {needed}")
            if rule.exclusive and len(held) > 1:
                both = " and ".join(map(listed, held))
                raise ValueError(f"`{kind}` takes only one of {both}")
        case Requires():
            if given(rule.member) and not all(map(given, rule.needs)):
                lacking = tuple(wire for wire in rule.needs if not given(wire))
                needed = f"{listed(lacking)} with `{names.get(rule.member)}`"
                raise ValueError(f"`{kind}` needs {needed}")
