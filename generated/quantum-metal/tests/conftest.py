# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

import pytest
from quantum_metal import AsyncQuantumMetal, QuantumMetal

from .wire import AsyncWire, Blocking, Make, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(QuantumMetal, transport=wire)

    def made(**arguments: Any) -> QuantumMetal:
        client = AsyncQuantumMetal(**arguments, transport=AsyncWire(wire))
        return cast("QuantumMetal", Blocking(client))

    return made


@pytest.fixture
def client(make: Make) -> QuantumMetal:
    """A client with made-up credentials."""
    return make(
        key="test-key",
        secret="test-secret",
        host="host.example.invalid",
    )
