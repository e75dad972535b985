"""Which members of an object stand together."""

from __future__ import annotations

from ..link import Object

__all__ = ["excluded", "groups", "needed"]


def groups(shape: Object) -> tuple[tuple[str, ...], ...]:
    """Members that must be there together; as a last resort, all that are named."""
    first = tuple(name for each in shape.alternatives for name in each.groups[0])
    every = (name for each in shape.alternatives for g in each.groups for name in g)
    return (first, tuple(every))


def needed(shape: Object, group: tuple[str, ...]) -> frozenset[str]:
    """The required members, a group, and what they need (`dependentRequired`)."""
    found = {each.name for each in shape.properties if each.required}.union(group)
    dependent = shape.dependent_required or {}
    waiting = list(found)
    while waiting:
        more = set(dependent.get(waiting.pop(), ())) - found
        found |= more
        waiting += more
    return frozenset(found)


def excluded(shape: Object, group: tuple[str, ...]) -> frozenset[str]:
    """Members that must not be there beside a group (`oneOf` of required members)."""
    return frozenset(
        name
        for each in shape.alternatives
        if each.exclusive
        for other in each.groups
        for name in other
        if name not in group
    )
