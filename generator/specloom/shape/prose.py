"""Descriptions as people wrote them, laid out as the lines of a docstring."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import TextWrapper
from typing import Literal

__all__ = ["clean", "first_sentence", "paragraphs", "sentence", "wrapped"]

BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
STOP = re.compile(r"[.!?][)\"'`*_]{0,2}(?=\s)")
FENCE = re.compile(r" *(?:```|~~~)")
ITEM = re.compile(r"( {0,12})((?:[-*+\u2022]|\d{1,3}[.)]) +)(?=\S)")
HEADING = re.compile(r"^#{1,6} ")
QUOTES = 6
"""The columns that the first line leaves to the quotes around it."""

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "center",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    ]
)
BLOCKS = frozenset(
    [
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
ABBREVIATIONS = frozenset(
    [
        "approx.",
        "cf.",
        "e.g.",
        "eg.",
        "etc.",
        "i.e.",
        "ie.",
        "incl.",
        "no.",
        "resp.",
        "vs.",
    ]
)


@dataclass(slots=True, kw_only=True)
class Block:
    """A piece of text that is laid out by itself; `gap`: after an empty line."""

    kind: Literal["paragraph", "item", "verbatim"]
    gap: bool
    lines: list[str] = field(default_factory=list[str])


def clean(text: str) -> str:
    """Plain lines: tags of HTML become line breaks, list items or nothing.

    Tags that HTML doesn't have, such as `<token>`, are placeholders and stay.
    """
    text = BREAKS.sub("\n", text)
    if "<" in text:
        text = TAG.sub(_tag, COMMENT.sub("", text))
    if "&" in text:
        text = BREAKS.sub("\n", ENTITY.sub(lambda m: html.unescape(m[0]), text))
    return text.expandtabs(4).replace("\u00a0", " ").strip()


def _tag(match: re.Match[str]) -> str:
    closing, name = match[1], match[2].lower()
    if name in INLINE:
        return ""
    if name in ("code", "samp"):
        return "`"
    if name == "br":
        return "\n"
    if name == "li":
        return "" if closing else "\n- "
    return "\n\n" if name in BLOCKS else match[0]


def first_sentence(paragraph: str) -> tuple[str, str]:
    """The first sentence of a paragraph, and what follows it."""
    for stop in STOP.finditer(paragraph):
        head, rest = paragraph[: stop.end()], paragraph[stop.end() :].strip()
        word = head[-16:].rpartition(" ")[2].lstrip("([\"'`").lower()
        if word not in ABBREVIATIONS and not rest[:1].islower():
            return head, rest
    return paragraph, ""


def sentence(text: str) -> str:
    """With a capital and a full stop where the author left them out."""
    text = HEADING.sub("", text).strip()
    word = text.partition(" ")[0]
    if word.isascii() and word.isalpha() and word.islower():
        text = text[:1].upper() + text[1:]
    if text and (text[-1].isalnum() or text[-1] in ")]`\"'"):
        text += "."
    return text


def paragraphs(text: str, *, width: int) -> list[str]:
    """Cleaned text as lines: its first sentence, an empty line, the rest wrapped."""
    laid_out: list[str] = []
    for number, block in enumerate(_blocks(text)):
        if laid_out and (block.gap or number == 1):
            laid_out.append("")
        if number == 0 and block.kind == "paragraph":
            laid_out += _opening(
                " ".join(" ".join(block.lines).split()), width - QUOTES
            )
        else:
            laid_out += _wrapped(block, width)
    return laid_out


def _opening(paragraph: str, width: int) -> list[str]:
    whole = sentence(paragraph)
    if len(whole) <= width:
        return [whole]
    first, rest = first_sentence(paragraph)
    opening = wrapped(sentence(first), width)
    return [*opening, "", *wrapped(rest, width)] if rest else opening


def _wrapped(block: Block, width: int) -> list[str]:
    if block.kind == "verbatim":
        return [line.rstrip() for line in block.lines]
    joined = " ".join(line.strip() for line in block.lines)
    marker = ITEM.match(block.lines[0]) if block.kind == "item" else None
    if marker is None:
        return wrapped(joined, width)
    indent = marker[1]
    return wrapped(joined, width, indent, indent + " " * len(marker[2].strip() + " "))


def wrapped(text: str, width: int, first: str = "", others: str = "") -> list[str]:
    """Text as lines of at most `width` columns, long words aside."""
    wrapper = TextWrapper(
        width=width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.wrap(" ".join(text.split()))


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, as Markdown would tell them apart."""
    block: Block | None = None
    gap = fenced = False
    for line in text.split("\n"):
        if not line.strip() and not fenced:
            gap = True
            continue
        kind = _kind(line, block, gap, fenced)
        if FENCE.match(line):
            fenced = not fenced
        if block is None or gap or kind != block.kind or _starts(line):
            if block is not None:
                yield block
            block = Block(kind=kind, gap=gap)
        block.lines.append(line)
        gap = False
    if block is not None:
        yield block


def _kind(
    line: str, block: Block | None, gap: bool, fenced: bool
) -> Literal["paragraph", "item", "verbatim"]:
    if fenced or FENCE.match(line) or line.lstrip().startswith("|"):
        return "verbatim"
    if ITEM.match(line):
        return "item"
    if line.startswith("    ") and (gap or (block and block.kind == "verbatim")):
        return "verbatim"
    return "item" if block and block.kind == "item" and not gap else "paragraph"


def _starts(line: str) -> bool:
    return bool(ITEM.match(line) or HEADING.match(line))
