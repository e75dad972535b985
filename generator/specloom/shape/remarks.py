"""What is said of a value besides its description: its default, its end, its meanings."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Constant, Enumeration, Schema
from .text import literal

__all__ = ["meanings", "remarks"]


def remarks(
    default: Constant | None, *, required: bool, deprecated: bool
) -> Iterator[str]:
    """What becomes of a value that is left out, and whether it should be."""
    if default is not None and not required:
        yield f"The service's default is `{literal(default.value)}`."
    if deprecated:
        yield "Deprecated."


def meanings(schema: Schema) -> str:
    """A list of an enumeration's values and what each one means, or ""."""
    match schema.shape:
        case Enumeration(values=values, names=names, descriptions=told):
            texts = [" ".join(text.split()) for text in told or names]
            pairs = [*zip(values, texts, strict=bool(texts))]
            if not any(_letters(text) != _letters(str(v)) for v, text in pairs):
                return ""
            return "\n".join(f"- `{literal(v)}`: {text}" for v, text in pairs if text)
        case _:
            return ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
