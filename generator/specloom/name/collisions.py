"""Collisions, settled together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from ..report import Diagnostic, Report
from .identifiers import digest

__all__ = ["Claim", "pinning", "settle"]

DIGITS: Final = (4, 8, 16, 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An element's claim to a name.

    `wishes` are tried in order; of several claims to one name the lowest `rank` gets it,
    and none does where two are equal. `pattern` takes the hash of `key` at its `{}` where
    no wish comes true. `pointer` is the author's place, for messages.
    """

    key: str
    wishes: tuple[str, ...]
    pattern: str
    pointer: str
    rank: int = 0


def settle(
    claims: Iterable[Claim], report: Report, *, taken: Collection[str] = ()
) -> dict[str, str]:
    """A name for every claim's key, all different and none of them `taken`.

    The order of the claims means nothing. A name depends on its own claim and on those
    that it collides with: a claim that collides with none takes nothing from others.
    """
    claims = list(claims)
    names: dict[str, str] = {}
    open_claims = claims
    turns = range(max((len(claim.wishes) for claim in claims), default=0))
    used = set(taken)
    for turn in turns:
        open_claims = _turn(open_claims, turn, used, names)
    # Who is left over may have what all others gave up.
    used = {*taken, *names.values()}
    for turn in turns:
        open_claims = _turn(open_claims, turn, used, names)
    for digits in DIGITS:
        open_claims = _hashed(open_claims, digits, used, names)
    for claim in claims:
        if names[claim.key] not in claim.wishes:
            report.add(_note(claim, names[claim.key]))
    return names


def _turn(
    claims: list[Claim], turn: int, used: set[str], names: dict[str, str]
) -> list[Claim]:
    """Grant the wishes of one turn; what was contested stays with nobody or the winner."""
    wanted: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if turn < len(claim.wishes):
            wanted[claim.wishes[turn]].append(claim)
    for name, rivals in wanted.items():
        best = min(rival.rank for rival in rivals)
        winners = [rival for rival in rivals if rival.rank == best]
        if name not in used and len(winners) == 1:
            names[winners[0].key] = name
    used.update(wanted)
    return [claim for claim in claims if claim.key not in names]


def _hashed(
    claims: list[Claim], digits: int, used: set[str], names: dict[str, str]
) -> list[Claim]:
    wanted: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        wanted[claim.pattern.format(digest(claim.key, digits))].append(claim)
    for name, rivals in wanted.items():
        if name not in used and len(rivals) == 1:
            names[rivals[0].key] = name
    used.update(wanted)
    return [claim for claim in claims if claim.key not in names]


def _note(claim: Claim, name: str) -> Diagnostic:
    if not claim.wishes:
        return Diagnostic(
            code="SP402",
            message=f"nothing here can be a name in Python; it is called `{name}`",
            pointer=claim.pointer,
            help=pinning(claim.pointer),
        )
    wish = claim.wishes[0]
    return Diagnostic(
        code="SP401",
        message=f"`{wish}` would mean two things in Python; this one is called `{name}`",
        pointer=claim.pointer,
        help=pinning(claim.pointer),
    )


def pinning(pointer: str) -> str:
    """How a better name is pinned."""
    return (
        "pin a better name with `x-python-name` here, or in the settings: "
        f'names = {{ "{pointer}" = "..." }}'
    )
