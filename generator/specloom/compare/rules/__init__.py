"""The catalogue of changes: three families, one entry a kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import answers, objects, policy, py, requests, types
from .entry import Rule

__all__ = ["RULES", "Rule"]

_FAMILIES = (requests, answers, types, objects, py, policy)

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for family in _FAMILIES for rule in family.RULES}
)
"""Every rule by its id, families in their order."""
