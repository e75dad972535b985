"""Looking into a body: what stands at a path of names (`x-envelope`, `x-error-codes`)."""

from __future__ import annotations

from typing import cast

import msgspec

from . import codec
from .deviations import DecodeFailure, Deviation
from .models import UNSET, JsonValue, UnsetType

__all__ = ["inside", "same", "text_at", "value_at"]

MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def inside(data: bytes, path: tuple[str, ...], media_type: str) -> bytes | None:
    """The text of what stands at a path, `None` where nothing does.

    Raises:
        DecodeFailure: There is no object where the path leads.
    """
    form = codec.FORMATS.get(codec.parts(media_type)[0])
    found = data
    for depth, name in enumerate(path):
        if form is not None:
            members = form.members(found)
        else:
            try:
                members = {k: bytes(v) for k, v in MEMBERS.decode(found).items()}
            except (msgspec.DecodeError, RecursionError) as error:
                if depth and found == b"null":
                    return None
                place = "".join(f"/{each}" for each in path[:depth])
                raise DecodeFailure((Deviation(place, "object", str(error)),)) from None
        if name not in members:
            return None
        found = members[name]
    return found


def value_at(
    data: bytes, path: tuple[str, ...], media_type: str, annotation: object = JsonValue
) -> JsonValue | UnsetType:
    """The plain value that stands at a path, `UNSET` where nothing does.

    `annotation` matters only to formats whose texts tell no types.

    Raises:
        DecodeFailure: There is no object where the path leads, or no value.
    """
    text = inside(data, path, media_type)
    if text is None:
        return UNSET
    typed = codec.parts(media_type)[0] in codec.FORMATS
    value, _ = codec.decode(text, annotation if typed else JsonValue, media_type)
    return cast("JsonValue", value)


def text_at(data: bytes, path: tuple[str, ...], media_type: str) -> str:
    """The text that stands at a path, or ""."""
    if not path:
        return ""
    try:
        value = value_at(data, path, media_type, str)
    except DecodeFailure:
        return ""
    return value if isinstance(value, str) else ""


def same(value: JsonValue | UnsetType, equals: JsonValue) -> bool:
    """Whether two JSON values are equal: `true` is not 1."""
    return isinstance(value, bool) == isinstance(equals, bool) and value == equals
