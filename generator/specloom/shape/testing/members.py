"""The members of models, a row each: name, value, and the JSON of the value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...link import (
    Array,
    JsonValue,
    Object,
    Pointer,
    Property,
    Schema,
    resolve,
)
from ...oracle import (
    ImpossibleError,
    Taste,
    Values,
    as_json,
    grows,
    known,
    stranger,
)
from ..annotation import Annotations
from ..expressions import Expressions, UnsayableError, wrapped_text
from ..models import is_open
from ..package import TableView
from ..text import literal

__all__ = ["MemberTable", "MemberTables"]

DEEPEST = 8
"""In more lists than this no model is sought."""
REASONS = (ImpossibleError, UnsayableError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A member as the table says it. `needs` is the model that its value stands for."""

    text: str
    name: str
    required: bool
    value: JsonValue = None
    needs: Pointer | None = None
    depth: int = 0
    """In how many lists the model stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTable:
    """What a model is made of, and the least object of it."""

    view: TableView
    least: dict[str, JsonValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTables:
    """Writes what models are made of."""

    annotations: Annotations
    expressions: Expressions
    values: Values

    def tables(self, schemas: Iterable[Schema]) -> Mapping[Pointer, MemberTable | str]:
        """The table of each model, or why there is none.

        Members that no value can be said of are left out, where they may be absent.
        """
        rows: dict[Pointer, tuple[Row, ...] | str] = {}
        for schema in schemas:
            try:
                rows[schema.pointer] = tuple(self._rows(schema))
            except REASONS as reason:
                rows[schema.pointer] = str(reason)
        told = {p: every for p, every in rows.items() if not isinstance(every, str)}
        least = grounded(told)
        made: dict[Pointer, MemberTable | str] = {}
        for pointer, every in rows.items():
            if isinstance(every, str):
                made[pointer] = every
            elif pointer not in least:
                made[pointer] = "a member that it needs has no value"
            else:
                kept = [e.text for e in every if e.needs is None or e.needs in least]
                name = self.annotations.names.types[pointer]
                view = TableView(model=name, rows=tuple(kept))
                made[pointer] = MemberTable(view=view, least=least[pointer])
        return made

    def _rows(self, schema: Schema) -> Iterator[Row]:
        assert isinstance(schema.shape, Object)
        for number, each in enumerate(schema.shape.properties):
            try:
                yield self._row(schema, each, number)
            except REASONS:
                if each.required:
                    raise
        if is_open(self.annotations, schema, schema.shape):
            for value in stranger(self.values, schema.shape).values():
                said = self._said(schema.shape.additional, value)
                yield Row(text=f"other({said})", name="", required=False)

    def _row(self, schema: Schema, each: Property, number: int) -> Row:
        needs, depth = self._nested(each.schema)
        value: JsonValue = None
        if needs is None:
            taste = Taste.PLAIN if number else Taste.ODD
            value = self.values.value(each.schema, taste, name=each.name, number=number)
            said = self._said(each.schema, value)
        else:
            model = f"models.{self.annotations.names.types[needs]}"
            said = f"{'[' * depth}{model}{']' * depth}"
        kind = "required" if each.required else "optional"
        marks = "".join(f", {mark}" for mark in self._marks(schema, each))
        return Row(
            text=f"{kind}({literal(each.name)}, {said}{marks})",
            name=each.name,
            required=each.required,
            value=value,
            needs=needs,
            depth=depth,
        )

    def _marks(self, schema: Schema, each: Property) -> Iterator[str]:
        api, names = self.annotations.api, self.annotations.names
        target = resolve(api, each.schema)
        python = names.fields[schema.pointer][each.name]
        if python != each.name:
            yield f"field={literal(python)}"
        allowed = self.values.reading.allows(each.schema, None)
        if allowed or self.expressions.is_any(each.schema):
            yield "null=True"
        ways = self.annotations.directions.get(schema.pointer, frozenset())
        if "response" in ways and grows(target):
            yield "grows=True"
        if target.sensitive:
            yield "secret=True"

    def _said(self, pointer: Pointer | None, value: JsonValue) -> str:
        """A value as Python says it, then its JSON where Python's own is another."""
        if pointer is None:
            return literal(value)
        value = known(self.values.reading, pointer, value)
        said = self.expressions.expression(pointer, value)
        text = as_json(self.values.reading, pointer, value).decode()
        if isinstance(value, str) and said == wrapped_text(value):
            said = literal(value)
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if said == literal(value) and text == plain:
            return said
        return f"{said}, {literal(text)}"

    def _nested(self, pointer: Pointer, depth: int = 0) -> tuple[Pointer | None, int]:
        """The model that a value stands for, and in how many lists; a list may hold itself."""
        schema = resolve(self.annotations.api, pointer)
        match schema.shape:
            case Object(properties=(_, *_)) if self._is_told(schema):
                return schema.pointer, depth
            case Array(prefix=()) as shape if depth < DEEPEST:
                return self._nested(shape.items, depth + 1)
            case _:
                return None, 0

    def _is_told(self, schema: Schema) -> bool:
        names, uploads = self.annotations.names, self.annotations.uploads
        return schema.pointer in names.types and schema.pointer not in uploads


def grounded(
    rows: Mapping[Pointer, Iterable[Row]],
) -> Mapping[Pointer, dict[str, JsonValue]]:
    """The least object of each model that has one: all that it requires has one, too."""
    needed = {
        pointer: [each for each in every if each.required]
        for pointer, every in rows.items()
    }
    found: dict[Pointer, dict[str, JsonValue]] = {}
    while True:
        more = {
            pointer: {each.name: _least(each, found) for each in every}
            for pointer, every in needed.items()
            if pointer not in found
            and all(each.needs is None or each.needs in found for each in every)
        }
        if not more:
            return found
        found |= more


def _least(row: Row, found: Mapping[Pointer, dict[str, JsonValue]]) -> JsonValue:
    value: JsonValue = row.value if row.needs is None else found[row.needs]
    for _ in range(row.depth):
        value = [value]
    return value
