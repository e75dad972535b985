"""Python inside of pages: laid out like every other module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..shape import PageView

__all__ = ["laid_out", "snippets"]

BLOCK: Final = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES: Final = frozenset({"README.md"})
"""Pages whose blocks are programs; `API.md` shows signatures only."""


def snippets(pages: Iterable[PageView]) -> Iterator[tuple[str, str]]:
    """The programs of pages, under paths of their own."""
    for page in pages:
        if page.path in PAGES:
            for number, block in enumerate(BLOCK.finditer(page.text)):
                yield _path(page, number), block[1]


def laid_out(page: PageView, modules: Mapping[str, str]) -> str:
    """The page with its programs as they were laid out."""
    numbers = iter(range(len(modules)))

    def block(match: re.Match[str]) -> str:
        text = modules.get(_path(page, next(numbers)), match[1])
        return f"```python\n{text}```"

    return BLOCK.sub(block, page.text)


def _path(page: PageView, number: int) -> str:
    return f"{page.path}/{number}.py"
