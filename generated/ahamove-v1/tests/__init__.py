# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

from __future__ import annotations

from typing import TypeAlias

from ahamove_v1 import AhamoveV1
from ahamove_v1._runtime import statements

Operation: TypeAlias = statements.Operation[AhamoveV1]
Sends: TypeAlias = statements.Sends[AhamoveV1]
Escapes: TypeAlias = statements.Escapes[AhamoveV1]
Keeps: TypeAlias = statements.Keeps[AhamoveV1]
