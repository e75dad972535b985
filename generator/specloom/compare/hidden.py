"""Members that are still there, but no longer travel this way."""

from __future__ import annotations

from dataclasses import replace

from ..link import Api, Pointer, Schema
from ..read import join, split
from .effect import Effect
from .finding import Finding
from .view import View

__all__ = ["uncovered"]


def uncovered(
    base: Api, revision: Api, before: View, after: View, found: Finding
) -> Finding:
    """The finding, or what it really is: `link` leaves out what does not travel one way.

    A member that became read-only looks removed from requests (`link/directions.py`).
    """
    if found.rule.endswith("member-removed"):
        schema = _hidden(revision, after.pointer, found.base)
        if schema is not None:
            key = "read-only" if schema.read_only else "write-only"
            gone = found.before == "required" and schema.write_only
            return replace(
                found,
                rule=f"wire/member-became-{key}",
                effect=Effect.WIDENS if gone else Effect.SAYS,
                revision=schema.pointer,
                what=f"is now {key}",
            )
    if found.rule.endswith("member-added"):
        schema = _hidden(base, before.pointer, found.revision)
        if schema is not None:
            key = "read-only" if schema.read_only else "write-only"
            needed = found.after == "required" and schema.read_only
            return replace(
                found,
                rule=f"wire/member-not-{key}",
                effect=Effect.NARROWS if needed else Effect.SAYS,
                base=schema.pointer,
                what=f"is no longer {key}",
            )
    return found


def _hidden(api: Api, owner: Pointer, member: Pointer) -> Schema | None:
    _, tokens = split(member)
    place = join(owner.removesuffix("@request"), *tokens[-2:])
    schema = api.schemas.get(place)
    one_way = schema is not None and schema.read_only != schema.write_only
    return schema if one_way else None
