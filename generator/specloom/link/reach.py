"""Which schemas hold which, and in which direction they travel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, assert_never

from .api import (
    Alias,
    AnyValue,
    Api,
    Array,
    Boolean,
    Content,
    Enumeration,
    Integer,
    NoValue,
    NullValue,
    Number,
    Object,
    Operation,
    Pointer,
    Schema,
    Shape,
    String,
    Union,
)

__all__ = ["Direction", "directions", "held", "reached", "received", "resolve", "sent"]

Direction: TypeAlias = Literal["request", "response"]


def held(shape: Shape) -> tuple[Pointer, ...]:
    """The schemas that stand directly in a shape, in its order."""
    match shape:
        case Alias():
            return (shape.target,)
        case Array():
            return (*shape.prefix, shape.items)
        case Object():
            members = tuple(each.schema for each in shape.properties)
            return members if shape.additional is None else (*members, shape.additional)
        case Union():
            told = shape.discriminator
            if told is None:
                return shape.members
            last = () if told.fallback is None else (told.fallback,)
            mapped = (target for _, target in told.mapping)
            return tuple(dict.fromkeys((*shape.members, *mapped, *last)))
        case (
            AnyValue()
            | NoValue()
            | NullValue()
            | Boolean()
            | Integer()
            | Number()
            | String()
            | Enumeration()
        ):
            return ()
        case _:
            assert_never(shape)


def resolve(api: Api, pointer: Pointer) -> Schema:
    """The schema that a pointer means, aliases followed; a cycle ends where it closes."""
    seen: set[Pointer] = set()
    schema = api.schemas[pointer]
    while isinstance(schema.shape, Alias) and schema.pointer not in seen:
        seen.add(schema.pointer)
        schema = api.schemas[schema.shape.target]
    return schema


def reached(api: Api, roots: Iterable[Pointer]) -> frozenset[Pointer]:
    """The schemas that the roots hold at any depth, themselves included."""
    found: set[Pointer] = set()
    waiting = list(roots)
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found.add(pointer)
            waiting.extend(held(api.schemas[pointer].shape))
    return frozenset(found)


def sent(operation: Operation) -> Iterator[Pointer]:
    """The schemas of what a request carries."""
    for parameter in operation.parameters:
        yield parameter.schema
    if operation.body is not None:
        yield from _contents(operation.body.contents)


def received(operation: Operation) -> Iterator[Pointer]:
    """The schemas of what responses carry."""
    for response in operation.responses:
        yield from _contents(response.contents)
        for header in response.headers:
            yield header.schema


def _contents(contents: Iterable[Content]) -> Iterator[Pointer]:
    for content in contents:
        if content.schema is not None:
            yield content.schema
        if content.item_schema is not None:
            yield content.item_schema
        for encoding in content.encoding:
            for header in encoding.headers:
                yield header.schema


def directions(api: Api) -> Mapping[Pointer, frozenset[Direction]]:
    """Which way each schema travels, as the caller sees it.

    What a webhook or a callback carries is received, and its answer is sent.
    """
    inner = [
        each
        for operation in api.operations
        for callback in operation.callbacks
        for each in callback.operations
    ]
    inner += api.webhooks
    out = [p for each in api.operations for p in sent(each)]
    out += [p for each in inner for p in received(each)]
    back = [p for each in api.operations for p in received(each)]
    back += [p for each in inner for p in sent(each)]
    requests, answers = reached(api, out), reached(api, back)
    return {
        pointer: frozenset(_ways(pointer in requests, pointer in answers))
        for pointer in api.schemas
    }


def _ways(request: bool, response: bool) -> Iterator[Direction]:
    if request:
        yield "request"
    if response:
        yield "response"
