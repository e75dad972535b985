"""Texts that a pattern matches, for the patterns that documents use.

A pattern is read by a small grammar of its own (groups, classes, repetition, choice);
what it does not know, such as looking ahead, gives no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import jsonschema_rs

__all__ = ["fits", "matching"]

STEPS: Final = 100_000
"""How far an engine goes back: `(a+)+$` must not take for ever (documents are hostile)."""

CLASSES = {"w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}
CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
CANDIDATES = "aA _-.:/@#bB1zZ9"
"""Tried in this order where a class excludes characters."""

OTHERS = "".join(map(chr, range(33, 0x250)))


class UnreadableError(Exception):
    """The grammar does not know the pattern."""


def fits(pattern: str, text: str) -> bool | None:
    """Whether a text matches a pattern of ECMA-262; `None` where nothing reads it."""
    found = _engine(pattern)
    return None if found is None else found.is_valid(text)


@lru_cache(maxsize=1024)
def _engine(pattern: str) -> jsonschema_rs.Validator | None:
    options = jsonschema_rs.FancyRegexOptions(backtrack_limit=STEPS)
    try:
        return jsonschema_rs.validator_for(
            {"pattern": pattern}, pattern_options=options
        )
    except jsonschema_rs.ValidationError:
        return None


def matching(pattern: str, least: int = 0, number: int = 0) -> Iterator[str]:
    """Texts that match, as short as can be, then longer ones; `number` is their digit."""
    for more in (0, max(least, 1), least + 4):
        try:
            text = Sample(pattern, more, str(number % 10)).choice()
        except (UnreadableError, IndexError):
            return
        if fits(pattern, text):
            yield text


class Sample:
    """Reads a pattern from left to right and writes a text that it matches."""

    def __init__(self, pattern: str, more: int, digit: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.digit = digit
        self.more = more
        """How often that repeats which may repeat without end."""

    def peek(self) -> str:
        """The next character, or "" at the end."""
        return self.pattern[self.at : self.at + 1]

    def take(self) -> str:
        """The next character, gone past."""
        self.at += 1
        return self.pattern[self.at - 1]

    def choice(self) -> str:
        """The first of the alternatives."""
        first = self.sequence()
        while self.peek() == "|":
            self.at += 1
            self.sequence()
        return first

    def sequence(self) -> str:
        """What follows one another."""
        found = ""
        while self.peek() and self.peek() not in "|)":
            found += self.repeated(self.atom())
        return found

    def repeated(self, atom: str) -> str:
        """An atom as often as its quantifier says."""
        counts = {"*": self.more, "+": max(self.more, 1), "?": 0}
        if self.peek() and self.peek() in counts:
            count = counts[self.take()]
        elif bounds := re.compile(r"\{(\d+)(,?)(\d*)\}").match(self.pattern, self.at):
            self.at = bounds.end()
            least, most = int(bounds[1]), int(bounds[3] or 10_000)
            count = max(least, min(self.more, most)) if bounds[2] else least
        else:
            return atom
        if self.peek() == "?":
            self.at += 1
        return atom * count

    def atom(self) -> str:
        """One character, class or group."""
        match self.take():
            case "^" | "$":
                return ""
            case ".":
                return "a"
            case "(":
                return self.group()
            case "[":
                return self.bracket()
            case "\\":
                return self.escape()
            case character:
                return character

    def group(self) -> str:
        """What stands in parentheses."""
        if self.peek() == "?":
            named = re.compile(r"\?(:|<\w+>|P<\w+>)").match(self.pattern, self.at)
            if named is None:
                raise UnreadableError
            self.at = named.end()
        found = self.choice()
        if self.take() != ")":
            raise UnreadableError
        return found

    def bracket(self) -> str:
        """A character of a class."""
        start = self.at - 1
        if self.peek() == "^":
            self.at += 1
        if self.peek() == "]":
            self.at += 1
        while self.take() != "]":
            if self.pattern[self.at - 1] == "\\":
                self.at += 1
        one = f"^{self.pattern[start : self.at]}$"
        for each in f"{self.digit}{CANDIDATES}{OTHERS}":
            if fits(one, each):
                return each
        raise UnreadableError

    def escape(self) -> str:
        """What a backslash introduces."""
        character = self.take()
        if character in "bB":
            return ""
        if character == "d":
            return self.digit
        if character in "xu":
            size = 2 if character == "x" else 4
            self.at += size
            return chr(int(self.pattern[self.at - size : self.at], 16))
        if character in "pP0123456789":
            raise UnreadableError
        return CLASSES.get(character) or CONTROLS.get(character) or character
