"""What is measured stands in generated pages too, and outlives that they are written anew.

No generator can know it: it stands between two marks, as whoever measured it wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

__all__ = ["kept", "measure", "unmeasured"]

MEASURED: Final = re.compile(
    rb"(<!-- measured -->)(.*?)(<!-- /measured -->)", re.DOTALL
)
"""The marks, which readers of the page do not see, and what stands between them."""


def unmeasured(content: bytes) -> bytes:
    """A file without what was measured."""
    return MEASURED.sub(rb"\1\3", content)


def kept(contents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files with what was measured of those that stand in the folder."""
    return {path: _kept(content, folder / path) for path, content in contents.items()}


def _kept(content: bytes, place: Path) -> bytes:
    if not MEASURED.search(content) or not place.is_file():
        return content
    known = MEASURED.search(place.read_bytes())
    return content if known is None else _said(content, known[2])


def measure(place: Path, said: str) -> None:
    """Write what was measured into a page, if the page has the marks."""
    if place.is_file():
        place.write_bytes(_said(place.read_bytes(), said.encode()))


def _said(content: bytes, said: bytes) -> bytes:
    return MEASURED.sub(lambda marks: marks[1] + said + marks[3], content)
