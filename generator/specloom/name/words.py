"""Any text as the words that a name is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

__all__ = ["alike", "plural", "same", "singular", "spelled", "split"]

WHOLE: Final = re.compile(
    r"OAuth\d?|OpenID|OpenAI|GraphQL|PayPal|YouTube|LinkedIn|WhatsApp|IPv[46]|GitHub"
    r"|GitLab|VoIP|(?:iOS|macOS|[IPS]aaS|[QIPDS]o[A-Z]|mTLS|eSIM)(?![a-z])"
)
"""Terms with a capital inside that everyone writes as one word."""

SYMBOLS: Final = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "%": "percent",
    "#": "number",
    "&": "and",
    "@": "at",
    "$": "dollar",
    "=": "eq",
    "!": "not",
    "~": "about",
    "^": "caret",
    "|": "or",
    "?": "maybe",
    ".": "dot",
    ":": "colon",
    "_": "underscore",
    "<": "lt",
    ">": "gt",
    "<=": "lte",
    ">=": "gte",
    "!=": "ne",
    "[]": "list",
}
SEPARATORS: Final = frozenset("-_./:|~^?")
"""Symbols that are worth saying only where nothing else is there."""
SYMBOL: Final = re.compile(r"<=|>=|!=|\[\]|[^\w\s]|_")
ALWAYS: Final = re.compile(
    r"<=|>=|!=|[&%]|(?:^|(?<=[\w\[]))[<>](?=[\w\]]|$)|(?:^|(?<=\s))[+-](?=\d)|^\+|\+$"
)
"""Symbols that carry meaning wherever they stand: `start<`, `+1`, `terms & conditions`.

Arrows and the steps of a trail (`Agent > Settings`) compare nothing.
"""


@lru_cache(maxsize=1 << 16)
def split(text: str) -> tuple[str, ...]:
    """The words of a text, spelled as written; none where it has nothing to say.

    Words end at separators and where case changes (`userIDs` is `user`, `IDs`;
    `HTTPServer2Go` is `HTTP`, `Server2`, `Go`). Letters of any script are kept, after
    the NFKC normalisation that Python applies to identifiers.
    """
    normal = unicodedata.normalize("NFKC", text)
    return _words(_said(normal)) or _words(_all_said(normal, frozenset()))


@lru_cache(maxsize=1 << 12)
def spelled(text: str) -> tuple[str, ...]:
    """The words of a text with all but separators said: `@type` is `at`, `type`."""
    return _words(_all_said(unicodedata.normalize("NFKC", text), SEPARATORS))


def _said(text: str) -> str:
    if text.isalnum() or (">" in text and _bracketed(text)):
        return text
    return ALWAYS.sub(lambda match: f" {SYMBOLS[match[0]]} ", text)


def _bracketed(text: str) -> bool:
    """Whether angle brackets stand in pairs: `List<Pet>` compares nothing."""
    depth = 0
    for character in text:
        depth += (character == "<") - (character == ">")
        if depth < 0:
            return False
    return depth == 0


def _all_said(text: str, silent: frozenset[str]) -> str:
    def say(match: re.Match[str]) -> str:
        return " " if match[0] in silent else f" {SYMBOLS.get(match[0], '')} "

    return SYMBOL.sub(say, text)


def _words(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in _runs(text):
        start = 0
        for match in WHOLE.finditer(run):
            found += _by_case(run[start : match.start()])
            found.append(match[0])
            start = match.end()
        found += _by_case(run[start:])
    return tuple(found)


def _runs(text: str) -> list[str]:
    """Longest stretches of characters that an identifier can hold, `_` excluded."""
    kept = (c if c != "_" and f"a{c}".isidentifier() else " " for c in text)
    return "".join(kept).split()


def _by_case(run: str) -> list[str]:
    words: list[str] = []
    start = 0
    for index in range(1, len(run)):
        if _starts_word(run, start, index):
            words.append(run[start:index])
            start = index
    return [*words, run[start:]] if run else words


def _starts_word(run: str, start: int, index: int) -> bool:
    if not run[index].isupper():
        return False
    before, after = run[index - 1], run[index + 1 : index + 3]
    if before.isupper():
        plural_ending = after[:1] == "s" and not after[1:2].islower()
        return after[:1].islower() and not plural_ending
    if before.isdigit():
        return not run[start:index].isdigit() and _capitals(run, index) != 1
    return True


def _capitals(run: str, index: int) -> int:
    """How many capitals form a word of their own from here; a capitalised word counts 2."""
    end = index
    while end < len(run) and run[end].isupper():
        end += 1
    if end < len(run) and run[end].islower():
        return 2 if end - index == 1 else end - index - 1
    return end - index


IRREGULAR: Final = {
    "people": "person",
    "children": "child",
    "criteria": "criterion",
    "data": "data",
    "media": "media",
    "news": "news",
    "series": "series",
}
"""Plurals that do not just end in s."""


def singular(word: str) -> str:
    """A plural noun's singular, by English spelling; other words as they are."""
    lower = word.lower()
    if lower in IRREGULAR:
        one = IRREGULAR[lower]
        return one.capitalize() if word[0].isupper() else one
    if lower.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1] if plural(word) else word


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in IRREGULAR:
        return True
    return (
        len(lower) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "is", "ous"))
    )


def same(left: str, right: str) -> bool:
    """Whether two words are one, case and number aside."""
    return singular(left).lower() == singular(right).lower()


def alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words are the same ones."""
    return len(left) == len(right) and all(map(same, left, right))
