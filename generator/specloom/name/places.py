"""Where schemas are first met, and what that place is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..link import Api, Content, Header, Operation, Parameter, Pointer, Response
from .identifiers import pascal
from .names import OperationName, ResourceName
from .words import split

__all__ = ["Place", "component", "places", "tokens"]

SECTIONS: Final = {
    "parameters": "",
    "headers": "Header",
    "requestBodies": "Request",
    "responses": "Response",
    "pathItems": "",
    "callbacks": "",
}
"""Sections of `components` that hold inline schemas, and what these are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A schema's pointer and names for it: the first, and longer ones."""

    pointer: Pointer
    wishes: tuple[str, ...]


def tokens(pointer: Pointer) -> list[str]:
    """The reference tokens of a pointer's fragment (RFC 6901 section 4)."""
    parts = pointer.partition("#")[2].split("/")[1:]
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def component(pointer: Pointer) -> str | None:
    """The key of a component schema: `Pet` of `#/components/schemas/Pet`."""
    match tokens(pointer):
        case ["components", "schemas", key] | ["definitions" | "$defs", key]:
            return key
        case [key] if not pointer.startswith("#"):
            return key
        case [] if not pointer.startswith("#"):
            return pointer.partition("#")[0].rpartition("/")[2].partition(".")[0]
        case _:
            return None


def places(
    api: Api,
    resources: Mapping[str, ResourceName],
    operations: Mapping[Pointer, OperationName],
) -> Iterator[Place]:
    """Where operations and webhooks state schemas, in the document's order."""
    for operation in api.operations:
        name = operations[operation.pointer]
        stem = resources[name.resource].type + pascal(name.method)
        yield from _operation(operation, stem)
    for webhook in api.webhooks:
        yield from _operation(webhook, _unnamed(webhook))


def _unnamed(operation: Operation) -> str:
    text = operation.operation_id or f"{operation.method.lower()} {operation.path}"
    return pascal(text) or "Webhook"


def _operation(operation: Operation, stem: str) -> Iterator[Place]:
    """Those of an operation, and of the requests that the service makes back."""
    todo = [(operation, stem)]
    while todo:
        one, stem = todo.pop()
        for parameter in one.parameters:
            yield _parameter(parameter, one, stem)
        if one.body:
            yield from _contents(one.body.contents, _stem(one, stem), ("Request",))
        for response in one.responses:
            yield from _response(response, _stem(one, stem))
        for callback in one.callbacks:
            inner = stem + pascal(callback.name)
            todo += [(each, inner) for each in reversed(callback.operations)]


def _stem(operation: Operation, stem: str) -> tuple[str, str]:
    return operation.pointer, stem


def _parameter(parameter: Parameter, operation: Operation, stem: str) -> Place:
    first = _base(parameter.pointer, (operation.pointer, stem))
    said = pascal(parameter.name) or "Parameter"
    name = first if _shared(parameter.pointer) else first + said
    located = name + parameter.location.capitalize()
    return Place(pointer=parameter.schema, wishes=(name, located))


def _response(response: Response, own: tuple[str, str]) -> Iterator[Place]:
    suffix = f"Response{pascal(split(response.status)) or ''}"
    if response.status == "default":
        suffix = "DefaultResponse"
    elif response.status.isdigit():
        suffix = f"Response{response.status}"
    success = response.status.startswith("2")
    suffixes = ("Response", suffix) if success else (suffix,)
    if _shared(response.pointer):
        suffixes = ("Response",)
    yield from _contents(response.contents, own, suffixes)
    for header in response.headers:
        yield _header(header, own)


def _header(header: Header, own: tuple[str, str]) -> Place:
    base = _base(header.pointer, own)
    said = "" if _shared(header.pointer) == "headers" else pascal(header.name)
    return Place(pointer=header.schema, wishes=(f"{base}{said}Header",))


def _contents(
    contents: tuple[Content, ...], own: tuple[str, str], suffixes: tuple[str, ...]
) -> Iterator[Place]:
    for content in contents:
        base = _base(content.pointer, own)
        media = pascal(content.media_type.partition(";")[0].partition("/")[2])
        names = tuple(_ended(base, suffix) for suffix in suffixes)
        if content.schema is not None:
            yield Place(pointer=content.schema, wishes=(*names, names[-1] + media))
        if content.item_schema is not None:
            wishes = (f"{names[0]}Item", f"{names[-1]}{media}Item")
            yield Place(pointer=content.item_schema, wishes=wishes)


def _ended(base: str, suffix: str) -> str:
    return base if base.endswith(suffix) and len(base) > len(suffix) else base + suffix


def _base(pointer: Pointer, own: tuple[str, str]) -> str:
    """An operation's stem for what it holds itself, else the key of what is shared.

    What all operations of a path share is called by the path.
    """
    place, stem = own
    if pointer.startswith(place + "/"):
        return stem
    match tokens(pointer):
        case ["components", section, key, *_] if section in SECTIONS:
            return pascal(key) or stem
        case ["paths" | "webhooks", path, "parameters", *_]:
            return pascal(path) or stem
        case _:
            return stem


def _shared(pointer: Pointer) -> str:
    """The section of `components` that an element stands in, if any."""
    match tokens(pointer):
        case ["components", section, _, *_]:
            return section
        case _:
            return ""
