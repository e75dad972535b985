"""The members of models, a row each: name, value, and the JSON of the value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
from ...oracle import ImpossibleError, Taste, Values, as_json, known, stranger
from ..annotation import STRINGS, Annotations, textual
from ..expressions import Expressions, UnsayableError, wrapped_text
from ..models import is_open
from ..text import literal

__all__ = ["REASONS", "Members", "Row"]

DEEPEST = 8
"""In more lists than this no model is sought."""
LIST, MAP = "list", "map"
PLAIN = ("dt.date(", "UUID(")
"""Values whose JSON is the text that Python has for them."""
LONG = ("integers(", "numbers(")
"""Values that are lists of many numbers."""
REASONS = (ImpossibleError, UnsayableError, ValueError)
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a word begins in camel case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A member as the table says it. `needs` is the model that its value stands for."""

    text: str
    name: str
    required: bool
    value: JsonValue = None
    needs: Pointer | None = None
    inside: tuple[str, ...] = ()
    """The lists and maps that the model stands in, the outermost first."""
    union: Pointer | None = None
    """The union that it is one of."""
    other: bool = False
    """Whether the document does not name it."""
    tag: bool = False
    """Whether the value tells the model from others (OpenAPI 3.1 section 4.8.25)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Writes the members of models."""

    annotations: Annotations
    expressions: Expressions
    values: Values
    tags: Mapping[Pointer, tuple[str, str]]
    """The member that tells a model from others, and its value."""
    unclear: frozenset[Pointer] = frozenset()
    """Unions for whose value no model stands."""

    def rows(self, schema: Schema) -> Iterator[Row]:
        """A row a member; one that may be absent is left out if no value can be said.

        Raises:
            ImpossibleError, UnsayableError, ValueError: A required one has no value.
        """
        assert isinstance(schema.shape, Object)
        for number, each in enumerate(schema.shape.properties):
            try:
                yield self._row(schema, each, number)
            except REASONS:
                if each.required:
                    raise
        if is_open(self.annotations, schema, schema.shape):
            for name, value in stranger(self.values, schema.shape).items():
                said = self._said(schema.shape.additional, value)
                yield Row(text=f"other({said})", name=name, required=False, other=True)

    def _row(self, schema: Schema, each: Property, number: int) -> Row:
        needs, inside, union = self._nested(each.schema)
        value: JsonValue = None
        tag = self._tag(schema, each)
        if needs is None:
            value = self._value(each, number) if tag is None else tag
            said = self._said(each.schema, value)
        else:
            model = f"models.{self.annotations.names.types[needs]}"
            said = model
            for frame in reversed(inside):
                said = f"[{said}]" if frame == LIST else f'{{"key": {said}}}'
        kind = "required" if each.required else "optional"
        marks = list(self._marks(schema, each))
        given = [said] if said != literal(each.name) else []
        return Row(
            text=f"{kind}({', '.join([literal(each.name), *given, *marks])})",
            name=each.name,
            required=each.required,
            value=value,
            needs=needs,
            inside=inside,
            union=union,
            tag=tag is not None and needs is None,
        )

    def _tag(self, schema: Schema, each: Property) -> str | None:
        """The value of the member that tells a model from the others of its union."""
        name, value = self.tags.get(schema.pointer, ("", ""))
        fits = name == each.name and self.values.reading.allows(each.schema, value)
        return value if fits else None

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
        if python != HUMP.sub("_", each.name).lower():
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
        if text == plain and (said == literal(value) or said.startswith(LONG)):
            return said
        if text[0] == '"' and said.startswith("moment("):
            return f"moment({text})"
        if text[0] == '"' and said.startswith(PLAIN):
            return said
        return f"{said}, {literal(text)}"

    def _nested(
        self, pointer: Pointer, inside: tuple[str, ...] = ()
    ) -> tuple[Pointer | None, tuple[str, ...], Pointer | None]:
        """The model that a value stands for, what it stands in, and as which union's.

        A list may hold itself.
        """
        schema = resolve(self.annotations.api, pointer)
        match schema.shape:
            case Object(properties=(_, *_)) if self._is_told(schema):
                return schema.pointer, inside, None
            case Array(prefix=()) as shape if len(inside) < DEEPEST:
                return self._nested(shape.items, (*inside, LIST))
            case Object(properties=(), additional=str() as more) if len(
                inside
            ) < DEEPEST and not self.annotations.is_model(schema.pointer):
                return self._nested(more, (*inside, MAP))
            case Union() as shape if not self._is_plain(schema):
                members = (resolve(self.annotations.api, m) for m in shape.members)
                found = next(filter(self._is_model, members), None)
                if found is not None:
                    return found.pointer, inside, schema.pointer
            case _:
                pass
        return None, (), None

    def _is_plain(self, schema: Schema) -> bool:
        return schema.pointer in self.unclear or self.expressions.is_any(schema.pointer)

    def _is_model(self, schema: Schema) -> bool:
        shape = schema.shape
        has = isinstance(shape, Object) and bool(shape.properties)
        return has and self._is_told(schema)

    def _is_told(self, schema: Schema) -> bool:
        names, uploads = self.annotations.names, self.annotations.uploads
        return schema.pointer in names.types and schema.pointer not in uploads
