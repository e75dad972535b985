"""Bytes as text (JSON: RFC 8259 section 8.1, YAML 1.2.2 section 5.2)."""

from __future__ import annotations

import codecs

from .flaw import EMPTY, Broken, Flaw

__all__ = ["decode"]

# UTF-32's mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A description begins with an ASCII character: where its zero bytes stand says the rest.
_ZEROS = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}


def decode(data: bytes) -> str:
    """The text, without its byte order mark.

    Raises:
        Broken: The bytes aren't Unicode text, or there is no text.
    """
    encoding, start = _encoding(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        whole = data[start:].decode(encoding, "replace")
        at = len(data[start:][: error.start].decode(encoding, "replace"))
        message = f"these bytes aren't {encoding.upper()}"
        flaw = Flaw(code="SP102", message=message, span=(at, at + 1))
        raise Broken(flaw, whole) from None
    if not text.strip():
        raise Broken(EMPTY)
    return text


def _encoding(data: bytes) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    zeros = tuple(byte == 0 for byte in data[:4])
    return _ZEROS.get(zeros, "utf-8") if len(zeros) == 4 else "utf-8", 0
