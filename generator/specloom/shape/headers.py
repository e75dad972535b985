"""Header fields of responses, as the attributes of a class."""

from __future__ import annotations

from ..link import Header, Operation, headed, resolve
from .annotation import Annotation, Annotations, Use, either
from .imports import Import
from .text import docstring, literal
from .views import AttributeView, HeadersView

__all__ = ["headers"]

TYPE = Use(place="resources", direction="response")
"""For type-checkers: without marks of the wire form."""
KIND = Use(place="operations", direction="response")


def headers(
    annotations: Annotations, operation: Operation, call: str, imports: set[Import]
) -> HeadersView | None:
    """The class of an operation's header fields, if its successes describe any."""
    name = annotations.names.headers.get(operation.pointer)
    if name is None:
        return None
    imports.update(
        Import(module=".._runtime.headers", name=each)
        for each in ("Described", "Field")
    )
    return HeadersView(
        name=name.type,
        docstring=docstring(f"Header fields of `{call}`.", indent=4),
        attributes=tuple(
            _attribute(annotations, name.fields[wire], found, imports)
            for wire, found in headed(operation).items()
        ),
    )


def _attribute(
    annotations: Annotations,
    name: str,
    stated: tuple[Header, ...],
    imports: set[Import],
) -> AttributeView:
    first = stated[0]
    kind = _type(annotations, stated, KIND)
    type_ = _type(annotations, stated, TYPE)
    imports.update(kind.imports | type_.imports)
    options = [literal(first.name), kind.text]
    if all(each.required for each in stated):
        options.append("required=True")
    if first.explode:
        options.append("explode=True")
    if first.media_type:
        options.append(f"media_type={literal(first.media_type)}")
    said = first.description or resolve(annotations.api, first.schema).description
    return AttributeView(
        name=name,
        annotation=f"Field[{type_.text}]",
        value=f"Field({', '.join(options)})",
        docstring=docstring(said, indent=4) if said else "",
    )


def _type(annotations: Annotations, stated: tuple[Header, ...], use: Use) -> Annotation:
    """What the field is; that it may be absent goes without saying."""
    found = either(annotations.annotation(each.schema, use) for each in stated)
    present = tuple(member for member in found.members if member != "None")
    return Annotation(members=present or found.members, imports=found.imports)
