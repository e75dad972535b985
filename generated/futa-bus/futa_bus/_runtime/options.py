"""What a caller may set for a client or for one call."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from .models import UNSET, UnsetType

__all__ = ["Options", "Timeout"]

NOTHING: Mapping[str, str] = MappingProxyType({})


class Timeout(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds for each phase of an attempt, and for the whole call.

    `total` covers every attempt and the waits between them; `None` sets no limit.
    """

    connect: float | None = 10.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 60.0
    total: float | None = 60.0

    def within(self, left: float) -> Timeout:
        """The limits of an attempt where so many seconds are left of the call."""

        def capped(limit: float | None) -> float:
            return left if limit is None else min(limit, left)

        return Timeout(
            connect=capped(self.connect),
            read=capped(self.read),
            write=capped(self.write),
            pool=capped(self.pool),
            total=left,
        )


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """Overrides for one call, or for a client through `with_options`."""

    timeout: Timeout | float | UnsetType | None = UNSET
    """A number is the total; `None` waits for ever."""
    max_retries: int | UnsetType = UNSET
    headers: Mapping[str, str] = NOTHING
    """Sent besides the documented ones, which they replace."""
    query: Mapping[str, str] = NOTHING
    base_url: str | None = None
    environment: str | None = None
    """One of the client's environments by name."""
    idempotency_key: str | None = None
    """Instead of a random one, where the operation takes such a key."""
    strict: bool | UnsetType = UNSET
    """Raise `DecodeError` on every deviation from the document."""

    within: float | None = None
    """Seconds that a method waits for a state, instead of the document's."""

    def __repr__(self) -> str:
        return f"Options(timeout={self.timeout!r}, max_retries={self.max_retries!r})"
