# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

from __future__ import annotations

from typing import TypeAlias

from ahamove_v3 import AhamoveV3
from ahamove_v3._runtime import statements

Operation: TypeAlias = statements.Operation[AhamoveV3]
Sends: TypeAlias = statements.Sends[AhamoveV3]
Escapes: TypeAlias = statements.Escapes[AhamoveV3]
Keeps: TypeAlias = statements.Keeps[AhamoveV3]
