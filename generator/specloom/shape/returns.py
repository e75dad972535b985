"""What calls return."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..link import Content, Object, Operation, Pointer, Response, resolve
from .annotation import NONE, Annotation, Annotations, Use, either, plain
from .errors import is_success
from .media import answer_type, answers

__all__ = ["answer", "returns", "successes"]


def returns(annotations: Annotations, operation: Operation, use: Use) -> Annotation:
    """What a call returns: any of its successes."""
    found: list[Annotation] = []
    for response in successes(operation):
        contents = answers(annotations, response)
        found += [answer(annotations, response, each, use) for each in contents]
        if not response.contents:
            found.append(NONE)
    return either(found) if found else NONE


def successes(operation: Operation) -> Iterator[Response]:
    """The responses that mean success; `default` if no other one does."""
    stated = [each for each in operation.responses if is_success(each.status)]
    real = [each for each in stated if not each.status.startswith(("1", "3"))]
    default = [each for each in operation.responses if each.status == "default"]
    return iter(stated if real else [*stated, *default])


def answer(
    annotations: Annotations, response: Response, content: Content, use: Use
) -> Annotation:
    """The type of a success; inside an envelope, of its data, which is then there."""
    if response.envelope is None or not response.envelope.data or not content.schema:
        return answer_type(annotations, content, use)
    pointer: Pointer | None = content.schema
    for name in response.envelope.data.split("."):
        shape = resolve(annotations.api, pointer).shape if pointer else None
        properties = shape.properties if isinstance(shape, Object) else ()
        pointer = next((p.schema for p in properties if p.name == name), None)
    if pointer is None:
        return plain("JsonValue", use.runtime("JsonValue"))
    found = annotations.annotation(pointer, use)
    present = tuple(member for member in found.members if member != "None")
    return replace(found, members=present or found.members)
