"""Objects of what tests say of models, and their JSON, which no codec writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar, cast

from .members import MODELS, Member

__all__ = ["Whole", "built", "made", "named", "text", "value", "whole", "written"]


ModelT = TypeVar("ModelT")


@dataclass(frozen=True)
class Whole(Generic[ModelT]):
    """Stands for an object of a model with all members that the document names."""

    model: type[ModelT]


whole = Whole
"""Says so where the least object would tell nothing."""


def made(said: type[ModelT] | Whole[ModelT]) -> ModelT:
    """The object that a model stands for, for calls."""
    return cast("ModelT", value(said))


def named(model: type[object]) -> str:
    """How a model's tests are called."""
    return model.__name__


def value(said: object) -> object:
    """What is said, each model in it as its least object: with what is required."""
    match said:
        case Whole():
            model = cast("Whole[object]", said).model
            return _object(model, [each for each in MODELS[model] if not each.other])
        case type():
            return _object(said, [each for each in MODELS[said] if each.required])
        case list():
            return [value(each) for each in cast("list[object]", said)]
        case dict():
            pairs = cast("dict[str, object]", said).items()
            return {name: value(each) for name, each in pairs}
        case _:
            return said


def text(said: object) -> str:
    """The JSON of what is said."""
    match said:
        case Whole():
            every = MODELS[cast("Whole[object]", said).model]
            return _joined((each.name, _text(each)) for each in every if not each.other)
        case type():
            every = MODELS[said]
            return _joined((each.name, _text(each)) for each in every if each.required)
        case list():
            return f"[{','.join(map(text, cast('list[object]', said)))}]"
        case dict():
            pairs = cast("dict[str, object]", said).items()
            return _joined((name, text(each)) for name, each in pairs)
        case _:
            return json.dumps(said, ensure_ascii=False, default=_plain)


def built(model: type[object], *, without: str = "", null: str = "") -> object:
    """An object with all members but one, or with one that is null."""
    return _object(model, [m for m in MODELS[model] if m.name != without], null)


def written(
    model: type[object],
    *,
    without: str = "",
    null: str = "",
    new: str = "",
    more: str = "",
) -> bytes:
    """The text of an object: less a member, one null or new, or one that nobody knows."""
    every = [member for member in MODELS[model] if member.name != without]
    told = {each.name: text(each.new) for each in every if each.name == new}
    told[null] = "null"
    pairs = [(each.name, told.get(each.name) or _text(each)) for each in every]
    pairs += [(more, '"new"')] if more else []
    return _joined(pairs).encode()


def _object(model: type[object], every: Iterable[Member], null: str = "") -> object:
    given: dict[str, object] = {}
    for each in every:
        found = None if each.name == null else value(each.value)
        if each.other:
            given["additional_properties"] = {each.name: found}
        else:
            given[each.python] = found
    return cast("Callable[..., object]", model)(**given)


def _text(member: Member) -> str:
    return member.json or text(member.value)


def _joined(pairs: Iterable[tuple[str, str]]) -> str:
    texts = (f"{json.dumps(name, ensure_ascii=False)}:{text}" for name, text in pairs)
    return "{" + ",".join(texts) + "}"


def _plain(said: object) -> str:
    """A point in time as RFC 3339 writes it; what else has no JSON is a text."""
    if isinstance(said, date | datetime):
        return said.isoformat().replace("+00:00", "Z")
    return str(said)
