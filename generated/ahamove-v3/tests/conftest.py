# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from typing import cast

import pytest

from ahamove_v3 import AsyncAhamoveV3, AhamoveV3

from .wire import AsyncWire, Blocking, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest, wire: Wire) -> AhamoveV3:
    """A client of either kind, with made-up credentials: each test runs with both."""
    if request.param == "sync":
        return AhamoveV3(
            token="test-token",
            transport=wire,
        )
    return cast(
        "AhamoveV3",
        Blocking(
            AsyncAhamoveV3(
                token="test-token",
                transport=AsyncWire(wire),
            )
        ),
    )
