"""`readOnly` and `writeOnly`: what a schema is on the way out and on the way back.

OpenAPI 3.1 section 4.8.24 and JSON Schema 2020-12, validation, section 9.4: members that
are read-only are not sent, those that are write-only are not received, required or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from .api import (
    Alias,
    AnyValue,
    Api,
    Array,
    Body,
    Boolean,
    Content,
    Discriminator,
    Enumeration,
    Integer,
    NoValue,
    NullValue,
    Number,
    Object,
    Operation,
    Pointer,
    Response,
    Schema,
    Shape,
    String,
    Union,
)
from .reach import Direction, directions, held

__all__ = ["directed"]

Moves = Mapping[Pointer, Pointer]


def directed(api: Api) -> Api:
    """The API with each object as it travels; two shapes of one only where one would lie."""
    ways = directions(api)
    both = {pointer for pointer, way in ways.items() if len(way) == 2}
    moves = {pointer: f"{pointer}@request" for pointer in _split(api, both)}
    schemas: dict[Pointer, Schema] = {}
    for pointer, schema in api.schemas.items():
        way: Direction | None = next(iter(ways[pointer]), None)
        if pointer in moves:
            schemas[pointer] = _one_way(schema, "response")
            moved = replace(schema, pointer=moves[pointer], shape=_moved(schema, moves))
            schemas[moves[pointer]] = _one_way(moved, "request")
        elif way is not None and pointer not in both:
            schemas[pointer] = _one_way(schema, way)
        else:
            schemas[pointer] = schema
    if not moves:
        return replace(api, schemas=schemas)
    return replace(
        api,
        schemas=schemas,
        operations=tuple(_requesting(each, moves) for each in api.operations),
        webhooks=tuple(_answering(each, moves) for each in api.webhooks),
    )


def _split(api: Api, both: set[Pointer]) -> list[Pointer]:
    """Objects whose required members depend on the direction, and what holds them."""
    holders: dict[Pointer, list[Pointer]] = {}
    for pointer in both:
        for inside in held(api.schemas[pointer].shape):
            holders.setdefault(inside, []).append(pointer)
    waiting = [pointer for pointer in both if _two_faced(api.schemas[pointer].shape)]
    found: set[Pointer] = set()
    while waiting:
        pointer = waiting.pop()
        if pointer not in found:
            found.add(pointer)
            waiting.extend(holders.get(pointer, ()))
    return [pointer for pointer in api.schemas if pointer in found]


def _two_faced(shape: Shape) -> bool:
    return isinstance(shape, Object) and any(
        each.required and each.read_only != each.write_only for each in shape.properties
    )


def _one_way(schema: Schema, way: Direction) -> Schema:
    """A schema without the members that don't travel this way.

    Where that is all of them, each may be left out, so that a class remains.
    """
    shape = schema.shape
    if not isinstance(shape, Object):
        return schema
    kept = tuple(
        each
        for each in shape.properties
        if each.read_only == each.write_only
        or not (each.read_only if way == "request" else each.write_only)
    )
    if len(kept) == len(shape.properties):
        return schema
    if not kept:
        kept = tuple(replace(each, required=False) for each in shape.properties)
    return replace(schema, shape=replace(shape, properties=kept))


def _moved(schema: Schema, moves: Moves) -> Shape:
    """A shape that holds the requests' variants."""
    shape = schema.shape
    match shape:
        case Alias():
            return replace(shape, target=_to(shape.target, moves))
        case Array():
            prefix = tuple(_to(each, moves) for each in shape.prefix)
            return replace(shape, items=_to(shape.items, moves), prefix=prefix)
        case Object():
            properties = tuple(
                replace(each, schema=_to(each.schema, moves))
                for each in shape.properties
            )
            more = shape.additional
            additional = None if more is None else _to(more, moves)
            return replace(shape, properties=properties, additional=additional)
        case Union():
            told = shape.discriminator
            return replace(
                shape,
                members=tuple(_to(each, moves) for each in shape.members),
                discriminator=None if told is None else _told(told, moves),
            )
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
            return shape
        case _:
            assert_never(shape)


def _told(told: Discriminator, moves: Moves) -> Discriminator:
    return replace(
        told,
        mapping=tuple((key, _to(target, moves)) for key, target in told.mapping),
        fallback=None if told.fallback is None else _to(told.fallback, moves),
    )


def _to(pointer: Pointer, moves: Moves) -> Pointer:
    return moves.get(pointer, pointer)


def _requesting(operation: Operation, moves: Moves) -> Operation:
    parameters = tuple(
        replace(each, schema=_to(each.schema, moves)) for each in operation.parameters
    )
    callbacks = tuple(
        replace(
            callback,
            operations=tuple(_answering(each, moves) for each in callback.operations),
        )
        for callback in operation.callbacks
    )
    body: Body | None = operation.body
    if body is not None:
        body = replace(body, contents=_contents(body.contents, moves))
    return replace(operation, parameters=parameters, body=body, callbacks=callbacks)


def _answering(operation: Operation, moves: Moves) -> Operation:
    responses: tuple[Response, ...] = tuple(
        replace(each, contents=_contents(each.contents, moves))
        for each in operation.responses
    )
    return replace(operation, responses=responses)


def _contents(contents: tuple[Content, ...], moves: Moves) -> tuple[Content, ...]:
    return tuple(
        replace(
            each,
            schema=None if each.schema is None else _to(each.schema, moves),
            item_schema=(
                None if each.item_schema is None else _to(each.item_schema, moves)
            ),
        )
        for each in contents
    )
