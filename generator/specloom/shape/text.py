"""The one place where text of a document becomes code."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from textwrap import dedent
from typing import TypeAlias

from ..link import JsonValue
from .prose import clean, first_sentence, paragraphs, sentence, wrapped

__all__ = [
    "Section",
    "byte_literal",
    "comment",
    "docstring",
    "literal",
    "literals",
    "summary",
    "toml",
]

WIDTH = 88
DEPTH = 60
"""Python's parser gives up at 100 to 200 brackets, and the value stands inside others."""
JOINERS = "\u200c\u200d"
"""Invisible, but part of words (Persian, Hindi) and of emoji."""
DIRECTIVE = re.compile(r"coding(?=[:=])")
"""PEP 263 finds an encoding in any comment of the first two lines."""


def literal(value: JsonValue) -> str:
    """A JSON value as a Python literal, in black's quote style, on one line.

    Raises:
        ValueError: It is nested more deeply than Python's parser can read.
    """
    return _literal(value, DEPTH)


def byte_literal(data: bytes) -> str:
    """Bytes as a literal in black's quote style, on one line."""
    quote = 0x27 if data.count(b'"') > data.count(b"'") else 0x22
    body = "".join(_byte(each, quote) for each in data)
    return f"b{chr(quote)}{body}{chr(quote)}"


def _byte(value: int, quote: int) -> str:
    if value in (quote, 0x5C):
        return "\\" + chr(value)
    if 0x20 <= value < 0x7F:
        return chr(value)
    return {9: "\\t", 10: "\\n", 13: "\\r"}.get(value, f"\\x{value:02x}")


def literals(values: Iterable[JsonValue]) -> str:
    """A tuple of JSON values, on one line."""
    found = [literal(value) for value in values]
    return f"({found[0]},)" if len(found) == 1 else f"({', '.join(found)})"


def _literal(value: JsonValue, depth: int) -> str:
    if not depth:
        raise ValueError(f"a value is nested more than {DEPTH} levels deep")
    match value:
        case str():
            return _string(value)
        case float() if not math.isfinite(value):
            return "1e999" if value > 0 else "-1e999"
        case list():
            return f"[{', '.join(_literal(item, depth - 1) for item in value)}]"
        case dict():
            members = (
                f"{_string(key)}: {_literal(item, depth - 1)}"
                for key, item in value.items()
            )
            return f"{{{', '.join(members)}}}"
        case _:
            return repr(value)


def _string(text: str) -> str:
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = _escaped(text, keep=JOINERS).replace(quote, "\\" + quote)
    return f"{quote}{body}{quote}"


Section: TypeAlias = tuple[str, Sequence[tuple[str, str]]]
"""A part of a docstring such as `Args`: its title, its entries and what each is."""


def docstring(
    text: str, *, indent: int, sections: Sequence[Section] = (), closing: str = ""
) -> str:
    """A docstring with its quotes, or "" for no text.

    `indent` is the column of the opening quotes; further lines are already indented, so
    a template prints it after that many spaces. The layout is black's own.
    """
    width = WIDTH - indent
    lines = list(_laid_out(text, width))
    for title, entries in sections:
        if entries:
            lines += ["", f"{title}:"]
            lines += (line for entry in entries for line in _entry(*entry, width))
    if closing:
        lines += ["", *wrapped(_documented(clean(closing)), width)]
    if not lines:
        return ""
    if len(lines) == 1:
        return f'"""{_padded(lines[0])}"""'
    first, rest = lines[0], dedent("\n".join(lines[1:])).rstrip().split("\n")
    margin = " " * indent
    body = "\n".join(margin + line if line else "" for line in rest)
    first = f" {first}" if first.startswith('"') else first
    return f'"""{first}\n{body}\n{margin}"""'


def _entry(name: str, text: str, width: int) -> list[str]:
    said = f"{name}: {_documented(clean(text))}" if text else name
    return wrapped(said, width, " " * 4, " " * 8)


def _padded(line: str) -> str:
    before = " " if line.startswith('"') else ""
    return f"{before}{line} " if line.endswith('"') else f"{before}{line}"


@lru_cache(maxsize=65536)
def _laid_out(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text: documents say many things more than once."""
    return tuple(paragraphs(_documented(clean(text)), width=width))


def _documented(text: str) -> str:
    return _escaped(text, keep=JOINERS + "\n").replace('"""', r"\"\"\"")


def toml(text: str) -> str:
    """A basic string of TOML 1.0, on one line."""
    line = "".join(c if c.isprintable() else " " for c in text)
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def comment(text: str) -> str:
    """One line, `# ` included, which is no directive to Python (PEP 263)."""
    line = "".join(_visible(each, JOINERS) for each in " ".join(text.split()))
    return "# " + DIRECTIVE.sub("coding ", line)


def summary(text: str) -> str:
    """The first sentence as one line of plain text, not escaped for code; may be ""."""
    paragraph = clean(text).partition("\n\n")[0]
    return sentence(first_sentence(" ".join(paragraph.split()))[0])


def _escaped(text: str, *, keep: str) -> str:
    text = text.replace("\\", "\\\\")
    if text.isprintable():
        return text
    return "".join(_visible(each, keep) for each in text)


def _visible(character: str, keep: str) -> str:
    """The character, or its escape where a reader could not see what it is."""
    if character.isprintable() or character in keep:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
