# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

from ahamove_v3._runtime.promises import TestModels as TestModels
