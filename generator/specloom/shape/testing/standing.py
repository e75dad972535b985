"""What answers say in tests, where models stand for the least objects of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...link import Array, JsonValue, Object, Pointer, resolve
from ...oracle import Reading, as_json, compact
from ..expressions import Expressions, UnsayableError
from ..text import literal
from .tables import MemberTable

__all__ = ["Standing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Writes values by the tables of models."""

    expressions: Expressions
    tables: Mapping[Pointer, MemberTable]
    bare: bool = False
    """Whether an object without members is said as JSON has it."""

    @property
    def reading(self) -> Reading:
        """How values are judged."""
        return self.expressions.reading

    @property
    def least(self) -> Mapping[Pointer, JsonValue]:
        """The least object of each model that has a table."""
        return {pointer: table.least for pointer, table in self.tables.items()}

    @property
    def telling(self) -> Mapping[Pointer, JsonValue]:
        """The object that stands for each model that has a table."""
        return {pointer: table.telling for pointer, table in self.tables.items()}

    @property
    def both(self) -> Mapping[Pointer, tuple[JsonValue, JsonValue]]:
        """Of each model with a table the least and the whole object; first what tells."""
        return {
            at: (each.least, each.whole) if each.least else (each.whole, each.least)
            for at, each in self.tables.items()
        }

    def argument(self, pointer: Pointer, value: JsonValue) -> str:
        """What stands for a model, or for one in lists, as an argument; "" if nothing.

        An object without members is said in full.
        """
        schema = resolve(self.reading.api, pointer)
        match schema.shape, value:
            case Array(prefix=()) as shape, [_, *_]:
                items = [self.argument(shape.items, each) for each in value]
                return f"[{', '.join(items)}]" if all(items) else ""
            case _, dict():
                table = self.tables.get(self.reading.chosen(pointer, value).pointer)
                said = table.said(value) if table is not None and value else ""
                return f"made({said})" if said else ""
            case _:
                return ""

    def result(self, pointer: Pointer, value: JsonValue) -> str:
        """What a call returns: models, lists of them, and what Python says as JSON does.

        Raises:
            UnsayableError: It has to be said in full.
        """
        if self.expressions.is_any(pointer):
            return self._plain(pointer, value)
        schema = self.reading.chosen(pointer, value)
        table = self.tables.get(schema.pointer)
        said = "" if table is None else table.said(value)
        if said:
            return said
        match schema.shape, value:
            case Array() as shape, list() if not shape.prefix:
                items = (self.result(shape.items, each) for each in value)
                return f"[{', '.join(items)}]"
            case Object(properties=(), additional=str() as more), dict():
                pairs = (
                    f"{literal(k)}: {self.result(more, v)}" for k, v in value.items()
                )
                return f"{{{', '.join(pairs)}}}"
            case Object(properties=(_, *_)), _:
                raise UnsayableError("an object that is not the least of its model")
            case _:
                return self._plain(pointer, value)

    def body(self, pointer: Pointer, value: JsonValue) -> str:
        """The JSON of an answer, where that need not be told from other objects.

        Raises:
            UnsayableError: It has to be said in full.
        """
        schema = self.reading.chosen(pointer, value)
        shape = schema.shape
        table = self.tables.get(schema.pointer)
        bare = self.bare and value == {}
        said = "" if table is None or bare else table.said(value)
        if isinstance(shape, Object) and isinstance(value, dict) and not said:
            stated = {each.name: each.schema for each in shape.properties}
            pairs = (
                f"{literal(k)}: {self._member(stated.get(k, shape.additional), v)}"
                for k, v in value.items()
            )
            return f"{{{', '.join(pairs)}}}"
        return self.result(pointer, value)

    def _member(self, pointer: Pointer | None, value: JsonValue) -> str:
        return literal(value) if pointer is None else self.body(pointer, value)

    def _plain(self, pointer: Pointer, value: JsonValue) -> str:
        said = literal(value)
        if self.expressions.expression(pointer, value) != said:
            raise UnsayableError("Python's own value is another")
        if as_json(self.reading, pointer, value) != compact(value).encode():
            raise UnsayableError("its JSON is another")
        return said
