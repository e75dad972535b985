# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from futa_bus import AsyncFutaBus, FutaBus
from futa_bus._runtime.network import AsyncWire, Bound, Wire
from futa_bus._runtime.promises import cleared
from futa_bus._runtime.promises import pytest_generate_tests as pytest_generate_tests

from . import tables as tables
from .stated import Make


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    cleared(monkeypatch, "FUTA_BUS_")


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture
def root() -> str:
    """Where calls go, unless an operation says where."""
    return "https://api2.futabus.vn"


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(FutaBus, transport=wire)

    new = cast("Callable[..., object]", AsyncFutaBus)

    def made(**arguments: object) -> FutaBus:
        client = new(**arguments, transport=AsyncWire(wire))
        return cast("FutaBus", Bound(client))

    return made


@pytest.fixture
def client(make: Make) -> FutaBus:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(
        strict=True,
    )
