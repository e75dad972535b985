# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from typing import cast

import pytest

from ahamove_v1 import AsyncAhamoveV1, AhamoveV1

from .wire import AsyncWire, Blocking, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def client(request: pytest.FixtureRequest, wire: Wire) -> AhamoveV1:
    """A client of either kind, with made-up credentials: each test runs with both."""
    if request.param == "sync":
        return AhamoveV1(
            api_key="test-api-key",
            transport=wire,
        )
    return cast(
        "AhamoveV1",
        Blocking(
            AsyncAhamoveV1(
                api_key="test-api-key",
                transport=AsyncWire(wire),
            )
        ),
    )
