"""Where a document is not what its description says."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

import msgspec

__all__ = ["DecodeFailure", "Deviation", "Path", "pointer", "shown"]

Path: TypeAlias = "tuple[Path, str | int] | None"
"""Where a value stands: its parent's place and its own name or index."""


class Deviation(msgspec.Struct, frozen=True):
    """One place where a document is not what its description says."""

    pointer: str
    """A JSON Pointer (RFC 6901)."""
    expected: str
    got: str
    """What stands there, shortened; never a secret."""

    def __str__(self) -> str:
        return f"{self.pointer or '(root)'}: expected {self.expected}, got {self.got}"


class DecodeFailure(ValueError):  # noqa: N818
    """A document that is not what it must be, and all its deviations."""

    def __init__(self, deviations: tuple[Deviation, ...]) -> None:
        super().__init__(deviations)
        self.deviations = deviations

    def __str__(self) -> str:
        shown = "; ".join(map(str, self.deviations[:3]))
        more = len(self.deviations) - 3
        return f"{shown}; and {more} more" if more > 0 else shown


def pointer(at: Path) -> str:
    """A place as a JSON Pointer."""
    tokens: list[str] = []
    while at is not None:
        at, token = at
        tokens.append(str(token).replace("~", "~0").replace("/", "~1"))
    return "".join(f"/{token}" for token in reversed(tokens))


def shown(value: object, hidden: bool) -> str:
    """A value for people: its JSON type, and what it is if it is short."""
    match value:
        case None:
            return "null"
        case bool():
            kind, text = "boolean", "true" if value else "false"
        case int() | float() | Decimal():
            kind, text = "number", str(value)[:24]
        case str():
            kind, text = "string", repr(value if len(value) < 41 else f"{value[:40]}…")
        case list():
            return "array"
        case _:
            return "object"
    return kind if hidden else f"{kind} {text}"
