"""The tests of models: their names on the wire, and what they make of drift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ...link import Api, JsonValue, Object, Pointer, Schema, Union, resolve
from ...name import snake
from ...oracle import (
    ImpossibleError,
    Reading,
    Taste,
    Values,
    as_json,
    drift,
    known,
    nulls,
    stranger,
)
from ..annotation import Annotations
from ..expressions import Expressions, UnsayableError, bytes_text
from ..models import is_open
from ..package import FunctionView, UntestedView
from ..text import literal
from .coverage import Coverage
from .functions import Column, Table, promise

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
        return Values(reading=Reading(self.annotations.api))

    def functions(self) -> Iterator[FunctionView]:
        """The tests of each model and each union, in the document's order."""
        uploads = self.annotations.uploads
        for pointer, schema in self.annotations.api.schemas.items():
            if pointer not in self.annotations.names.types or pointer in uploads:
                continue
            match schema.shape:
                case Object(properties=()):
                    pass
                case Object():
                    yield from self._model(schema, schema.shape)
                case Union():
                    yield from self._union(schema, schema.shape)
                case _:
                    pass

    def _leave(self, pointer: Pointer, promise: str, reason: Exception) -> None:
        note = UntestedView(pointer=pointer, promise=promise, reason=str(reason))
        if note not in self.untested:
            self.untested.append(note)

    def _name(self, pointer: Pointer) -> str:
        return self.annotations.names.types[pointer]

    def _model(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        for trial in (
            self._travels,
            self._nulls,
            self._together,
            self._drift,
        ):
            try:
                yield from trial(schema, shape)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, trial.__name__.strip("_"), reason)

    def _all(self, schema: Schema, shape: Object) -> JsonValue:
        """A value with every member."""
        value = self._known(schema, self.values.value(schema.pointer, Taste.ODD))
        if isinstance(value, dict) and is_open(self.annotations, schema, shape):
            return {**value, **stranger(self.values, shape)}
        return value

    def _travels(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        """The whole object: how it travels, and what it cannot be read without."""
        name, value = self._name(schema.pointer), self._all(schema, shape)
        whole = bytes_text(self._text(schema.pointer, value))
        constant = f"{_constant(name)} = {whole}"
        try:
            body = list(self._whole(schema, shape, value))
        except (UnsayableError, ValueError) as reason:
            self._leave(schema.pointer, "travels whole", reason)
        else:
            said = f"`{name}` reads and writes each member by its own name."
            self.coverage.models.add(schema.pointer)
            yield replace(_test(name, "travels_whole", said, body), constant=constant)
            constant = ""
        if isinstance(value, dict):
            yield replace(self._needs(name, shape, value), constant=constant)

    def _whole(self, schema: Schema, shape: Object, value: JsonValue) -> Iterator[str]:
        name = self._name(schema.pointer)
        text = _constant(name)
        yield f"value = {self.expressions.expression(schema.pointer, value)}"
        yield ""
        yield f"assert codec.encode(value, JSON) == {text}"
        yield f"assert codec.decode({text}, models.{name}, JSON) == (value, ())"
        members = value if isinstance(value, dict) else {}
        for each in shape.properties:
            secret, given = resolve(self._api, each.schema), members.get(each.name)
            if secret.sensitive and isinstance(given, str):
                field = self.annotations.names.fields[schema.pointer][each.name]
                yield f"assert repr(value.{field}) not in repr(value)"

    def _needs(
        self, name: str, shape: Object, value: dict[str, JsonValue]
    ) -> FunctionView:
        """What is required must be there, each of it, and nothing else."""
        required = {each.name for each in shape.properties if each.required}
        given: list[JsonValue] = [each for each in value if each in required]
        return _test(
            name,
            "needs_what_is_required" if given else "needs_nothing",
            (
                f"`{name}` cannot be read without these members, but without all others."
                if given
                else f"`{name}` is read without any one of its members."
            ),
            [f"assert needed(models.{name}, {_constant(name)}) == {literal(given)}"],
        )

    def _known(self, schema: Schema, value: JsonValue) -> JsonValue:
        """Without what examples hold beside the schema: no model would write it."""
        return known(self.values.reading, schema.pointer, value)

    @property
    def _api(self) -> Api:
        return self.annotations.api

    def _nulls(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        """Null is a value of its own, where it may be."""
        given = nulls(self.values, schema.pointer, shape)
        if given is None:
            return
        found = self._known(schema, given)
        name = self._name(schema.pointer)
        yield _test(
            name,
            "tells_null_from_absent",
            f"`{name}` has null where null is sent.",
            [
                f"value = {self.expressions.expression(schema.pointer, found)}",
                f"text = {bytes_text(self._text(schema.pointer, found))}",
                "",
                "assert codec.encode(value, JSON) == text",
                f"assert codec.decode(text, models.{name}, JSON) == (value, ())",
            ],
        )

    def _together(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        """Members of which some must be there are asked for before anything is sent."""
        if not shape.alternatives:
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

    def _drift(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        name = self._name(schema.pointer)
        ways = self.annotations.directions.get(schema.pointer, frozenset())
        grows = "response" in ways
        if ways and "response" not in ways:
            return
        found = drift(self.values, schema.pointer, shape, grows=grows)
        if found is None:
            return
        text = bytes_text(self._text(schema.pointer, found.sent))
        read = self.expressions.expression(schema.pointer, found.read)
        decode = f"codec.decode(text, models.{name}, JSON)"
        checks = [f"assert {decode} == ({read}, ())"]
        if found.lost:
            lost = literal(list(found.lost))
            checks = [
                f"value, deviations = {decode}",
                "",
                f"assert value == {read}",
                f"assert [each.pointer for each in deviations] == {lost}",
            ]
        yield _test(
            name,
            "bears_drift",
            f"`{name}` is read with less than all, with more, and with new values.",
            [f"text = {text}", "", *checks],
        )

    def _text(self, pointer: Pointer, value: JsonValue) -> bytes:
        return as_json(self.values.reading, pointer, value)

    def _union(self, schema: Schema, shape: Union) -> Iterator[FunctionView]:
        """Each member of a union is told from the others, where Python has a union."""
        if self.expressions.is_any(schema.pointer):
            return
        name = self._name(schema.pointer)
        rows: list[Mapping[str, str]] = []
        for member in shape.members:
            try:
                value = self.values.alternative(schema.pointer, shape, member)
                text = self._text(schema.pointer, value)
                said = self.expressions.expression(schema.pointer, value)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "tells its members apart", reason)
                continue
            rows.append({"text": bytes_text(text), "value": said})
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


def _constant(name: str) -> str:
    return f"{snake(name).upper()}_JSON"


def _test(
    name: str, what: str, said: str, body: list[str], table: Table | None = None
) -> FunctionView:
    return promise(f"{snake(name)}_{what}", said, body, table=table)
