"""Whether two schemas mean the same, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

from .api import Alias, Api, Array, Object, Pointer, Schema, Union
from .reach import resolve

__all__ = ["alike"]


def alike(api: Api, left: Pointer, right: Pointer) -> bool:
    """Whether two schemas allow the same values, as far as Python can tell."""
    seen: set[tuple[Pointer, Pointer]] = set()
    waiting = [(left, right)]
    while waiting:
        pair = waiting.pop()
        one, two = (resolve(api, pointer) for pointer in pair)
        if one.pointer == two.pointer or pair in seen:
            continue
        seen.add(pair)
        inside = _compared(one, two)
        if inside is None:
            return False
        waiting.extend(inside)
    return True


def _compared(one: Schema, two: Schema) -> Iterable[tuple[Pointer, Pointer]] | None:
    """What must be alike inside; `None` if the schemas themselves are not."""
    if (one.nullable, one.unix_time) != (two.nullable, two.unix_time):
        return None
    match one.shape, two.shape:
        case Array() as left, Array() as right if len(left.prefix) == len(right.prefix):
            prefixes = zip(left.prefix, right.prefix, strict=True)
            return ((left.items, right.items), *prefixes)
        case Object() as left, Object() as right:
            return _members(left, right)
        case Union() as left, Union() as right if len(left.members) == len(
            right.members
        ):
            return tuple(zip(left.members, right.members, strict=True))
        case (Array() | Object() | Union() | Alias(), _):
            return None
        case left, right:
            return () if left == right else None


def _members(left: Object, right: Object) -> Iterable[tuple[Pointer, Pointer]] | None:
    if [(p.name, p.required) for p in left.properties] != [
        (p.name, p.required) for p in right.properties
    ]:
        return None
    if left.openness != right.openness:
        return None
    pairs = zip(left.properties, right.properties, strict=True)
    found = [(one.schema, two.schema) for one, two in pairs]
    if left.additional is not None and right.additional is not None:
        found.append((left.additional, right.additional))
    return found
