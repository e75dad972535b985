# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from futa_bus import AsyncFutaBus, FutaBus

from .wire import AsyncWire, Blocking, Make, Wire


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    for name in list(os.environ):
        if name.startswith("FUTA_BUS_"):
            monkeypatch.delenv(name)


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(FutaBus, transport=wire)

    new = cast("Callable[..., AsyncFutaBus]", AsyncFutaBus)

    def made(**arguments: object) -> FutaBus:
        client = new(**arguments, transport=AsyncWire(wire))
        return cast("FutaBus", Blocking(client))

    return made


@pytest.fixture
def client(make: Make) -> FutaBus:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(
        strict=True,
    )
