"""Calls as expressions, and what must be on the wire as assertions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...link import (
    Content,
    JsonValue,
    Object,
    Operation,
    Property,
    Schema,
    flat_schema,
    is_file,
    is_multipart,
    is_row,
    is_structured,
    streams_too,
    written,
)
from ...oracle import Call, Sent, sent_type
from ..annotation import Annotations
from ..expressions import (
    Expressions,
    UnsayableError,
    wrapped,
    wrapped_text,
)
from ..imports import Import
from ..media import sent_as
from ..streams import switch
from ..text import byte_literal, literal
from .facts import part_rows
from .standing import Standing

__all__ = ["Calls", "differences"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Writes calls of one operation."""

    annotations: Annotations
    expressions: Expressions
    operation: Operation
    standing: Standing | None = None
    """What stands for models, if tests have such."""

    def call(self, call: Call) -> str:
        """`client.customers.register(customer=...)`, on one line.

        Raises:
            UnsayableError: A value has no expression.
        """
        names = self.annotations.names
        name = names.operations[self.operation.pointer]
        resource = names.resources[name.resource].attribute
        arguments = [*self._parameters(call), *self._body(call)]
        return f"client.{resource}.{name.method}({', '.join(arguments)})"

    def _parameters(self, call: Call) -> Iterator[str]:
        names = self.annotations.names.operations[self.operation.pointer].arguments
        for each in self.operation.parameters:
            if each.pointer in call.parameters:
                value = self._value(each.schema, call.parameters[each.pointer])
                yield f"{names[each.pointer]}={value}"

    def _value(self, pointer: str, value: JsonValue, file: str | None = None) -> str:
        if self.standing and (said := self.standing.argument(pointer, value)):
            return said
        try:
            given = replace(self.expressions, read=False)
            return given.expression(pointer, value, file=file)
        except ValueError as error:
            raise UnsayableError(str(error)) from None

    def _body(self, call: Call) -> Iterator[str]:
        body, content = self.operation.body, call.content
        if body is None or content is None or call.body is None:
            return
        api, names = self.annotations.api, self.annotations.names
        arguments = names.operations[self.operation.pointer].arguments
        flat = flat_schema(api, body)
        value = call.body.value
        if flat is None or not isinstance(flat.shape, Object):
            yield f"{arguments[body.pointer]}={self._whole(content, value)}"
        elif isinstance(value, dict):
            upload = self.annotations.upload(flat.pointer)
            if not is_multipart(content.media_type):
                upload = None
            told = self._told(flat)
            for each in flat.shape.properties:
                if each == told and each.name in value:
                    self._agreed(each, value[each.name])
                elif each.name in value:
                    file = upload and each.name
                    member = self._value(each.schema, value[each.name], file)
                    yield f"{arguments[each.pointer]}={member}"
        choices = list(
            dict.fromkeys(sent_as(self.annotations, c) for c in written(api, body))
        )
        chosen = sent_as(self.annotations, content)
        if chosen != choices[0]:
            yield f"content_type={literal(chosen)}"

    def _told(self, flat: Schema) -> Property | None:
        """The member that methods say themselves: whether a stream is wanted."""
        if not streams_too(self.operation):
            return None
        return switch(self.annotations, flat)

    def _agreed(self, told: Property, value: JsonValue) -> None:
        """Check that the method says what the test would.

        Raises:
            UnsayableError: It says something else, or nothing.
        """
        if not told.required or value is not False:
            raise UnsayableError(f"`{told.name}` is not for callers to say")

    def _whole(self, content: Content, value: JsonValue) -> str:
        """A body that is one argument."""
        if content.schema is not None and is_row(self.annotations.api, content):
            return self._value(content.schema, value, "part")
        if is_multipart(content.media_type):
            raise UnsayableError("a multipart body that is one argument")
        kind = sent_as(self.annotations, content)
        if kind.endswith("/*"):
            package = self.annotations.names.package
            self.expressions.imports.add(Import(module=package, name="File"))
            said = literal(sent_type(self.annotations.api, content))
            return f"File({byte_literal(str(value).encode())}, content_type={said})"
        written = is_structured(kind)
        if not written or is_file(self.annotations.api, content):
            return byte_literal(str(value).encode())
        if content.schema is None:
            return literal(value)
        return self._value(content.schema, value)


def differences(sent: Sent, known: Sent) -> Iterator[str]:
    """What must hold for another request, where it differs from the one that is known.

    Signatures differ with the body, and say nothing more.
    """
    yield "(sent,) = wire.sent"
    if sent.url != known.url:
        yield f"assert sent.url == {wrapped_text(sent.url)}"
    for name, value in sent.headers:
        if (name, value) not in known.headers and name not in sent.signed:
            yield f"assert sent.headers[{literal(name)}] == {literal(value)}"
    if (sent.body, sent.parts) != (known.body, known.parts):
        yield from _content(sent)


def _content(sent: Sent) -> Iterator[str]:
    if not sent.parts:
        yield f"assert sent.body == {wrapped(sent.body)}"
        return
    yield f"assert parts(sent) == [{', '.join(part_rows(sent))}]"
