"""Lists that come in pages: what their items are, and where pages say what is next."""

from __future__ import annotations

from dataclasses import dataclass

from ..link import Array, Object, Operation, Pagination, Pointer, Response, resolve
from .annotation import Annotation, Annotations, Use
from .errors import is_success
from .media import answers
from .text import literal, literals

__all__ = ["Paged", "facts", "paged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """A list: the names that lead to it in Python, and the schema of its items."""

    rule: Pagination
    path: tuple[str, ...]
    item: Pointer

    def annotation(self, annotations: Annotations, use: Use) -> Annotation:
        """The type of an item."""
        return annotations.annotation(self.item, use)


def paged(annotations: Annotations, operation: Operation) -> Paged | None:
    """How the pages of an operation are gone through, if its answer is as it says."""
    rule = operation.pagination
    body = None if rule is None else _body(annotations, operation)
    if rule is None or body is None:
        return None
    path: list[str] = []
    pointer = body
    for name in filter(None, rule.items.split(".")):
        owner = resolve(annotations.api, pointer)
        if not isinstance(owner.shape, Object):
            return None
        found = next((p for p in owner.shape.properties if p.name == name), None)
        if found is None:
            return None
        path.append(annotations.names.fields[owner.pointer][name])
        pointer = found.schema
    shape = resolve(annotations.api, pointer).shape
    if not isinstance(shape, Array):
        return None
    return Paged(rule=rule, path=tuple(path), item=shape.items)


def _body(annotations: Annotations, operation: Operation) -> Pointer | None:
    """The schema of what a call returns."""
    for response in operation.responses:
        if is_success(response.status):
            for content in answers(annotations, response):
                if content.schema is not None:
                    return _inside(annotations, response, content.schema)
    return None


def _inside(
    annotations: Annotations, response: Response, pointer: Pointer
) -> Pointer | None:
    """The data of an envelope: that is what a call returns."""
    envelope = response.envelope
    found: Pointer | None = pointer
    for name in envelope.data.split(".") if envelope and envelope.data else ():
        shape = None if found is None else resolve(annotations.api, found).shape
        members = shape.properties if isinstance(shape, Object) else ()
        found = next((p.schema for p in members if p.name == name), None)
    return found


def facts(annotations: Annotations, found: Paged) -> dict[str, str]:
    """The arguments of the constant; what is not stated is left out."""
    rule = found.rule
    item = resolve(annotations.api, found.item)
    fields = annotations.names.fields.get(item.pointer, {})
    first = "" if rule.style not in ("page", "offset") else literal(rule.first)
    stated = {
        "style": literal(rule.style),
        "items": literals(found.path) if found.path else "",
        "parameter": literal(rule.parameter) if rule.parameter else "",
        "next": literals(rule.next.split(".")) if rule.next else "",
        "cursor": literal(fields.get(rule.cursor, rule.cursor)) if rule.cursor else "",
        "more": literals(rule.more.split(".")) if rule.more else "",
        "first": first,
    }
    return {key: value for key, value in stated.items() if value}
