"""What methods of resources pass on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypedDict

import msgspec

from .models import UNSET

__all__ = ["Arguments", "Parts"]

NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class Parts(TypedDict, total=False):
    """What a method of a resource passes on, by the names of the wire."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object
    content_type: str | None


class Arguments(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What the caller gives, by the names of the wire; `UNSET` stands for absent."""

    path: Mapping[str, object] = NOTHING
    query: Mapping[str, object] = NOTHING
    headers: Mapping[str, object] = NOTHING
    cookies: Mapping[str, object] = NOTHING
    body: object = UNSET
    content_type: str | None = None
