"""The tests of models: their names on the wire, and what they make of drift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

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
from ..text import docstring, literal
from .coverage import Coverage

__all__ = ["ModelTrials"]


@dataclass(slots=True, kw_only=True)
class ModelTrials:
    """Writes the tests of the models of a package."""

    annotations: Annotations
    expressions: Expressions
    coverage: Coverage
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
        for trial in (
            self._whole,
            self._nulls,
            self._needs,
            self._together,
            self._drift,
        ):
            try:
                yield from trial(schema, shape)
            except (ImpossibleError, UnsayableError, ValueError) as reason:
                self._leave(schema.pointer, trial.__name__.strip("_"), reason)

    def _whole(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        name = self._name(schema.pointer)
        value = self._known(schema, self.values.value(schema.pointer, Taste.ODD))
        if isinstance(value, dict) and is_open(self.annotations, schema, shape):
            value = {**value, **stranger(self.values, shape)}
        text = as_json(self.values.reading, schema.pointer, value)
        body = [
            f"value = {self.expressions.expression(schema.pointer, value)}",
            f"text = {bytes_text(text)}",
            "",
            "assert codec.encode(value, JSON) == text",
            f"assert codec.decode(text, models.{name}, JSON) == (value, ())",
        ]
        if isinstance(value, dict):
            for each in shape.properties:
                secret, given = resolve(self._api, each.schema), value.get(each.name)
                if secret.sensitive and isinstance(given, str):
                    body.append(f"assert {literal(given)} not in repr(value)")
        said = f"`{name}` reads and writes each member by its own name."
        self.coverage.models.add(schema.pointer)
        yield _test(name, "travels_whole", said, body)

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

    def _needs(self, schema: Schema, shape: Object) -> Iterator[FunctionView]:
        """What is required must be there, each of it."""
        name = self._name(schema.pointer)
        value = self.values.value(schema.pointer)
        required = [each.name for each in shape.properties if each.required]
        if not required or not isinstance(value, dict):
            return
        rows = [
            bytes_text(
                self._text(
                    schema.pointer, {k: v for k, v in value.items() if k != each}
                )
            )
            for each in required
        ]
        told = " and ".join(f"`{each}`" for each in required[:3])
        more = ", each of what it needs" if len(required) > 3 else ""
        yield _test(
            name,
            "needs_what_is_required",
            f"`{name}` cannot be read without {told}{more}.",
            [
                "with pytest.raises(codec.DecodeFailure):",
                f"    codec.decode(text, models.{name}, JSON)",
            ],
            parameters="text: bytes",
            decorators=(f'pytest.mark.parametrize("text", [{", ".join(rows)}])',),
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
        found = drift(self.values, schema.pointer, shape, grows=grows)
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
