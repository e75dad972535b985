"""The tests of models: their names on the wire, and what they make of drift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...link import JsonValue, Object, Pointer, Schema, Union, resolve
from ...name import snake
from ...oracle import (
    ImpossibleError,
    Reading,
    Values,
    as_json,
)
from ..annotation import Annotations
from ..expressions import Expressions, UnsayableError, bytes_text
from ..package import FunctionView, UntestedView
from .coverage import Coverage
from .functions import Column, Table, promise
from .members import MemberTable, MemberTables

__all__ = ["ModelTrials"]

APART = (Column(name="text", type="bytes"), Column(name="value", type="object"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTrials:
    """Writes the tests of the models of a package."""

    annotations: Annotations
    expressions: Expressions
    coverage: Coverage
    untested: list[UntestedView]

    @property
    def values(self) -> Values:
        """Values whose nested objects are as small as can be."""
        return Values(reading=Reading(self.annotations.api, encoded=True))

    def tables(self) -> Mapping[Pointer, MemberTable]:
        """What each model is made of, in the document's order."""
        writing = MemberTables(
            annotations=self.annotations,
            expressions=self.expressions,
            values=self.values,
        )
        made: dict[Pointer, MemberTable] = {}
        for pointer, found in writing.tables(self._models()).items():
            if isinstance(found, str):
                self._leave(pointer, "travels whole", found)
            else:
                self.coverage.models.add(pointer)
                made[pointer] = found
        return made

    def functions(
        self, tables: Mapping[Pointer, MemberTable]
    ) -> Iterator[FunctionView]:
        """The tests that only some models have, and those of unions."""
        for schema in self._models():
            try:
                yield from self._together(schema)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "needs one of several", str(reason))
        for pointer, schema in self.annotations.api.schemas.items():
            named = pointer in self.annotations.names.types
            if isinstance(schema.shape, Union) and named:
                yield from self._union(schema, schema.shape, tables)

    def _models(self) -> Iterator[Schema]:
        named, uploads = self.annotations.names.types, self.annotations.uploads
        for pointer, schema in self.annotations.api.schemas.items():
            match schema.shape:
                case Object(properties=(_, *_)) if pointer in named:
                    if pointer not in uploads:
                        yield schema
                case _:
                    pass

    def _leave(self, pointer: Pointer, promise: str, reason: str) -> None:
        note = UntestedView(pointer=pointer, promise=promise, reason=reason)
        if note not in self.untested:
            self.untested.append(note)

    def _name(self, pointer: Pointer) -> str:
        return self.annotations.names.types[pointer]

    def _together(self, schema: Schema) -> Iterator[FunctionView]:
        """Members of which some must be there are asked for before anything is sent."""
        shape = schema.shape
        if not isinstance(shape, Object) or not shape.alternatives:
            return
        name = self._name(schema.pointer)
        named = {n for a in shape.alternatives for group in a.groups for n in group}
        needed = {each.name for each in shape.properties if each.required}
        value = self.values.value(schema.pointer)
        if not isinstance(value, dict) or named <= needed:
            return
        less: dict[str, JsonValue] = {
            key: member
            for key, member in value.items()
            if key not in named or key in needed
        }
        yield _test(
            name,
            "needs_one_of_several",
            f"`{name}` is refused without any of the members of which one is needed.",
            [
                f"value = {self.expressions.expression(schema.pointer, less)}",
                "",
                "with pytest.raises(ValueError):",
                "    codec.verify(value)",
            ],
        )

    def _union(
        self, schema: Schema, shape: Union, tables: Mapping[Pointer, MemberTable]
    ) -> Iterator[FunctionView]:
        """Each member of a union is told from the others, where Python has a union."""
        if self.expressions.is_any(schema.pointer):
            return
        name = self._name(schema.pointer)
        rows: list[Mapping[str, str]] = []
        for member in shape.members:
            try:
                rows.append(self._alternative(schema.pointer, shape, member, tables))
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "tells its members apart", str(reason))
        if rows:
            table = Table(columns=APART, rows=tuple(rows))
            read = f"codec.decode({table.said('text')}, models.{name}, JSON)"
            yield _test(
                name,
                "is_told_apart",
                f"Each kind of `{name}` is read as what it is.",
                [f"assert {read} == ({table.said('value')}, ())"],
                table,
            )

    def _alternative(
        self,
        pointer: Pointer,
        shape: Union,
        member: Pointer,
        tables: Mapping[Pointer, MemberTable],
    ) -> Mapping[str, str]:
        """A value of one member of a union: the least object of a model, if it is clear."""
        reading = self.values.reading
        kind = resolve(self.annotations.api, member).pointer
        table = tables.get(kind)
        if (
            table is not None
            and reading.is_clear(pointer, table.least)
            and reading.chosen(pointer, table.least).pointer == kind
        ):
            model = f"models.{table.view.model}"
            return {"text": f"least_text({model})", "value": f"least({model})"}
        value = self.values.alternative(pointer, shape, member)
        text = as_json(reading, pointer, value)
        said = self.expressions.expression(pointer, value)
        return {"text": bytes_text(text), "value": said}


def _test(
    name: str, what: str, said: str, body: list[str], table: Table | None = None
) -> FunctionView:
    return promise(f"{snake(name)}_{what}", said, body, table=table)
