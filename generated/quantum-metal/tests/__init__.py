# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

from __future__ import annotations

from typing import TypeAlias

from quantum_metal import QuantumMetal
from quantum_metal._runtime import statements

Operation: TypeAlias = statements.Operation[QuantumMetal]
Sends: TypeAlias = statements.Sends[QuantumMetal]
Escapes: TypeAlias = statements.Escapes[QuantumMetal]
Keeps: TypeAlias = statements.Keeps[QuantumMetal]
