"""What callers are warned of: what a call uses that is going away."""

from __future__ import annotations

from collections.abc import Iterator

from ...link import Array, JsonValue, Object, Operation, Pointer
from ...oracle import Call, Reading
from ..annotation import Annotations

__all__ = ["going"]


def going(annotations: Annotations, operation: Operation, call: Call) -> list[str]:
    """The operation, its parameters and the members of its body, each said once."""
    reading, names = Reading(annotations.api), annotations.names
    found: list[str] = []
    if operation.deprecated:
        called = names.operations[operation.pointer]
        attribute = names.resources[called.resource].attribute
        found.append(f"`{attribute}.{called.method}`")
    arguments = names.operations[operation.pointer].arguments
    found += [
        f"`{arguments[each.pointer]}`"
        for each in operation.parameters
        if each.deprecated and each.pointer in call.parameters
    ]
    if call.content is not None and call.content.schema and call.body is not None:
        members = _members(reading, call.content.schema, call.body.value)
        for owner, name in members:
            if owner in names.types:
                found.append(f"`{names.fields[owner][name]}` of `{names.types[owner]}`")
    return list(dict.fromkeys(found))


def _members(
    reading: Reading, pointer: Pointer, value: JsonValue
) -> Iterator[tuple[Pointer, str]]:
    """Each member that is given and deprecated, by the schema that has it."""
    schema = reading.chosen(pointer, value)
    match schema.shape, value:
        case Object() as shape, dict():
            for each in shape.properties:
                if each.name in value:
                    if each.deprecated:
                        yield schema.pointer, each.name
                    yield from _members(reading, each.schema, value[each.name])
            if shape.additional is not None:
                stated = {each.name for each in shape.properties}
                for name in [each for each in value if each not in stated]:
                    yield from _members(reading, shape.additional, value[name])
        case Array(prefix=()) as shape, list():
            for item in value:
                yield from _members(reading, shape.items, item)
        case _:
            pass
