"""The catalogue of changes: three families, one entry a kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import policy, py, wire
from .entry import Rule

__all__ = ["RULES", "Rule"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for family in (wire, py, policy) for rule in family.RULES}
)
"""Every rule by its id, families in their order."""
