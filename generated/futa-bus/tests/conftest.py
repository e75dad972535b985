# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

import pytest
from futa_bus import AsyncFutaBus, FutaBus

from .wire import AsyncWire, Blocking, Make, Wire


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(FutaBus, transport=wire)

    def made(**arguments: Any) -> FutaBus:
        client = AsyncFutaBus(**arguments, transport=AsyncWire(wire))
        return cast("FutaBus", Blocking(client))

    return made


@pytest.fixture
def client(make: Make) -> FutaBus:
    """A client with made-up credentials."""
    return make()
