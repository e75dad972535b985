# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What the generator wrote about this client; it runs without a network."""

from __future__ import annotations

from typing import TypeAlias

from quantum_metal import QuantumMetal, errors, models
from quantum_metal._runtime import statements
from quantum_metal._runtime.statements import Raises

Operation: TypeAlias = statements.Operation[QuantumMetal]
Sends: TypeAlias = statements.Sends[QuantumMetal]
Escapes: TypeAlias = statements.Escapes[QuantumMetal]
Keeps: TypeAlias = statements.Keeps[QuantumMetal]

FAILURES = (
    Raises(
        200,
        {"code": 1, "message": "refused"},
        errors.EnvelopeError,
        code=1,
        message="refused",
    ),
    Raises(429, None, errors.TooManyRequestsError),
    Raises(
        500,
        {"code": 1, "message": "refused"},
        errors.UnexpectedStatusError,
        kind=models.Envelope,
        code=1,
        message="refused",
    ),
)
"""How most operations fail."""
