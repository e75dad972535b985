"""The tolerant way in: what a document is where it is not what it should be.

A member that need not be there is left out if it does not fit; a required one takes the
object around it along. Every departure is recorded. Values are never converted to fit:
`"5"` is no integer, 1 is not true, and only 5.0 is also 5.
"""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import msgspec

from .deviations import DecodeFailure, Deviation, Path, pointer, shown
from .hints import extras, members, target
from .models import JsonValue, Model, UnknownVariant
from .scalars import scalar, simple
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
    describe,
)
from .unions import holds, ranked, unknown

__all__ = ["parse", "read"]


class Unfit(Exception):  # noqa: N818
    """A value does not fit; why has been recorded."""


class Outcome(msgspec.Struct):
    """What became of one option of a union. `value` is `FAILED` if it does not fit."""

    value: object
    deviations: list[Deviation]


FAILED = object()


def parse(data: bytes | str) -> object:
    """Plain values of JSON; numbers that are not whole are exact.

    Raises:
        DecodeFailure: It is no JSON.
    """
    try:
        return EXACT.decode(data)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DecodeFailure((Deviation("", "JSON", str(error)),)) from None
    except RecursionError:
        raise DecodeFailure((Deviation("", "JSON", "too deep nesting"),)) from None


EXACT = msgspec.json.Decoder(float_hook=Decimal)


def read(shape: Shape, value: object) -> tuple[object, tuple[Deviation, ...]]:
    """What a plain value is, and where it departs from its shape.

    Raises:
        DecodeFailure: Something required does not fit.
    """
    reader = Reader()
    try:
        result = reader.read(shape, value, None, False)
    except Unfit:
        raise DecodeFailure(tuple(reader.deviations)) from None
    except RecursionError:
        deviation = Deviation("", describe(shape), "too deep nesting")
        raise DecodeFailure((deviation,)) from None
    return result, tuple(reader.deviations)


class Reader:
    """Reads one document. Values that are `hidden` never enter a deviation."""

    def __init__(self) -> None:
        self.deviations: list[Deviation] = []
        self.outcomes: dict[tuple[int, int], Outcome] = {}

    def read(self, shape: Shape, value: object, at: Path, hidden: bool) -> object:
        """What a value is.

        Raises:
            Unfit: It is not that, and the deviation is recorded.
        """
        match shape:
            case Anything():
                return simple(value)
            case Nullable():
                if value is None:
                    return None
                return self.read(shape.shape, value, at, hidden)
            case Null() if value is None:
                return None
            case Constants() if holds(shape, value):
                return value
            case Scalar():
                try:
                    return scalar(shape, value)
                except ValueError:
                    self.record(at, describe(shape), shown(value, hidden))
            case List() if isinstance(value, list):
                return self.items(shape, cast("list[object]", value), at, hidden)
            case Map() if isinstance(value, dict):
                return self.values(shape, cast("dict[str, object]", value), at, hidden)
            case Object() if isinstance(value, dict):
                given = cast("dict[str, object]", value)
                return self.model(shape.model, given, at, hidden)
            case Choice():
                return self.choose(shape, value, at, hidden)
            case Reference():
                return self.read(target(shape), value, at, hidden)
            case _:
                self.record(at, describe(shape), shown(value, hidden))
        raise Unfit

    def record(self, at: Path, expected: str, got: str) -> None:
        """Note a deviation."""
        self.deviations.append(Deviation(pointer(at), expected, got))

    def items(
        self, shape: List, value: list[object], at: Path, hidden: bool
    ) -> list[object]:
        """The items of an array: all of them, or none."""
        items = [
            self.attempt(shape.item, item, (at, index), hidden)
            for index, item in enumerate(value)
        ]
        if any(item is FAILED for item in items):
            raise Unfit
        return items

    def values(
        self, shape: Map, value: dict[str, object], at: Path, hidden: bool
    ) -> dict[str, object]:
        """The members of a map: all of them, or none."""
        members = {
            name: self.attempt(shape.value, member, (at, name), hidden)
            for name, member in value.items()
        }
        if any(member is FAILED for member in members.values()):
            raise Unfit
        return members

    def attempt(self, shape: Shape, value: object, at: Path, hidden: bool) -> object:
        """What a value is, or `FAILED`."""
        try:
            return self.read(shape, value, at, hidden)
        except Unfit:
            return FAILED

    def model(
        self, model: type[Model], value: dict[str, object], at: Path, hidden: bool
    ) -> Model:
        """A model, as long as its required members fit."""
        given: dict[str, object] = {}
        fits = True
        rest = dict(value)
        for member in members(model):
            place = (at, member.wire)
            if member.wire not in rest:
                if member.required:
                    self.record(place, describe(member.shape), "nothing")
                    fits = False
                continue
            plain = rest.pop(member.wire)
            secret = hidden or member.secret
            result = self.attempt(member.shape, plain, place, secret)
            if result is not FAILED:
                given[member.name] = result
            elif member.required:
                fits = False
        if not fits:
            raise Unfit
        unknown = extras(model)
        if unknown is not None:
            given["additional_properties"] = self.unknown(unknown, rest, at, hidden)
        return model(**given)

    def unknown(
        self, shape: Shape, value: dict[str, object], at: Path, hidden: bool
    ) -> dict[str, object]:
        """The unknown members of an object: those that fit."""
        read = {
            name: self.attempt(shape, member, (at, name), hidden)
            for name, member in value.items()
        }
        return {name: member for name, member in read.items() if member is not FAILED}

    def choose(self, shape: Choice, value: object, at: Path, hidden: bool) -> object:
        """What the best option makes of a value: the first without deviations.

        Outcomes are kept, since options of unions inside unions would otherwise read
        the same value again and again, twice as often with each level.
        """
        key = (id(shape), id(value))
        nested = type(value) in (list, dict)  # the others have no place of their own
        outcome = self.outcomes.get(key) if nested else None
        if outcome is None:
            outcome = self.best(shape, value, at, hidden)
            if nested:
                self.outcomes[key] = outcome
        self.deviations.extend(outcome.deviations)
        if outcome.value is FAILED:
            raise Unfit
        return outcome.value

    def best(self, shape: Choice, value: object, at: Path, hidden: bool) -> Outcome:
        """The outcome of the option that departs least."""
        tag = unknown(shape, value)
        if tag is not None:
            place = pointer((at, shape.tag or ""))
            expected = f"one of {', '.join(map(repr, shape.mapping))}"
            variant = UnknownVariant(tag, cast("dict[str, JsonValue]", simple(value)))
            return Outcome(variant, [Deviation(place, expected, shown(tag, hidden))])
        best: Outcome | None = None
        start = len(self.deviations)
        for option in ranked(shape, value):
            result = self.attempt(option, value, at, hidden)
            outcome = Outcome(result, self.deviations[start:])
            del self.deviations[start:]
            if not outcome.deviations:
                return outcome
            if best is None or (best.value is FAILED and result is not FAILED):
                best = outcome
        if best is None:
            deviation = Deviation(pointer(at), describe(shape), shown(value, hidden))
            best = Outcome(FAILED, [deviation])
        if best.value is FAILED and shape.fallback is not None:
            # It is not what its tag says, but it may still be what that is based on.
            result = self.attempt(shape.fallback, value, at, hidden)
            del self.deviations[start:]
            best = Outcome(result, best.deviations)
        return best
