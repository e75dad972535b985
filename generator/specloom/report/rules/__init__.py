"""The catalogue of rules: one module per family, one entry per kind of finding."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import extensions, meaning, naming, reading, shaping, soundness, writing
from .entry import Rule

__all__ = ["RULES", "Rule", "rule"]

_FAMILIES = (
    reading.RULES,
    soundness.RULES,
    meaning.RULES,
    naming.RULES,
    shaping.RULES,
    writing.RULES,
    extensions.RULES,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {entry.code: entry for family in _FAMILIES for entry in family}
)
"""Every rule by its code, in the order of the codes."""

_BY_SLUG = {entry.slug: entry for entry in RULES.values()}


def rule(name: str) -> Rule:
    """The rule with this code (`SP204`) or slug (`dangling-reference`), in any case.

    Raises:
        KeyError: No rule is called that.
    """
    found = RULES.get(name.upper()) or _BY_SLUG.get(name.lower())
    if found is None:
        raise KeyError(name)
    return found
