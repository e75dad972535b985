"""Sensitive values, taken out of what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ..link import Alias, Api, Array, JsonValue, Object, Pointer, Union
from ..oracle import ImpossibleError, Reading, Values

__all__ = ["HIDDEN", "Hiding"]

HIDDEN: Final = "redacted"


@dataclass(frozen=True, slots=True)
class Hiding:
    """Replaces what the schemas call sensitive by values that they allow as well."""

    api: Api

    def open(self, pointer: Pointer, value: JsonValue) -> JsonValue:
        """A value that anybody may see. Numbers that are not whole may be `Decimal`s."""
        schema = self.api.schemas[pointer]
        if value is None:
            return None
        if schema.sensitive:
            return self._made(pointer)
        match schema.shape, value:
            case Alias(target=target), _:
                return self.open(target, value)
            case Union(), _:
                chosen = Reading(self.api).chosen(pointer, rounded(value)).pointer
                return value if chosen == pointer else self.open(chosen, value)
            case Array() as shape, list():
                kinds = (*shape.prefix, shape.items)
                return [
                    self.open(kinds[min(at, len(shape.prefix))], item)
                    for at, item in enumerate(value)
                ]
            case Object() as shape, dict():
                stated = {each.name: each.schema for each in shape.properties}
                found = {name: stated.get(name, shape.additional) for name in value}
                return {
                    name: (
                        member
                        if (inner := found[name]) is None
                        else self.open(inner, member)
                    )
                    for name, member in value.items()
                }
            case _:
                return value

    def _made(self, pointer: Pointer) -> JsonValue:
        values = Values(reading=Reading(self.api))
        try:
            return values.value(pointer, name=HIDDEN)
        except ImpossibleError:
            return HIDDEN


def rounded(value: JsonValue | Decimal) -> JsonValue:
    """A value with all its numbers as JSON's own types."""
    match value:
        case Decimal():
            return float(value)
        case list():
            return [rounded(each) for each in value]
        case dict():
            return {name: rounded(each) for name, each in value.items()}
        case _:
            return value
