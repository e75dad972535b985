"""Breaks of the runtime: one place each, tried where the document needs that place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .mutant import Mutant
from .patch import Patch
from .reading import READING
from .sending import SENDING

__all__ = ["RUNTIME", "Patch", "patched"]

RUNTIME = (*SENDING, *READING)


def patched(path: str, text: str, features: str) -> Iterator[Mutant]:
    """The mutants of a module of the runtime, for a package with such features."""
    module = path.rpartition("/")[2]
    for patch in RUNTIME:
        if patch.module != module or text.count(patch.old) != 1:
            continue
        if re.search(patch.needs, features):
            after = text.replace(patch.old, patch.new)
            yield Mutant(mutation=patch.name, path=path, before=text, after=after)
