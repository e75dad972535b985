"""A schema for what was seen: types and members, nothing that one answer cannot tell."""

from __future__ import annotations

from functools import reduce

from ..link import JsonValue

__all__ = ["inferred"]


def inferred(value: JsonValue) -> dict[str, JsonValue]:
    """The schema of a value; no member is required, and `null` allows anything.

    JSON Schema 2020-12, validation, section 6.1.1; the same in OpenAPI 3.0 and 2.0.
    """
    match value:
        case bool():
            return {"type": "boolean"}
        case int():
            return {"type": "integer"}
        case float():
            return {"type": "number"}
        case str():
            return {"type": "string"}
        case list():
            items = reduce(_both, map(inferred, value)) if value else {}
            return {"type": "array", "items": items}
        case dict():
            members: dict[str, JsonValue] = {
                name: inferred(member) for name, member in value.items()
            }
            return {"type": "object", "properties": members}
        case _:
            return {}


def _both(
    one: dict[str, JsonValue], other: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    """What allows the values of two schemas."""
    kinds = {str(one.get("type")), str(other.get("type"))}
    if kinds == {"integer", "number"}:
        return {"type": "number"}
    if len(kinds) > 1 or "type" not in one:
        return {}
    match one, other:
        case {"properties": dict() as mine}, {"properties": dict() as theirs}:
            members: dict[str, JsonValue] = {**mine}
            for name, schema in theirs.items():
                known = members.get(name)
                if isinstance(known, dict) and isinstance(schema, dict):
                    members[name] = _both(known, schema)
                else:
                    members[name] = schema
            return {"type": "object", "properties": members}
        case {"items": dict() as mine}, {"items": dict() as theirs}:
            return {"type": "array", "items": _both(mine, theirs)}
        case _:
            return one
