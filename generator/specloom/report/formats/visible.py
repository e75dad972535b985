"""Text of a document on a terminal."""

from __future__ import annotations

import re

__all__ = ["visible"]

# Control characters, half characters, and what reorders or hides the text around it
# (Unicode Standard Annex 9, bidirectional formatting).
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb]"
)


def visible(text: str) -> str:
    """The text with every character that a terminal might obey written as an escape."""
    return _HIDDEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
