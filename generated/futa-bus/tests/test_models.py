# Generated from specs/futa-bus.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

from futa_bus._runtime.promises import TestModels as TestModels
