"""The members of models, a row each: name, value, and the JSON of the value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ...link import (
    Array,
    Enumeration,
    JsonValue,
    Object,
    Pointer,
    Property,
    Schema,
    String,
    Union,
    resolve,
)
from ...oracle import (
    ImpossibleError,
    Taste,
    Values,
    as_json,
    known,
    stranger,
)
from ..annotation import STRINGS, Annotations, textual
from ..expressions import Expressions, UnsayableError, wrapped_text
from ..models import is_open
from ..text import literal
from .views import TableView

__all__ = ["MemberTable", "MemberTables"]

DEEPEST = 8
"""In more lists than this no model is sought."""
PLAIN = ("dt.date(", "UUID(")
"""Values whose JSON is the text that Python has for them."""
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
    union: Pointer | None = None
    """The union that it is one of."""


Rows: TypeAlias = Mapping[Pointer, tuple[Row, ...] | str]
"""The rows of each model, or why there are none."""
Least: TypeAlias = Mapping[Pointer, dict[str, JsonValue]]
"""The least object of each model that has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTable:
    """What a model is made of, and the least and the whole object of it."""

    view: TableView
    least: dict[str, JsonValue]
    whole: dict[str, JsonValue]

    @property
    def telling(self) -> dict[str, JsonValue]:
        """The least object, if it says anything."""
        return self.least or self.whole

    def said(self, value: JsonValue) -> str:
        """What stands for one of the two objects, "" for another."""
        if value == self.least:
            return f"models.{self.view.model}"
        return f"whole(models.{self.view.model})" if value == self.whole else ""


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
        schemas = tuple(schemas)
        rows = self._every(schemas, frozenset())
        unclear = frozenset(self._unclear(rows, grounded(rows)))
        if unclear:
            rows = self._every(schemas, unclear)
        return self._views(rows, grounded(rows))

    def _views(self, rows: Rows, least: Least) -> Mapping[Pointer, MemberTable | str]:
        """The tables; one that says the same as an earlier one refers to that."""
        made: dict[Pointer, MemberTable | str] = {}
        alike: dict[tuple[str, ...], str] = {}
        for pointer, every in rows.items():
            if isinstance(every, str):
                made[pointer] = every
            elif pointer not in least:
                made[pointer] = "a member that it needs has no value"
            else:
                name = self.annotations.names.types[pointer]
                kept = [e for e in every if e.needs is None or e.needs in least]
                told = tuple(each.text for each in kept)
                like = alike.setdefault(told, name)
                view = TableView(model=name, rows=told)
                if like != name:
                    view = TableView(model=name, rows=(), like=like)
                made[pointer] = MemberTable(
                    view=view,
                    least=least[pointer],
                    whole={each.name: _least(each, least) for each in kept},
                )
        return made

    def _every(self, schemas: Iterable[Schema], unclear: frozenset[Pointer]) -> Rows:
        """The rows of each model, or why there are none."""
        rows: dict[Pointer, tuple[Row, ...] | str] = {}
        for schema in schemas:
            try:
                rows[schema.pointer] = tuple(self._rows(schema, unclear))
            except REASONS as reason:
                rows[schema.pointer] = str(reason)
        return rows

    def _unclear(self, rows: Rows, least: Least) -> Iterator[Pointer]:
        """The unions for whose value the least object of their first model will not do."""
        reading = self.values.reading
        for every in rows.values():
            for row in () if isinstance(every, str) else every:
                if row.needs is None or row.union is None:
                    continue
                value = least.get(row.needs)
                if (
                    value is None
                    or not reading.is_clear(row.union, value)
                    or reading.chosen(row.union, value).pointer != row.needs
                ):
                    yield row.union

    def _rows(self, schema: Schema, unclear: frozenset[Pointer]) -> Iterator[Row]:
        assert isinstance(schema.shape, Object)
        for number, each in enumerate(schema.shape.properties):
            try:
                yield self._row(schema, each, number, unclear)
            except REASONS:
                if each.required:
                    raise
        if is_open(self.annotations, schema, schema.shape):
            for name, value in stranger(self.values, schema.shape).items():
                said = self._said(schema.shape.additional, value)
                yield Row(text=f"other({said})", name=name, required=False, value=value)

    def _row(
        self, schema: Schema, each: Property, number: int, unclear: frozenset[Pointer]
    ) -> Row:
        needs, depth, union = self._nested(each.schema, unclear)
        value: JsonValue = None
        if needs is None:
            value = self._value(each, number)
            said = self._said(each.schema, value)
        else:
            model = f"models.{self.annotations.names.types[needs]}"
            said = f"{'[' * depth}{model}{']' * depth}"
        kind = "required" if each.required else "optional"
        marks = list(self._marks(schema, each))
        given = [said] if said != literal(each.name) else []
        return Row(
            text=f"{kind}({', '.join([literal(each.name), *given, *marks])})",
            name=each.name,
            required=each.required,
            value=value,
            needs=needs,
            depth=depth,
            union=union,
        )

    def _value(self, each: Property, number: int) -> JsonValue:
        """A text is its member's name where it may be; other values are the document's."""
        taste = Taste.PLAIN if number else Taste.ODD
        value = self.values.value(each.schema, taste, name=each.name, number=number)
        if number and isinstance(value, str) and self._is_free(each.schema):
            allowed = self.values.reading.allows(each.schema, each.name)
            return each.name if allowed else value
        return value

    def _is_free(self, pointer: Pointer) -> bool:
        """Whether a schema is of texts that Python has as they are."""
        shape = resolve(self.annotations.api, pointer).shape
        return isinstance(shape, String) and STRINGS.get(textual(shape)) is None

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
        if "response" in ways and self._grows(schema, target):
            yield "grows=True"
        if target.sensitive:
            yield "secret=True"

    def _grows(self, owner: Schema, target: Schema) -> bool:
        """Whether new values come one day; a constant may tell members of a union apart."""
        shape = target.shape
        if not isinstance(shape, Enumeration):
            return False
        if len(shape.values) == 1 and owner.pointer in self.annotations.alternatives:
            return False
        kinds = {type(each) for each in shape.values}
        return kinds in ({str}, {int})

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
        if text[0] == '"' and said.startswith("moment("):
            return f"moment({text})"
        if text[0] == '"' and said.startswith(PLAIN):
            return said
        return f"{said}, {literal(text)}"

    def _nested(
        self, pointer: Pointer, unclear: frozenset[Pointer], depth: int = 0
    ) -> tuple[Pointer | None, int, Pointer | None]:
        """The model that a value stands for, in how many lists, and as which union's.

        A list may hold itself.
        """
        schema = resolve(self.annotations.api, pointer)
        match schema.shape:
            case Object(properties=(_, *_)) if self._is_told(schema):
                return schema.pointer, depth, None
            case Array(prefix=()) as shape if depth < DEEPEST:
                return self._nested(shape.items, unclear, depth + 1)
            case Union() as shape if not self._is_plain(schema, unclear):
                members = (resolve(self.annotations.api, m) for m in shape.members)
                found = next(filter(self._is_model, members), None)
                return None if found is None else found.pointer, depth, schema.pointer
            case _:
                return None, 0, None

    def _is_plain(self, schema: Schema, unclear: frozenset[Pointer]) -> bool:
        return schema.pointer in unclear or self.expressions.is_any(schema.pointer)

    def _is_model(self, schema: Schema) -> bool:
        shape = schema.shape
        has = isinstance(shape, Object) and bool(shape.properties)
        return has and self._is_told(schema)

    def _is_told(self, schema: Schema) -> bool:
        names, uploads = self.annotations.names, self.annotations.uploads
        return schema.pointer in names.types and schema.pointer not in uploads


def grounded(rows: Rows) -> Least:
    """The least object of each model that has one: all that it requires has one, too."""
    needed = {
        pointer: [each for each in every if each.required]
        for pointer, every in rows.items()
        if not isinstance(every, str)
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
