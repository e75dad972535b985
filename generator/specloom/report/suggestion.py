"""What the author probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

__all__ = ["did_you_mean"]

_CANDIDATES = 5_000
_LENGTH = 200


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """The candidate that looks most like `word`, or "" when none does.

    Bounded: of very many candidates only the first thousands are compared, and very long
    words with none.
    """
    if len(word) > _LENGTH:
        return ""
    known = (name for name in candidates if len(name) <= _LENGTH)
    close = get_close_matches(word, islice(known, _CANDIDATES), n=1, cutoff=0.7)
    return close[0] if close else ""
