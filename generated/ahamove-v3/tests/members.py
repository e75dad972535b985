# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What models are made of: of each member its name, a value, and the JSON of that."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias, cast

__all__ = [
    "MODELS",
    "Member",
    "least",
    "least_text",
    "made",
    "members",
    "named",
    "optional",
    "other",
    "required",
    "written",
]

Model: TypeAlias = type[object]

MODELS: dict[Model, tuple[Member, ...]] = {}
"""Every model with its members, in the order in which they are written."""


class Member(NamedTuple):
    """One member. A value that is a model stands for the least object of it."""

    name: str
    """On the wire."""
    value: object
    json: str
    """The text of the value, where it is not that of Python's own `json`."""
    field: str
    required: bool
    null: bool
    """Whether null is a value of it."""
    grows: bool
    """Whether a service may have more values than the document knows."""
    secret: bool
    other: bool
    """Whether it stands for all members that the document does not name."""


def required(
    name: str,
    value: object,
    json: str = "",
    *,
    field: str = "",
    null: bool = False,
    grows: bool = False,
    secret: bool = False,
) -> Member:
    """A member without which there is no object."""
    return Member(name, value, json, field or name, True, null, grows, secret, False)


def optional(
    name: str,
    value: object,
    json: str = "",
    *,
    field: str = "",
    null: bool = False,
    grows: bool = False,
    secret: bool = False,
) -> Member:
    """A member that may be absent."""
    return Member(name, value, json, field or name, False, null, grows, secret, False)


def other(value: object, json: str = "") -> Member:
    """A member that the document does not name, and that the model keeps."""
    name = "unknownMember"
    return Member(name, value, json, name, False, True, False, False, True)


def members(model: Model, *every: Member) -> None:
    """Say what a model is made of."""
    MODELS[model] = every


def named(model: Model) -> str:
    """How a model's tests are called."""
    return model.__name__


def made(model: Model, *, without: str = "", null: str = "") -> object:
    """An object with all members but one, or with one that is null."""
    return _object(model, [m for m in MODELS[model] if m.name != without], null)


def written(
    model: Model, *, without: str = "", null: str = "", new: str = "", more: str = ""
) -> bytes:
    """The text of an object: less a member, one null or new, or one that nobody knows."""
    every = [member for member in MODELS[model] if member.name != without]
    pairs = [(each.name, _text(each)) for each in every]
    told = {null: "null", new: '"a new value"'}
    pairs = [(name, told.get(name, text)) for name, text in pairs]
    pairs += [(more, '"new"')] if more else []
    return _joined(pairs).encode()


def _object(model: Model, every: Sequence[Member], null: str = "") -> object:
    given = {
        each.field: None if each.name == null else _value(each.value)
        for each in every
        if not each.other
    }
    more = {each.name: _value(each.value) for each in every if each.other}
    if more:
        given["additional_properties"] = more
    return cast("Callable[..., object]", model)(**given)


def least(model: Model) -> object:
    """An object with what is required, and no more."""
    return _object(model, [each for each in MODELS[model] if each.required])


def least_text(model: Model) -> bytes:
    """The text of the least object."""
    return _json(model).encode()


def _value(value: object) -> object:
    if isinstance(value, type):
        return least(value)
    if isinstance(value, list):
        return [_value(each) for each in cast("list[object]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {name: _value(each) for name, each in pairs}
    return value


def _text(member: Member) -> str:
    return member.json or _json(member.value)


def _json(value: object) -> str:
    if isinstance(value, type):
        every = [each for each in MODELS[value] if each.required]
        return _joined([(each.name, _text(each)) for each in every])
    if isinstance(value, list):
        return f"[{','.join(map(_json, cast('list[object]', value)))}]"
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return _joined([(name, _json(each)) for name, each in pairs])
    return json.dumps(value, ensure_ascii=False)


def _joined(pairs: Sequence[tuple[str, str]]) -> str:
    texts = (f"{json.dumps(name, ensure_ascii=False)}:{text}" for name, text in pairs)
    return "{" + ",".join(texts) + "}"
