# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from ahamove_v3 import AsyncAhamoveV3, AhamoveV3

from .wire import AsyncWire, Blocking, Make, Wire


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    for name in list(os.environ):
        if name.startswith("AHAMOVE_V3_"):
            monkeypatch.delenv(name)


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(AhamoveV3, transport=wire)

    new = cast("Callable[..., AsyncAhamoveV3]", AsyncAhamoveV3)

    def made(**arguments: object) -> AhamoveV3:
        client = new(**arguments, transport=AsyncWire(wire))
        return cast("AhamoveV3", Blocking(client))

    return made


@pytest.fixture
def client(make: Make) -> AhamoveV3:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(
        token="test-token",
        strict=True,
    )
