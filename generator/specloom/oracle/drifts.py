"""Objects as a service may send them one day: the document's, and a little more or less."""

from __future__ import annotations

from dataclasses import dataclass

from ..link import (
    Enumeration,
    JsonValue,
    NullValue,
    Object,
    Pointer,
    Property,
    Schema,
    resolve,
)
from ..read import join
from .scalars import Taste
from .values import Values

__all__ = ["Drift", "drift", "grows", "stranger"]

STRANGER = "unknownMember"
NEW = "a new value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """An object that departs from its schema where a client must bear it.

    `sent` is what the service sends, `read` what is left of it without what cannot be
    read, and `lost` the places of that.
    """

    sent: dict[str, JsonValue]
    read: dict[str, JsonValue]
    lost: tuple[str, ...]


def drift(values: Values, pointer: Pointer, shape: Object) -> Drift | None:
    """Only what is required, an unknown value and member, and null for an absent one.

    Raises:
        ImpossibleError: Not even a plain value was found.
    """
    least = values.value(pointer, Taste.PLAIN)
    if not isinstance(least, dict):
        return None
    sent = dict(least)
    for each in shape.properties:
        if grows(resolve(values.reading.api, each.schema)):
            sent[each.name] = NEW
            break
    sent.update(stranger(values, shape))
    lost = next(
        (e.name for e in shape.properties if _loses_null(values, e, sent)), None
    )
    read = dict(sent)
    if lost is None:
        return Drift(sent=sent, read=read, lost=())
    sent[lost] = None
    return Drift(sent=sent, read=read, lost=(join("", lost),))


def stranger(values: Values, shape: Object) -> dict[str, JsonValue]:
    """A member that the document does not name."""
    if STRANGER in {each.name for each in shape.properties}:
        return {}
    if shape.openness != "open" or shape.additional is None:
        return {STRANGER: "kept or left out"}
    return {STRANGER: values.value(shape.additional)}


def grows(schema: Schema) -> bool:
    """Whether a service may know more values of an enumeration than its document."""
    shape = schema.shape
    return (
        isinstance(shape, Enumeration)
        and len(shape.values) > 1
        and all(isinstance(value, str) for value in shape.values)
    )


def _loses_null(values: Values, each: Property, sent: dict[str, JsonValue]) -> bool:
    """Whether null cannot be read, and need not be."""
    if each.required or each.name in sent:
        return False
    schema = resolve(values.reading.api, each.schema)
    allowed = values.reading.allows(each.schema, None)
    return not (allowed or isinstance(schema.shape, NullValue))
