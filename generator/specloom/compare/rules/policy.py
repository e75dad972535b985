"""What was promised about changes, and whether it was kept."""

from __future__ import annotations

from ..effect import Effect
from .entry import Rule

__all__ = ["RULES"]

_S = Effect.SAYS

RULES = (
    Rule(
        id="policy/removed-without-deprecation",
        effects=(_S,),
        summary="Something was removed that was never deprecated.",
        before="get: {…}",
        after="",
    ),
    Rule(
        id="policy/removed-before-sunset",
        effects=(_S,),
        summary="Something was removed before its last day.",
        before="get: {deprecated: true, x-sunset: 2030-01-01}",
        after="",
    ),
    Rule(
        id="policy/sunset-missing",
        effects=(_S,),
        summary="Something is deprecated without a last day, where others have one.",
        before="get: {…}",
        after="get: {deprecated: true}",
    ),
    Rule(
        id="policy/sunset-unreadable",
        effects=(_S,),
        summary="`x-sunset` is no date (RFC 3339).",
        before="x-sunset: 2030-01-01",
        after="x-sunset: soon",
    ),
    Rule(
        id="policy/sunset-too-soon",
        effects=(_S,),
        summary="The last day leaves callers less than 90 days, or is past.",
        before="get: {…}",
        after="get: {deprecated: true, x-sunset: tomorrow}",
    ),
    Rule(
        id="policy/sunset-earlier",
        effects=(_S,),
        summary="The last day was moved to an earlier one.",
        before="x-sunset: 2030-01-01",
        after="x-sunset: 2029-01-01",
    ),
    Rule(
        id="policy/sunset-removed",
        effects=(_S,),
        summary="The last day is gone, though it is still deprecated.",
        before="x-sunset: 2030-01-01",
        after="deprecated: true",
    ),
    Rule(
        id="policy/stability-lowered",
        effects=(_S,),
        summary="The author stands less by it than before.",
        before="x-stability-level: stable",
        after="x-stability-level: beta",
    ),
    Rule(
        id="policy/stability-unknown",
        effects=(_S,),
        summary="`x-stability-level` is none of draft, alpha, beta, stable.",
        before="x-stability-level: beta",
        after="x-stability-level: gamma",
    ),
    Rule(
        id="policy/version-not-bumped",
        effects=(_S,),
        summary="The change is breaking, and `info.version` says otherwise.",
        before="version: 1.2.0",
        after="version: 1.2.0",
    ),
    Rule(
        id="policy/version-lowered",
        effects=(_S,),
        summary="`info.version` is lower than before.",
        before="version: 1.2.0",
        after="version: 1.1.0",
    ),
    Rule(
        id="policy/acceptance-expired",
        effects=(_S,),
        summary="An accepted change is accepted no longer.",
        before="expires: 2025-01-01",
        after="expires: 2025-01-01",
    ),
    Rule(
        id="policy/acceptance-unused",
        effects=(_S,),
        summary="Nothing changed that an entry accepts.",
        before="rule: wire/operation-removed",
        after="rule: wire/operation-removed",
    ),
)
