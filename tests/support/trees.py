"""Trees of JSON, taken apart."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

__all__ = ["Json", "items", "members"]

Json: TypeAlias = Any
"""A tree, or a part of one, whose form the test knows."""


def members(node: object) -> dict[str, Json]:
    """The members of an object; none of anything else."""
    return cast("dict[str, Json]", node) if isinstance(node, dict) else {}


def items(node: object) -> list[Json]:
    """The items of an array; none of anything else."""
    return [*cast("list[object]", node)] if isinstance(node, list) else []
