"""The tests of models: their names on the wire, and what they make of drift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...link import JsonValue, Object, Pointer, Schema, Union
from ...name import snake
from ...oracle import (
    ImpossibleError,
    Reading,
    Taste,
    Values,
    as_json,
    drift,
)
from ..annotation import Annotations
from ..expressions import Expressions, UnsayableError, bytes_text
from ..package import FunctionView, UntestedView
from ..text import docstring, literal

__all__ = ["ModelTrials"]


@dataclass(slots=True, kw_only=True)
class ModelTrials:
    """Writes the tests of the models of a package."""

    annotations: Annotations
    expressions: Expressions
    untested: list[UntestedView] = field(default_factory=list[UntestedView])

    @property
    def values(self) -> Values:
        """Values whose nested objects are as small as can be."""
        return Values(reading=Reading(self.annotations.api), levels=1)

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
        self.untested.append(
            UntestedView(pointer=pointer, promise=promise, reason=str(reason))
        )

    def _name(self, pointer: Pointer) -> str:
        return self.annotations.names.types[pointer]

    def _model(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        ways = self.annotations.directions.get(schema.pointer, frozenset())
        try:
            yield self._whole(schema, read="response" in ways)
        except (ImpossibleError, UnsayableError, ValueError) as reason:
            self._leave(schema.pointer, "travels whole", reason)
        if "response" not in ways:
            return
        try:
            yield from self._drift(schema, shape)
        except (ImpossibleError, UnsayableError, ValueError) as reason:
            self._leave(schema.pointer, "bears drift", reason)

    def _whole(self, schema: Schema, *, read: bool) -> FunctionView:
        name = self._name(schema.pointer)
        value = self.values.value(schema.pointer, Taste.ODD)
        text = as_json(self.values.reading, schema.pointer, value)
        written = replace(self.expressions, read=read)
        body = [
            f"value = {written.expression(schema.pointer, value)}",
            f"text = {bytes_text(text)}",
            "",
            "assert codec.encode(value, JSON) == text",
        ]
        if read:
            body.append(
                f"assert codec.decode(text, models.{name}, JSON) == (value, ())"
            )
        verb = "reads and writes" if read else "writes"
        said = f"`{name}` {verb} each member by its own name."
        return _test(name, "travels_whole", said, body)

    def _drift(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        name = self._name(schema.pointer)
        found = drift(self.values, schema.pointer, shape)
        if found is None:
            return
        text = self._text(schema.pointer, found.sent)
        lost = list(found.lost)
        yield _test(
            name,
            "bears_drift",
            f"`{name}` is read with less than all, with more, and with new values.",
            [
                f"text = {bytes_text(text)}",
                "",
                f"value, deviations = codec.decode(text, models.{name}, JSON)",
                "",
                f"assert value == {self.expressions.expression(schema.pointer, found.read)}",
                f"assert [each.pointer for each in deviations] == {literal(list(lost))}",
            ],
        )
        required = [each.name for each in shape.properties if each.required]
        if required:
            less = {k: v for k, v in found.sent.items() if k != required[0]}
            yield _test(
                name,
                f"needs_{snake(required[0]) or 'its_member'}",
                f"`{name}` cannot be read without `{required[0]}`.",
                [
                    f"text = {bytes_text(self._text(schema.pointer, less))}",
                    "",
                    "with pytest.raises(codec.DecodeFailure):",
                    f"    codec.decode(text, models.{name}, JSON)",
                ],
            )

    def _text(self, pointer: Pointer, value: JsonValue) -> bytes:
        return as_json(self.values.reading, pointer, value)

    def _union(self, schema: Schema, shape: Union) -> Iterator[FunctionView]:
        """Each member of a union is told from the others, where Python has a union."""
        if self.expressions.is_any(schema.pointer):
            return
        name = self._name(schema.pointer)
        rows: list[str] = []
        for member in shape.members:
            try:
                value = self.values.alternative(schema.pointer, shape, member)
                text = self._text(schema.pointer, value)
                said = self.expressions.expression(schema.pointer, value)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, "tells its members apart", reason)
                continue
            rows.append(f"({bytes_text(text)}, {said})")
        if rows:
            yield _test(
                name,
                "is_told_apart",
                f"Each kind of `{name}` is read as what it is.",
                [f"assert codec.decode(text, models.{name}, JSON) == (value, ())"],
                parameters="text: bytes, value: object",
                decorators=(
                    f'pytest.mark.parametrize(("text", "value"), [{", ".join(rows)}])',
                ),
            )


def _test(
    name: str,
    what: str,
    said: str,
    body: list[str],
    parameters: str = "",
    decorators: tuple[str, ...] = (),
) -> FunctionView:
    return FunctionView(
        signature=f"def test_{snake(name)}_{what}({parameters}) -> None:",
        docstring=docstring(said, indent=4),
        body=tuple(body),
        decorators=decorators,
    )
