"""Where a validator refuses what a client sends, and why the client is right."""

from __future__ import annotations

import re

__all__ = ["REASONS", "reason_of"]

REASONS: tuple[tuple[str, str, str], ...] = (
    (
        r"",
        r"'(true|false|[\d.]+)' is not of type '(boolean|integer|number)'",
        "forms carry texts; openapi-core casts no member of a form whose schema says no "
        "`type: object`, or is combined",
    ),
    (
        r"",
        r"Tried to write read-only property",
        "the made-up arguments hold a member that is read-only beside a reference or in "
        "`allOf`; the caller wrote it",
    ),
    (
        r"freetv",
        r"NO_PATH_MATCHED",
        "the document's path holds its query, which Prism takes for a part of the path",
    ),
)
"""Pattern of the document's name, pattern of what is said, and the reason."""


def reason_of(document: str, where: str, what: str) -> str:
    """Why a mismatch is none, or "" where nobody has said so."""
    for name, said, reason in REASONS:
        if re.search(name, document) and re.search(said, f"{where}: {what}"):
            return reason
    return ""
