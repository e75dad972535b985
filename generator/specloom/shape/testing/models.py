"""The tests of models: their names on the wire, and what they make of drift."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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
from .coverage import Coverage
from .functions import promise
from .members import Members
from .standing import Standing
from .tables import MemberTable, MemberTables, tags
from .views import FunctionView, TableView, UntestedView

__all__ = ["ModelTrials"]


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
        members = Members(
            annotations=self.annotations,
            expressions=self.expressions,
            values=self.values,
            tags=tags(self.annotations.api),
        )
        writing = MemberTables(members=members)
        made: dict[Pointer, MemberTable] = {}
        for pointer, found in writing.tables(self._models()).items():
            if isinstance(found, str):
                self._leave(pointer, "travels whole", found)
            else:
                self.coverage.models.add(pointer)
                made[pointer] = found
        return made

    def functions(self) -> Iterator[FunctionView]:
        """The tests that only some models have."""
        for schema in self._models():
            try:
                yield from self._together(schema)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "needs one of several", str(reason))

    def unions(self, tables: Mapping[Pointer, MemberTable]) -> Iterator[TableView]:
        """A value of each kind of each union that Python has."""
        standing = Standing(expressions=self.expressions, tables=tables)
        for pointer, schema in self.annotations.api.schemas.items():
            if not isinstance(schema.shape, Union) or self.expressions.is_any(pointer):
                continue
            if pointer in self.annotations.names.types:
                name = self._name(pointer)
                kinds = tuple(self._kinds(schema, schema.shape, standing))
                if kinds:
                    rows = (f"models.{name}", *kinds)
                    yield TableView.of(name, rows, beside=f'UNIONS["{name}"] = ')

    def _models(self) -> Iterator[Schema]:
        named = self.annotations.names.types
        for pointer, schema in self.annotations.api.schemas.items():
            match schema.shape:
                case Object(properties=(_, *_)) if pointer in named:
                    if pointer not in self._uploads:
                        yield schema
                case _:
                    pass

    @property
    def _uploads(self) -> Collection[Pointer]:
        """What is only ever sent, with files in it."""
        return self.annotations.uploads

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

    def _kinds(self, schema: Schema, shape: Union, standing: Standing) -> Iterable[str]:
        """A value of each member that can be told from the others, once a kind.

        None of one that is never read.
        """
        found: dict[Pointer, str] = {}
        for member in shape.members:
            kind = resolve(self.annotations.api, member).pointer
            if kind in self._uploads:
                continue
            said = self._standing(schema.pointer, kind, standing)
            try:
                if said:
                    found[kind] = said
                else:
                    value = self.values.alternative(schema.pointer, shape, member)
                    kind = self.values.reading.chosen(schema.pointer, value).pointer
                    found.setdefault(kind, self._pair(schema.pointer, value))
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "tells its members apart", str(reason))
        return found.values()

    def _standing(self, union: Pointer, kind: Pointer, standing: Standing) -> str:
        """What stands for a model of a union, if that surely means this model.

        Of a union in it the first model stands for it.
        """
        api, reading = self.annotations.api, self.values.reading
        shape = resolve(api, kind).shape
        kinds = shape.members if isinstance(shape, Union) else (kind,)
        for pointer in (resolve(api, each).pointer for each in kinds):
            table = standing.tables.get(pointer)
            for value in (table.least, table.whole) if table is not None else ():
                clear = reading.is_clear(union, value)
                if clear and reading.chosen(union, value).pointer == pointer:
                    return table.said(value) if table is not None else ""
        return ""

    def _pair(self, union: Pointer, value: JsonValue) -> str:
        """The text of a value, and the value."""
        text = as_json(self.values.reading, union, value)
        return f"({bytes_text(text)}, {self.expressions.expression(union, value)})"


def _test(name: str, what: str, said: str, body: list[str]) -> FunctionView:
    return promise(f"{snake(name)}_{what}", said, body)
