"""How operations send what they are given: parameters and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..link import (
    Alias,
    Array,
    Content,
    Header,
    Number,
    Object,
    Operation,
    Parameter,
    Pointer,
    String,
    Union,
    is_multipart,
    resolve,
    written,
)
from .annotation import Annotations, Use
from .entries import entry, lines, tupled
from .imports import Import
from .media import sent_as
from .text import literal
from .views import EntryView

__all__ = ["Sendings"]

STYLES = {"path": "simple", "header": "simple"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sendings:
    """States how requests are written; `imports` collects what that needs."""

    annotations: Annotations
    imports: set[Import]

    def parameters(self, operation: Operation) -> Iterator[EntryView]:
        """Only parameters that are not written as their location's default is."""
        names = self.annotations.names.operations[operation.pointer].arguments
        found = [
            self._parameter(each, names.get(each.pointer, each.name))
            for each in operation.parameters
        ]
        stated = [text for text in found if text]
        if stated:
            self._need("Parameter")
            yield entry("parameters", lines(stated))

    def _parameter(self, each: Parameter, argument: str) -> str:
        options: list[str] = []
        style = STYLES.get(each.location, "form")
        if each.media_type is not None:
            options.append(f"media_type={literal(each.media_type)}")
        elif each.style != style:
            options.append(f"style={literal(each.style)}")
        if each.media_type is None and each.explode != (each.style == "form"):
            options.append(f"explode={each.explode}")
        if each.allow_reserved:
            options.append("allow_reserved=True")
        if marked(self.annotations, each.schema):
            use = Use(place="operations", direction="request")
            options.append(f"type={self._type(each.schema, use)}")
        if resolve(self.annotations.api, each.schema).sensitive:
            options.append("secret=True")
        if each.deprecated:
            options.append(f"deprecated={literal(argument)}")
        if not options and each.location != "querystring":
            return ""
        first = f"{literal(each.location)}, {literal(each.name)}"
        return f"Parameter({', '.join([first, *options])})"

    def _type(self, pointer: Pointer, use: Use) -> str:
        found = self.annotations.annotation(pointer, use)
        self.imports.update(found.imports)
        return found.text

    def bodies(self, operation: Operation) -> Iterator[EntryView]:
        """The media types of a body, and how its members are written."""
        body = operation.body
        if body is None:
            return
        contents = written(self.annotations.api, body)
        media_types = dict.fromkeys(sent_as(self.annotations, c) for c in contents)
        yield entry("bodies", tupled(map(literal, media_types)))
        schema = next((c.schema for c in contents if c.schema is not None), None)
        if schema is not None and marked(self.annotations, schema):
            use = Use(place="operations", direction="request")
            yield entry("body_type", self._type(schema, use))
        encodings = [text for content in contents if (text := self._encoding(content))]
        if encodings:
            self._need("Encoding")
            yield entry("encodings", f"{{{', '.join(encodings)}}}")

    def _encoding(self, content: Content) -> str:
        found: list[str] = []
        for each in content.encoding:
            options: list[str] = []
            concrete = [t for t in each.content_types if "*" not in t]
            if concrete and is_multipart(content.media_type):
                options.append(f"content_type={literal(concrete[0])}")
            if each.style is not None:
                options.append(f"style={literal(each.style)}")
            if each.explode is not None:
                options.append(f"explode={each.explode}")
            if each.allow_reserved:
                options.append("allow_reserved=True")
            if sent := [pair for h in each.headers if (pair := fixed(h))]:
                options.append(f"headers=({', '.join(sent)},)")
            if options:
                found.append(
                    f"Encoding({', '.join([literal(each.property), *options])})"
                )
        return f"{literal(content.media_type)}: {lines(found)}" if found else ""

    def _need(self, name: str) -> None:
        self.imports.add(Import(module=".._runtime.operations", name=name))


def fixed(header: Header) -> str:
    """A header field of a part, "" where the document does not say its value."""
    if header.value is None:
        return ""
    return f"({literal(header.name)}, {literal(header.value)})"


def marked(annotations: Annotations, root: Pointer) -> bool:
    """Whether only the annotation says how a value is written: Unix times, decimals.

    Models say it themselves, so that nothing is looked for inside them.
    """
    seen: set[Pointer] = set()
    waiting = [root]
    while waiting:
        pointer = waiting.pop()
        schema = annotations.api.schemas[pointer]
        if pointer in seen or annotations.is_class(schema):
            continue
        seen.add(pointer)
        if schema.unix_time is not None:
            return True
        match schema.shape:
            case String(format="decimal") | Number(format="decimal"):
                return True
            case Array():
                waiting += [*schema.shape.prefix, schema.shape.items]
            case Union():
                waiting += schema.shape.members
            case Alias():
                waiting.append(schema.shape.target)
            case Object(additional=str() as value):
                waiting.append(value)
            case _:
                pass
    return False
