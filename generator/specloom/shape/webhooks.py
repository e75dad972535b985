"""Requests that the service makes, as constants that read them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..link import Api, Content, Operation, is_json
from .annotation import NONE, Annotation, Annotations, Use
from .imports import FUTURE, Import, import_block
from .media import answer_type
from .text import docstring, literal
from .views import ConstantsView, ConstantView, EntryView, ModuleView

__all__ = ["webhooks"]

EVALUATED = Use(place="errors", direction="response")
"""`errors` and `webhooks` stand in the same folder."""


def webhooks(annotations: Annotations, title: str) -> ConstantsView | None:
    """The module of webhooks and callbacks, if the document has any."""
    incoming = {each.pointer: each for each in _incoming(annotations.api)}.values()
    if not incoming:
        return None
    imports = {FUTURE, Import(module="._runtime.webhooks", name="Webhook")}
    constants = tuple(_constant(annotations, each, imports) for each in incoming)
    names = sorted(each.name for each in constants)
    imports.add(Import(module="._runtime.webhooks", name="Delivery"))
    imports.add(Import(module="._runtime.webhooks", name="Verifier"))
    exported = sorted(["Delivery", "Verifier", "Webhook", *names])
    return ConstantsView(
        module=ModuleView(
            docstring=docstring(f"Requests that {title} makes, read here.", indent=0),
            imports=import_block(imports),
            names=tuple(map(literal, exported)),
        ),
        constants=constants,
    )


def _incoming(api: Api) -> Iterator[Operation]:
    """Webhooks and callbacks, of which several operations may share one."""
    yield from api.webhooks
    for operation in api.operations:
        for callback in operation.callbacks:
            yield from callback.operations


def _constant(
    annotations: Annotations, operation: Operation, imports: set[Import]
) -> ConstantView:
    content = _read(operation)
    found = _type(annotations, content)
    imports.update(found.imports)
    facts = {
        "name": literal(operation.path),
        "method": literal(operation.method),
        "media_type": literal("" if content is None else content.media_type),
        "type": found.text,
    }
    text = operation.description or operation.summary
    return ConstantView(
        name=annotations.names.webhooks[operation.pointer],
        annotation=f"Webhook[{found.text}]",
        type="Webhook",
        arguments=tuple(
            EntryView(key=key, value=value) for key, value in facts.items()
        ),
        docstring=docstring(text, indent=0) if text else "",
    )


def _read(operation: Operation) -> Content | None:
    """The content that is read: JSON where it is one of several, for it has types."""
    contents = operation.body.contents if operation.body else ()
    typed = (each for each in contents if is_json(each.media_type))
    return next(chain(typed, contents), None)


def _type(annotations: Annotations, content: Content | None) -> Annotation:
    return NONE if content is None else answer_type(annotations, content, EVALUATED)
