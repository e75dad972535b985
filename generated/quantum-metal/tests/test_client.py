# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

from quantum_metal import errors
from quantum_metal._runtime.clients import TestClient as TestClient
from quantum_metal._runtime.statements import Client, Reads

from . import test_customers

CLIENT = Client(
    calls=test_customers.REGISTER,
    settings=["host"],
    secured=test_customers.REGISTER,
    traces=["test-key", "test-secret"],
    reads=[
        Reads(
            test_customers.REGISTER,
            {"QUANTUM_METAL_KEY": "test-key", "QUANTUM_METAL_SECRET": "test-secret"},
        )
    ],
    unsafe=test_customers.REGISTER,
    answered=test_customers.REGISTER,
    families=[
        (errors.CustomerNotFoundError, errors.EnvelopeError),
        (errors.RegistrationNotCompleteError, errors.EnvelopeError),
        (errors.BindNotAllowedError, errors.EnvelopeError),
    ],
)
