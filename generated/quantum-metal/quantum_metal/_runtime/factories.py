"""Models for tests: what a test does not care about is made up, always in the same way."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, TypeVar, assert_never
from uuid import UUID

from .hints import members, target
from .models import AnyOf, Model, Requires
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

__all__ = ["make", "sample"]

ModelT = TypeVar("ModelT", bound=Model)

SAMPLES: Final[dict[type, object]] = {
    bool: True,
    int: 1,
    float: 1.5,
    Decimal: Decimal("1.5"),
    str: "text",
    bytes: b"bytes",
    datetime: datetime(2024, 1, 30, 7, 33, 20, tzinfo=UTC),
    date: date(2024, 1, 30),
    time: time(7, 33, 20),
    timedelta: timedelta(seconds=90),
    UUID: UUID("00000000-0000-4000-8000-000000000000"),
}


def make(model: type[ModelT], **members: object) -> ModelT:
    """A model with these members; other required ones are made up.

    Raises:
        TypeError: The model has no such member.
    """
    return model(**(required(model, members) | members))


def required(model: type[Model], given: dict[str, object]) -> dict[str, object]:
    """The members that a model needs besides those that are given."""
    wanted = {each.name for each in members(model) if each.required}
    names = {each.wire: each.name for each in members(model)}
    for rule in model.__requires__:
        match rule:
            case AnyOf():
                groups = [{names.get(w, w) for w in group} for group in rule.groups]
                if not any(group <= wanted | given.keys() for group in groups):
                    wanted |= groups[0]
            case Requires():
                if names.get(rule.member) in wanted | given.keys():
                    wanted |= {names.get(wire, wire) for wire in rule.needs}
    return {
        each.name: sample(each.shape)
        for each in members(model)
        if each.name in wanted - given.keys()
    }


def sample(shape: Shape) -> object:
    """A value of a shape: the first one, the smallest one, never null if it can be more."""
    match shape:
        case Anything() | Null():
            return None
        case Scalar():
            return shape.names[0] if shape.names else SAMPLES.get(shape.type)
        case Constants():
            return shape.values[0]
        case List():
            return []
        case Map():
            return {}
        case Object():
            return make(shape.model)
        case Nullable():
            return None if recursive(shape.shape) else sample(shape.shape)
        case Choice():
            return sample(shape.options[0])
        case Reference():
            return sample(target(shape))
        case _:
            assert_never(shape)


def recursive(shape: Shape) -> bool:
    """Whether a shape may lead back to itself, so that null ends it."""
    return isinstance(shape, Object | Reference)
