"""What generated models are made of.

Annotations of models say what a value means. How it travels is told by the markers of
this module inside `Annotated[...]`, which `shapes.py` reads at first use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from reprlib import Repr
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeAlias, TypeVar

from msgspec import UNSET, Struct, UnsetType, field
from msgspec.structs import replace

__all__ = [
    "UNSET",
    "AnyOf",
    "JsonValue",
    "Model",
    "OneOf",
    "OpenModel",
    "Requires",
    "Secret",
    "Text",
    "UnixTime",
    "UnknownVariant",
    "UnsetType",
    "Upload",
    "field",
    "quoted",
    "replace",
    "unquoted",
]

T = TypeVar("T")

EXTRAS = "\ufdd0"
"""The name of `additional_properties` inside the runtime: no text holds this character."""

SHORT = Repr()
"""Cuts long texts and lists; models inside cut their own."""
SHORT.maxlist = SHORT.maxdict = 10
SHORT.maxstring = 120
SHORT.maxother = 10_000


REFUSED = re.compile(r'["\\\x00-\x1f]')
QUOTED = re.compile("\ufdd1([0-9a-f]{2})")


def quoted(name: str) -> str:
    """A name of the wire that msgspec refuses, spelled so that it takes it.

    Models with such names are open, so that the fast way never overlooks them.
    """
    return REFUSED.sub(lambda match: f"\ufdd1{ord(match[0]):02x}", name)


def unquoted(name: str) -> str:
    """The name of the wire that was `quoted`."""
    return QUOTED.sub(lambda match: chr(int(match[1], 16)), name)


if TYPE_CHECKING:
    JsonValue: TypeAlias = (
        "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
    )
else:

    class JsonValue:
        """Any JSON value: `None`, a number, text, a list or a dictionary of those."""


class Secret:
    """`Annotated[str, Secret]`: never in a `repr`, a log or a message."""


class Text:
    """`Annotated[Decimal, Text]`: a JSON string on the wire, not a number."""


class Upload:
    """`Annotated[bytes, Upload]`: a part of a form as it is, where JSON has base64."""


class UnixTime(Struct, frozen=True):
    """`Annotated[datetime, UnixTime("ms")]`: a number since 1970 on the wire."""

    unit: Literal["s", "ms"] = "s"


class OneOf:
    """`Annotated[A | B, OneOf()]`: several types that JSON alone does not tell apart.

    `tag` is the wire name of the member that tells and `mapping` what its values mean
    (OpenAPI 3.1 section 4.8.25); any other value means `fallback`, if there is one, or an
    `UnknownVariant`, if that is one of the types.
    Without a tag, the type that fits best is chosen: `unions.py` says how.
    """

    __slots__ = ("fallback", "mapping", "tag")

    def __init__(
        self,
        tag: str | None = None,
        mapping: Mapping[str, object] | None = None,
        *,
        fallback: object = None,
    ) -> None:
        self.tag = tag
        self.mapping = mapping or {}
        self.fallback = fallback


class UnknownVariant(Struct, frozen=True):
    """An object of a union whose discriminator has a value that no document knows.

    It stands beside the models of the union where services write it:
    `case UnknownVariant(tag="cow")`. It is sent back as it came.
    """

    tag: str
    """What the discriminator says."""
    value: dict[str, JsonValue]
    """The whole object, the discriminator included."""

    def __repr__(self) -> str:
        """Without the value: what in it is secret, nobody knows."""
        return f"UnknownVariant(tag={SHORT.repr(self.tag)})"


class AnyOf:
    """At least one group of members (wire names) must be there; `exclusive`: only one."""

    __slots__ = ("exclusive", "groups")

    def __init__(self, *groups: tuple[str, ...], exclusive: bool = False) -> None:
        self.groups = groups
        self.exclusive = exclusive


class Requires(Struct, frozen=True):
    """`dependentRequired`: with `member` come all members that it `needs` (wire names)."""

    member: str
    needs: tuple[str, ...]


class Model(Struct, kw_only=True):
    """An object. Members that are absent are `UNSET`, which is false and never sent."""

    __requires__: ClassVar[tuple[AnyOf | Requires, ...]] = ()
    """What must be there before it is sent."""
    __deprecated_fields__: ClassVar[tuple[str, ...]] = ()
    """What is going away."""

    def __repr__(self) -> str:
        """Short and redacted: secrets are `'***'`, absent members are left out."""
        members = (f"{name}={SHORT.repr(value)}" for name, value in visible(self))
        return f"{type(self).__name__}({', '.join(members)})"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return visible(self)


class OpenModel(Model, Generic[T], kw_only=True, forbid_unknown_fields=True):
    """An object that keeps its unknown members and writes them back."""

    additional_properties: dict[str, T] = field(name=EXTRAS, default={})
    """Members that the document does not name, by their wire names."""


def visible(model: Model) -> list[tuple[str, object]]:
    """The members that are present, without secrets; unknown members come last."""
    from .hints import secrets

    hidden = secrets(type(model))
    members: list[tuple[str, object]] = []
    for name in sorted(model.__struct_fields__, key="additional_properties".__eq__):
        value: object = getattr(model, name)
        if value is not UNSET:
            members.append((name, "***" if name in hidden else value))
    return members
