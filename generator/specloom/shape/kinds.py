"""Whether JSON alone tells the members of a union apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..link import (
    Alias,
    Api,
    Array,
    Boolean,
    Enumeration,
    Integer,
    Number,
    Object,
    Pointer,
    Schema,
    String,
    Union,
)

__all__ = ["clash"]

CONVERTED = frozenset(
    [
        "date-time",
        "date",
        "duration",
        "uuid",
        "byte",
        "binary",
        "base64",
        "decimal",
    ]
)


def clash(api: Api, members: Iterable[Pointer]) -> bool:
    """Whether two members of a union have one JSON type, so that the runtime must choose.

    Text and enumerations of texts are one type; so are whole and other numbers.
    """
    kinds = [kind for kind, _ in _kinds(api, members)]
    counts = Counter(kind for kind in kinds if kind not in ("text", "number"))
    if any(count > 1 for count in counts.values()):
        return True
    return (counts["converted text"] > 0 and "text" in kinds) or (
        counts["time"] > 0 and "number" in kinds
    )


def _kinds(api: Api, members: Iterable[Pointer]) -> Iterator[tuple[str, Pointer]]:
    seen: set[Pointer] = set()
    waiting = list(members)
    while waiting:
        pointer = waiting.pop()
        if pointer in seen:
            continue
        seen.add(pointer)
        schema = api.schemas[pointer]
        match schema.shape:
            case Union():
                waiting.extend(schema.shape.members)
            case Alias():
                waiting.append(schema.shape.target)
            case _:
                yield _kind(schema), pointer


def _kind(schema: Schema) -> str:
    match schema.shape:
        case Integer() | Number() if schema.unix_time is not None:
            return "time"
        case Integer() | Number():
            return "number"
        case String():
            told = schema.shape.format in CONVERTED or schema.shape.content_encoding
            return "converted text" if told else "text"
        case Enumeration():
            texts = all(isinstance(value, str) for value in schema.shape.values)
            return "text" if texts else "number"
        case Boolean():
            return "boolean"
        case Array():
            return "array"
        case Object():
            return "object"
        case _:
            return "other"
