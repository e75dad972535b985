"""What a package's own tests say of the models: a row for each member.

Such as `MODELS[models.Customer] = (required("id", 7), optional("name", null=True))`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final, NamedTuple, TypeAlias, cast

__all__ = [
    "MODELS",
    "UNIONS",
    "Member",
    "alike",
    "integers",
    "like",
    "moment",
    "numbers",
    "optional",
    "other",
    "required",
]

TableModel: TypeAlias = type[object]

NAME: Final = object()
"""Stands for a text that is the member's own name."""
HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a word begins in camel case."""


class Member(NamedTuple):
    """One member. A value that is a model stands for the least object of it."""

    name: str
    """On the wire."""
    said: object = NAME
    json: str = ""
    """The text of the value, where it is not that of Python's own `json`."""
    field: str = ""
    """In Python, where it is not the name with its words in snake case."""
    required: bool = False
    null: bool = False
    """Whether null is a value of it."""
    grows: bool = False
    """Whether a service may have more values than the document knows."""
    secret: bool = False
    other: bool = False
    """Whether it stands for all members that the document does not name."""

    @property
    def python(self) -> str:
        """What it is called in Python."""
        return self.field or HUMP.sub("_", self.name).lower()

    @property
    def value(self) -> object:
        """The value."""
        return self.name if self.said is NAME else self.said

    @property
    def new(self) -> str | int:
        """A value of the same type that the document does not know."""
        return 987654321 if isinstance(self.value, int) else "a new value"


MODELS: Final[dict[TableModel, tuple[Member, ...]]] = {}
"""Every model with its members, in the order in which they are written."""
UNIONS: Final[dict[str, tuple[object, ...]]] = {}
"""Every union by its name: itself, then each kind: a model, or a text and its value."""

required = partial(Member, required=True)
"""A member without which there is no object."""
optional = Member
"""A member that may be absent."""
other = partial(Member, "unknownMember", null=True, other=True)
"""A member that the document does not name, and that the model keeps."""
moment = datetime.fromisoformat
"""A point in time as RFC 3339 writes it."""


def like(model: TableModel, name: str, value: str) -> tuple[Member, ...]:
    """The members of another model, of which one has another value here."""
    return tuple(
        each._replace(said=value) if each.name == name else each
        for each in MODELS[model]
    )


def alike(models: Mapping[TableModel, TableModel]) -> None:
    """Say which models are made of the same members as others, with the same values."""
    for model, other in models.items():
        MODELS[model] = MODELS[other]


def numbers(text: str) -> list[float]:
    """Many numbers, between commas."""
    return cast("list[float]", json.loads(f"[{text}]"))


def integers(text: str) -> list[int]:
    """Many whole numbers, between commas."""
    return cast("list[int]", json.loads(f"[{text}]"))
