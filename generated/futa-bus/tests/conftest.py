# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from typing import cast

import pytest

from futa_bus import AsyncFutaBus, FutaBus

from .wire import AsyncWire, Blocking, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest, wire: Wire) -> FutaBus:
    """A client of either kind, with made-up credentials: each test runs with both."""
    if request.param == "sync":
        return FutaBus(
            transport=wire,
        )
    return cast(
        "FutaBus",
        Blocking(
            AsyncFutaBus(
                transport=AsyncWire(wire),
            )
        ),
    )
