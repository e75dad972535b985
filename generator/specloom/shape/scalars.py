"""Numbers, texts and stated values as annotations."""

from __future__ import annotations

from collections.abc import Mapping

from ..link import Enumeration, Integer, Number, Schema, String
from .imports import Import
from .text import literal
from .use import Annotation, Use, anything, either, plain

__all__ = ["STRINGS", "constants", "opened", "scalar", "textual"]

DATE = Import(module="datetime", alias="dt")
STRINGS: Mapping[str, tuple[str, Import | None]] = {
    "date-time": ("dt.datetime", DATE),
    "date": ("dt.date", DATE),
    "duration": ("dt.timedelta", DATE),
    "uuid": ("UUID", Import(module="uuid", name="UUID")),
    "byte": ("bytes", None),
    "binary": ("bytes", None),
    "base64": ("bytes", None),
    "decimal": ("Decimal", Import(module="decimal", name="Decimal")),
}
"""Formats that Python has a type for (OpenAPI Format Registry, JSON Schema 7.3)."""


def scalar(schema: Schema, shape: Integer | Number | String, use: Use) -> Annotation:
    """A number or a text, with the marks that say how it travels."""
    if schema.unix_time is not None:
        time = plain("dt.datetime", DATE)
        mark = f'UnixTime("{schema.unix_time}")'
        return marked(time, (mark,), use, "UnixTime")
    marks: list[str] = []
    match shape:
        case Integer():
            found = use.builtin("int")
        case Number():
            decimal = shape.format == "decimal"
            found = string("decimal", use) if decimal else use.builtin("float")
        case String():
            found = string(textual(shape), use)
            if found.members == ("Decimal",):
                marks.append("Text")
            if textual(shape) == "binary" and use.files:
                if use.direction == "response":
                    return marked(found, ("Upload",), use, "Upload")
                file = plain("File", use.runtime("File", "files"))
                return either((file, found))
    if schema.sensitive:
        marks.append("Secret")
    return marked(found, tuple(marks), use, *marks)


def string(format: str, use: Use) -> Annotation:
    """A text of a format."""
    name, needed = STRINGS.get(format, ("str", None))
    return use.builtin(name) if needed is None else plain(name, needed)


def marked(
    found: Annotation, marks: tuple[str, ...], use: Use, *names: str
) -> Annotation:
    """An annotation with marks, where the runtime reads it."""
    if not marks or not use.marked:
        return found
    return found.within(
        "Annotated[",
        f", {', '.join(marks)}]",
        Import(module="typing", name="Annotated"),
        *(use.runtime(name) for name in names),
    )


def constants(shape: Enumeration, use: Use) -> list[Annotation]:
    """The stated values as `Literal`; values that none can hold as their type."""
    stated = [v for v in shape.values if isinstance(v, str | bool | int)]
    rest = [v for v in shape.values if not isinstance(v, str | bool | int)]
    found: list[Annotation] = []
    if stated:
        values = ", ".join(map(literal, stated))
        literals = plain(f"Literal[{values}]", Import(module="typing", name="Literal"))
        found.append(literals)
    if any(isinstance(value, float) for value in rest):
        found.append(use.builtin("float"))
    if any(isinstance(value, dict | list) for value in rest):
        found.append(anything(use))
    return found


def opened(shape: Enumeration, use: Use) -> list[Annotation]:
    """The types of the values: a service may know more of them than its document."""
    kinds = {
        "bool" if isinstance(v, bool) else "int" if isinstance(v, int) else "str"
        for v in shape.values
        if isinstance(v, str | bool | int)
    }
    return [use.builtin(kind) for kind in ("int", "str") if kind in kinds]


def textual(shape: String) -> str:
    """The format that counts: an encoding makes bytes of a text.

    base64url stays text: it is another alphabet than that of `byte` (RFC 4648 section 5).
    """
    if shape.content_encoding == "base64":
        return "byte"
    if shape.content_encoding == "binary":
        return "binary"
    return shape.format
