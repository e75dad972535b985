# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from typing import cast

import pytest

from quantum_metal import AsyncQuantumMetal, QuantumMetal

from .wire import AsyncWire, Blocking, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest, wire: Wire) -> QuantumMetal:
    """A client of either kind, with made-up credentials: each test runs with both."""
    if request.param == "sync":
        return QuantumMetal(
            key="test-key",
            secret="test-secret",
            host="host.example.invalid",
            transport=wire,
        )
    return cast(
        "QuantumMetal",
        Blocking(
            AsyncQuantumMetal(
                key="test-key",
                secret="test-secret",
                host="host.example.invalid",
                transport=AsyncWire(wire),
            )
        ),
    )
