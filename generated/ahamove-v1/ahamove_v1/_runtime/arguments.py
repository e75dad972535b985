"""What methods of resources pass on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

import msgspec

from .models import UNSET

__all__ = ["Arguments", "Parts"]


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

    path: Mapping[str, object] = {}
    query: Mapping[str, object] = {}
    headers: Mapping[str, object] = {}
    cookies: Mapping[str, object] = {}
    body: object = UNSET
    content_type: str | None = None
