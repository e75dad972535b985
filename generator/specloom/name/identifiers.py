"""Words as Python identifiers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final

from .words import split

__all__ = ["avoid", "constant", "digest", "pascal", "short", "snake", "usable"]

LONGEST: Final = 100
"""Bytes of a name."""

PLAIN: Final = re.compile(r"[a-z][a-z0-9]*(?:_+[a-z0-9]+)*_?")
TITLED: Final = re.compile(r"[A-Z](?:[A-Za-z0-9]*[a-z][A-Za-z0-9]*|[A-Z0-9]{0,5})")


def snake(text: str | Sequence[str]) -> str:
    """`legalFullName` as `legal_full_name`, or "" where nothing is usable.

    A text that is such an identifier already stays as it is (`created_at__gt`); what
    starts with `_` ends with it instead (`_id` is `id_`), for a leading underscore means
    private in Python. A leading digit gets an `n`: `2fa` is `n2fa`.
    """
    if isinstance(text, str):
        return _snake(text)
    return usable(_lead("_".join(text).lower(), "n"))


@lru_cache(maxsize=65536)
def _snake(text: str) -> str:
    if PLAIN.fullmatch(text):
        return short(text, text)
    joined = _lead("_".join(split(text)).lower(), "n")
    return f"{joined}_" if joined and _private(text) else usable(joined)


def _private(text: str) -> bool:
    return text.startswith("_") and text.strip("_") != ""


def pascal(text: str | Sequence[str]) -> str:
    """`user account` as `UserAccount`, or "" where nothing is usable.

    Capitals that the author chose stay (`HTTPError`, `userDTO` is `UserDTO`); words of
    shouted text (`USER_ACCOUNT`) don't.
    """
    return _pascal(text) if isinstance(text, str) else _titled(text)


@lru_cache(maxsize=65536)
def _pascal(text: str) -> str:
    return short(text, text) if TITLED.fullmatch(text) else _titled(split(text))


def _titled(words: Sequence[str]) -> str:
    shouted = not any(c.islower() for word in words for c in word)
    whole = "".join(_capital(word.lower() if shouted else word) for word in words)
    return usable(_lead(whole, "N"))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def constant(identifier: str) -> str:
    """A method's name as a constant's: `list_pets` as `LIST_PETS`."""
    return usable(identifier.upper()) or identifier


def usable(candidate: str) -> str:
    """The identifier as Python reads it (NFKC), or "" where it is none.

    A very long one is cut: modules are files, whose names end at 255 bytes.
    """
    normal = unicodedata.normalize("NFKC", candidate)
    return short(normal, normal) if normal.isidentifier() else ""


def short(name: str, key: str) -> str:
    """A name, its end as the hash of what it stands for where it is too long to read."""
    data = name.encode()
    if len(data) <= LONGEST:
        return name
    return f"{data[:LONGEST].decode(errors='ignore')}{digest(key, 8)}"


def _lead(candidate: str, letter: str) -> str:
    """With a letter before what may follow, but not start, an identifier."""
    if candidate and not candidate[0].isidentifier():
        return letter + candidate
    return candidate


def avoid(candidate: str, reserved: Collection[str], suffix: str = "_") -> str:
    """The name, with a suffix where Python or generated code needs it for itself."""
    return candidate + suffix if candidate in reserved else candidate


def digest(key: str, digits: int = 4) -> str:
    """The first hex digits of a text's SHA-256."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
