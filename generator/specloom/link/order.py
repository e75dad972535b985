"""The order of schemas: the document's, inline ones before what holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .api import Api, Pointer
from .reach import held, received, sent

__all__ = ["is_component", "ordered"]

COMPONENT = re.compile(r"[^#]*#/components/schemas/[^/]+")


def is_component(pointer: Pointer) -> bool:
    """Whether a schema stands under `components/schemas`, its variants included."""
    return COMPONENT.fullmatch(pointer) is not None


def ordered(api: Api) -> Api:
    """The API with its schemas in reading order."""
    found: dict[Pointer, None] = {}
    for root in _roots(api):
        _visit(api, root, found)
    return replace(api, schemas={pointer: api.schemas[pointer] for pointer in found})


def _roots(api: Api) -> Iterator[Pointer]:
    yield from (pointer for pointer in api.schemas if is_component(pointer))
    for operation in (*api.operations, *api.webhooks):
        yield from sent(operation)
        yield from received(operation)
        for callback in operation.callbacks:
            for inner in callback.operations:
                yield from sent(inner)
                yield from received(inner)
    yield from api.schemas


def _visit(api: Api, root: Pointer, found: dict[Pointer, None]) -> None:
    """Add a schema after the inline ones that it holds."""
    seen: set[Pointer] = set()
    stack = [(root, False)]
    while stack:
        pointer, complete = stack.pop()
        if complete:
            found.setdefault(pointer)
        elif pointer not in seen and pointer not in found:
            seen.add(pointer)
            stack.append((pointer, True))
            inline = (
                p for p in held(api.schemas[pointer].shape) if not is_component(p)
            )
            stack.extend((each, False) for each in reversed(list(inline)))
