# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from quantum_metal import AsyncQuantumMetal, QuantumMetal

from .wire import AsyncWire, Blocking, Make, Wire


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    for name in list(os.environ):
        if name.startswith("QUANTUM_METAL_"):
            monkeypatch.delenv(name)


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(QuantumMetal, transport=wire)

    new = cast("Callable[..., AsyncQuantumMetal]", AsyncQuantumMetal)

    def made(**arguments: object) -> QuantumMetal:
        client = new(**arguments, transport=AsyncWire(wire))
        return cast("QuantumMetal", Blocking(client))

    return made


@pytest.fixture
def client(make: Make) -> QuantumMetal:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(
        key="test-key",
        secret="test-secret",
        host="host.example.invalid",
        strict=True,
    )
