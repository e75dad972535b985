"""Header fields of responses that a document describes (OpenAPI 3.1 section 4.8.21).

Each is an attribute of a subclass of `Described`, read when it is asked for. A field that
is not what the document says reads as `None`, and is a deviation.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Generic, Self, TypeVar, cast, overload

from . import codec, drift, hints
from .deviations import DecodeFailure, Deviation
from .hints import hidden, read, target
from .shapes import (
    Choice,
    Constants,
    List,
    Map,
    Nullable,
    Object,
    Reference,
    Scalar,
    Shape,
    describe,
)
from .transport import Headers
from .unions import fit

__all__ = ["Described", "Field"]

T = TypeVar("T")

NUMBERS = (int, float, Decimal)
TRUTH = {"true": True, "false": False}


class Field(Generic[T]):
    """A header field: its name on the wire, and what its value is."""

    __slots__ = ("explode", "kind", "media_type", "name", "required")

    def __init__(
        self,
        name: str,
        kind: object,
        *,
        required: bool = False,
        explode: bool = False,
        media_type: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.required = required
        self.explode = explode
        """Objects are written `R=100,G=200` instead of `R,100,G,200`."""
        self.media_type = media_type
        """Set where `content` describes the field instead of a schema."""

    @overload
    def __get__(self, headers: None, owner: object) -> Self: ...
    @overload
    def __get__(self, headers: Headers, owner: object) -> T | None: ...
    def __get__(self, headers: Headers | None, owner: object) -> Self | T | None:
        """What the field says; `None` where it is absent, or not what it should be."""
        if headers is None:
            return self
        with suppress(DecodeFailure):
            return cast("T | None", self.read(headers)[0])
        return None

    def read(self, headers: Headers) -> tuple[object, tuple[Deviation, ...]]:
        """What the field says, and where it departs from the document without harm.

        Raises:
            DecodeFailure: It is something else.
        """
        text = headers.get(self.name)
        if text is None:
            return None, ()
        if self.media_type:
            return codec.decode(text.encode(), self.kind, self.media_type)
        shape = read(self.kind)
        return drift.read(shape, plain(shape, text.strip(), self.explode))

    def deviations(self, headers: Headers) -> tuple[Deviation, ...]:
        """Where the field departs from the document."""
        what = describe(read(self.kind))
        if self.name not in headers:
            missing = Deviation("", f"header {self.name}: {what}", "nothing")
            return (missing,) if self.required else ()
        try:
            found = self.read(headers)[1]
        except DecodeFailure as failed:
            found = failed.deviations
        return tuple(map(self._told, found))

    def _told(self, found: Deviation) -> Deviation:
        """A deviation of the field, told of the response; of a secret only its kind."""
        place = f"header {self.name}{found.pointer}"
        got = found.got.partition(" ")[0] if hidden(self.kind) else found.got
        return Deviation("", f"{place}: {found.expected}", got)


class Described(Headers):
    """Header fields, some of which have types; the others are as in any `Headers`."""

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where fields depart from what the document says of them."""
        stated = cast("Iterable[Field[object]]", vars(type(self)).values())
        fields = (each for each in stated if Field in type(each).__mro__)
        return tuple(found for each in fields for found in each.deviations(self))


def plain(shape: Shape, text: str, explode: bool) -> object:
    """A text as JSON would have it; one that does not fit stays text.

    Fields are written in the style `simple` (OpenAPI 3.1 section 4.8.21). Dates may stand
    as HTTP writes them (RFC 9110 section 5.6.7).
    """
    match shape:
        case Nullable():
            return plain(shape.shape, text, explode)
        case Reference():
            return plain(target(shape), text, explode)
        case Scalar():
            return scalar(shape, text)
        case Constants():
            known = {words(each): each for each in shape.values}
            return known.get(text, text)
        case List():
            return [plain(shape.item, item, explode) for item in items(text)]
        case Map() | Object():
            return members(shape, items(text), explode)
        case Choice():
            read = [plain(option, text, explode) for option in shape.options]
            fits = (fit(*pair) for pair in zip(shape.options, read, strict=True))
            able = [(how, at) for at, how in enumerate(fits) if how is not None]
            return read[min(able)[1]] if able else text
        case _:
            return text


def scalar(shape: Scalar, text: str) -> object:
    """A text as JSON would have a scalar."""
    if shape.type is bool:
        return TRUTH.get(text.lower(), text)
    if shape.form in ("s", "ms") or (shape.type in NUMBERS and not shape.form):
        with suppress(DecodeFailure):
            found = drift.parse(text)
            return found if isinstance(found, int | Decimal) else text
    if shape.type is datetime:
        with suppress(ValueError):
            return parsedate_to_datetime(text).isoformat()
    return text


def words(value: bool | int | str) -> str:
    """A constant as it is written."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def items(text: str) -> list[str]:
    """The items of a list; empty ones are none (RFC 9110 section 5.6.1)."""
    return [item.strip() for item in text.split(",") if item.strip()]


def members(shape: Map | Object, parts: list[str], explode: bool) -> object:
    """The members of an object, whose values may be anything that is written as text."""
    pairs = (
        [each.partition("=")[::2] for each in parts]
        if explode
        else list(zip(parts[::2], parts[1::2], strict=False))
    )
    if isinstance(shape, Map):
        return {name: plain(shape.value, text, explode) for name, text in pairs}
    kinds = {each.wire: each.shape for each in hints.members(shape.model)}
    return {
        name: plain(kinds[name], text, explode) if name in kinds else text
        for name, text in pairs
    }
