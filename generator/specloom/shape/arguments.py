"""What callers give a method: how it is written, what it is, and where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..link import (
    Body,
    Object,
    Operation,
    Parameter,
    Property,
    flat_schema,
    written,
)
from .annotation import NONE, Annotation, Annotations, Use, either, plain
from .imports import Import
from .media import argument_type, sent_as
from .models import field_annotation
from .remarks import listed, remarks
from .streams import switch
from .text import literal, summary
from .views import EntryView, GroupView

__all__ = ["Argument", "Arguments", "grouped"]

GROUPS = {
    "path": "path",
    "query": "query",
    "querystring": "query",
    "header": "headers",
    "cookie": "cookies",
}


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: how callers write it, what it is, and where it goes."""

    name: str
    annotation: Annotation
    required: bool
    description: str
    group: str
    wire: str
    default: str = "UNSET"
    """What stands for nothing, where it is not required."""
    value: str = ""
    """The expression that is passed on, where it is not the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Finds the arguments of the operations of one resource."""

    annotations: Annotations
    shadowed: frozenset[str]
    """Builtins that are methods of the resource."""

    def of(self, operation: Operation) -> list[Argument]:
        """The arguments of an operation: parameters, then the body."""
        return [*self._parameters(operation), *self._body(operation)]

    def _parameters(self, operation: Operation) -> Iterator[Argument]:
        names = self.annotations.names.operations[operation.pointer]
        use = Use(
            place="resources",
            direction="request",
            argument=True,
            shadowed=self.shadowed,
        )
        for each in operation.parameters:
            found = self.annotations.annotation(each.schema, use)
            yield Argument(
                name=names.arguments[each.pointer],
                annotation=found,
                required=each.required,
                description=_parameter_text(self.annotations, each),
                group=GROUPS[each.location],
                wire=each.name,
            )

    def _body(self, operation: Operation) -> Iterator[Argument]:
        names = self.annotations.names.operations[operation.pointer]
        body = operation.body
        if body is None:
            return
        schema = flat_schema(self.annotations.api, body)
        if schema is not None and isinstance(schema.shape, Object):
            fields = self.annotations.names.fields[schema.pointer]
            for each in schema.shape.properties:
                found = field_annotation(
                    self.annotations,
                    schema,
                    each,
                    place="resources",
                    shadowed=self.shadowed,
                )
                yield Argument(
                    name=names.arguments[each.pointer],
                    annotation=found,
                    required=each.required,
                    description=_member_text(self.annotations, each),
                    group="member",
                    wire=fields[each.name],
                )
            if schema.shape.openness == "open":
                yield self._further(schema.shape)
            return
        contents = written(self.annotations.api, body)
        use = Use(place="resources", direction="request", shadowed=self.shadowed)
        yield Argument(
            name=names.arguments[body.pointer],
            annotation=argument_type(self.annotations, contents, use),
            required=body.required,
            description=summary(body.description) or "The body.",
            group="body",
            wire="",
        )

    def _further(self, shape: Object) -> Argument:
        """The members of a body that the document leaves to callers."""
        use = Use(place="resources", direction="request", shadowed=self.shadowed)
        value = plain("JsonValue", use.runtime("JsonValue"))
        if shape.additional is not None:
            value = self.annotations.annotation(shape.additional, use.inner())
        mapping = Import(module="collections.abc", name="Mapping")
        return Argument(
            name="additional_properties",
            annotation=either((value.within("Mapping[str, ", "]", mapping), NONE)),
            required=False,
            description="Members that the document does not name, by their wire names.",
            group="member",
            wire="additional_properties",
            default="None",
            value="{**(additional_properties or {})}",
        )

    def media_types(self, body: Body | None) -> tuple[str, ...]:
        """The media types that a caller may choose for a body, the default first."""
        if body is None:
            return ()
        contents = written(self.annotations.api, body)
        return tuple(dict.fromkeys(sent_as(self.annotations, c) for c in contents))

    def switch(self, body: Body | None) -> tuple[str, bool] | None:
        """The field that asks for a stream, and whether it must be there."""
        schema = None if body is None else flat_schema(self.annotations.api, body)
        found = switch(self.annotations, schema)
        if schema is None or found is None:
            return None
        fields = self.annotations.names.fields[schema.pointer]
        return fields[found.name], found.required


def grouped(arguments: Iterable[Argument]) -> Iterator[GroupView]:
    """The arguments of each location that has any."""
    arguments = tuple(arguments)
    for group in ("path", "query", "headers", "cookies"):
        entries = tuple(
            EntryView(key=literal(each.wire), value=each.name)
            for each in arguments
            if each.group == group
        )
        if entries:
            yield GroupView(keyword=group, entries=entries)


def _parameter_text(annotations: Annotations, each: Parameter) -> str:
    return _said(annotations, each, f"`{each.name}` of the {each.location}.")


def _member_text(annotations: Annotations, each: Property) -> str:
    return _said(annotations, each, f"`{each.name}` of the body.")


def _said(annotations: Annotations, each: Parameter | Property, otherwise: str) -> str:
    schema = annotations.api.schemas[each.schema]
    text = summary(each.description or schema.description) or otherwise
    named = each.schema in annotations.names.types
    values = "" if named else listed(annotations.api, schema)
    told = f"{values}." if values else ""
    return " ".join(filter(None, (text, told, *remarks(schema, each))))
