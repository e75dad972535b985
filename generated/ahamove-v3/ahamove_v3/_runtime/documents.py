"""Models as JSON and JSON as models, outside of calls: for files, queues, caches."""

from __future__ import annotations

from typing import TypeVar, cast

from msgspec.structs import replace

from .codec import DecodeFailure, decode, encode
from .failures import undecodable
from .models import Model

__all__ = ["from_json", "replace", "to_json"]

ModelT = TypeVar("ModelT", bound=Model)


def to_json(model: Model) -> bytes:
    """A model as it travels: decimals stay exact, unknown members are written back.

    Raises:
        ValueError: A value has no form in JSON.
    """
    return encode(model, "application/json")


def from_json(data: bytes | str, model: type[ModelT]) -> ModelT:
    """A model out of JSON, read as answers are.

    Raises:
        DecodeError: It is not what the document says.
    """
    raw = data.encode() if isinstance(data, str) else data
    try:
        value, _ = decode(raw, model, "application/json")
    except DecodeFailure as failed:
        raise undecodable(failed.deviations, model) from None
    return cast("ModelT", value)
