"""A document's version as a version of a distribution."""

from __future__ import annotations

import re

__all__ = ["version"]

RELEASE = re.compile(r"v?(\d{1,9}(?:\.\d{1,9}){0,3})", re.IGNORECASE)
STAGES = {"alpha": "a", "a": "a", "beta": "b", "b": "b", "rc": "rc"}
STAGE = re.compile(r"[-._]?(alpha|beta|rc|a|b)[-._]?(\d{0,6})\b", re.IGNORECASE)


def version(text: str) -> str:
    """The nearest version of PEP 440; `0.0.0` where the document says nothing usable.

    `1.2.3-beta.1` is `1.2.3b1`, `2024-01-30` is `2024.1.30`, `v3` is `3`.
    """
    dated = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})\b.*", text)
    if dated:
        return ".".join(str(int(part)) for part in dated.groups())
    release = RELEASE.match(text.strip())
    if release is None:
        return "0.0.0"
    number = ".".join(str(int(part)) for part in release[1].split("."))
    stage = STAGE.match(text.strip(), release.end())
    if stage is None:
        return number
    return f"{number}{STAGES[stage[1].lower()]}{int(stage[2] or 0)}"
