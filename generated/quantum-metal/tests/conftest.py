# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The client under test, and what it is made with."""

from __future__ import annotations

import pytest
from quantum_metal import AsyncQuantumMetal, QuantumMetal
from quantum_metal._runtime.fixtures import *  # noqa: F403
from quantum_metal._runtime.fixtures import Subject

from . import test_models as test_models


@pytest.fixture
def subject() -> Subject[QuantumMetal]:
    """The client, where it calls by itself, and made-up credentials."""
    return Subject(
        QuantumMetal,
        AsyncQuantumMetal,
        root="https://host.example.invalid",
        credentials={
            "key": "test-key",
            "secret": "test-secret",
        },
        settings={
            "host": "host.example.invalid",
        },
    )
