"""A part on both sides, without the members of objects that tell no difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...read import Tree
from .parts import Object, members
from .references import DATA, JOINED

__all__ = ["Shrinking"]

_MEMBERS_COUNT: Final = frozenset(
    {
        *(*JOINED, "not", "if", "discriminator", "dependencies"),
        *("dependentRequired", "dependentSchemas", "unevaluatedProperties"),
    }
)
"""What an object may say about its members, beside which all of them are kept."""
_KIND: Final = ("type", "$ref", "enum", "const", "nullable", "additionalProperties")
"""What decides whether a schema has a class, and with it those inside of it."""
_WHOLE: Final = DATA | _MEMBERS_COUNT | {"requestBody", "parameters", "callbacks"}
"""Keys under which everything is kept: the members of a body may become arguments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrinking:
    """What goes: members that are the same, unless they matter."""

    matters: Callable[[Tree], bool]
    """Whether a member that is the same leads to something that is not."""
    in_variants: bool
    """Whether to look into the variants of unions, which then can't be told apart by what
    lies deep in them."""

    def both(
        self, one: Tree, other: Tree, *, is_variant: bool = False
    ) -> tuple[Tree, Tree]:
        """Both trees of a part without what goes; a variant keeps its own members."""
        if not isinstance(one, dict) or not isinstance(other, dict):
            return one, other
        if any(one.get(key) != other.get(key) for key in _KIND):
            return one, other
        left, right = dict(one), dict(other)
        for key in one.keys() & other.keys() - _WHOLE - {"properties"}:
            left[key], right[key] = self.both(one[key], other[key])
        for key in one.keys() & other.keys() & {"anyOf", "oneOf"}:
            left[key], right[key] = self._variants(one[key], other[key])
        if "properties" in one and "properties" in other:
            counted = is_variant or (one.keys() | other.keys()) & _MEMBERS_COUNT
            self._leave_out(set() if counted else self._shared(one, other), left, right)
        return left, right

    def _variants(self, one: Tree, other: Tree) -> tuple[Tree, Tree]:
        if not isinstance(one, list) or not isinstance(other, list):
            return one, other
        if not self.in_variants or len(one) != len(other):
            return one, other
        made = [
            self.both(*pair, is_variant=True) for pair in zip(one, other, strict=True)
        ]
        return [left for left, _ in made], [right for _, right in made]

    def _leave_out(self, shared: set[str], one: Object, other: Object) -> None:
        before, after = (dict(members(each, "properties")) for each in (one, other))
        for name in before.keys() & after.keys() - shared:
            before[name], after[name] = self.both(before[name], after[name])
        for tree, inside in ((one, before), (other, after)):
            tree["properties"] = {n: v for n, v in inside.items() if n not in shared}
            if "required" in tree:
                tree["required"] = [n for n in _required(tree) if n not in shared]

    def _shared(self, one: Object, other: Object) -> set[str]:
        """Members that are the same, but for one, so that a class stays one."""
        old, new = _required(one), _required(other)
        after = dict(members(other, "properties"))
        alike = [
            name
            for name, each in members(one, "properties")
            if name in after
            and each == after[name]
            and (name in old) == (name in new)
            and not self.matters(each)
        ]
        return set(alike[1:])


def _required(tree: Object) -> list[Tree]:
    stated = tree.get("required")
    return stated if isinstance(stated, list) else []
