"""What is said of a value besides its description: its default, its end, its meanings."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import (
    Api,
    Array,
    Enumeration,
    Lifecycle,
    Parameter,
    Property,
    Schema,
    resolve,
)
from .text import literal

__all__ = ["leaving", "listed", "meanings", "remarks"]


def remarks(schema: Schema, each: Property | Parameter) -> Iterator[str]:
    """What becomes of a value that is left out, and whether it should be."""
    default = each.default or schema.default
    if default is not None and not each.required:
        yield f"The service's default is `{literal(default.value)}`."
    if each.deprecated:
        yield leaving(each.lifecycle)


def leaving(lifecycle: Lifecycle | None) -> str:
    """That something is deprecated, and why."""
    reason = lifecycle.reason if lifecycle else ""
    if not reason:
        return "Deprecated."
    return f"Deprecated: {reason}{'' if reason[-1] in '.!?' else '.'}"


def listed(api: Api, schema: Schema) -> str:
    """What each value of an enumeration means, or of a list of them, in one paragraph."""
    if isinstance(schema.shape, Array):
        schema = resolve(api, schema.shape.items)
    lines = meanings(schema).splitlines()
    return "; ".join(each.removeprefix("- ").removesuffix(".") for each in lines)


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
