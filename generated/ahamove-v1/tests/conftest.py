# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The client under test, and the network that it sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from ahamove_v1 import AsyncAhamoveV1, AhamoveV1
from ahamove_v1._runtime.network import AsyncWire, Bound, Wire
from ahamove_v1._runtime.promises import cleared
from ahamove_v1._runtime.promises import pytest_generate_tests as pytest_generate_tests

from . import tables as tables
from .stated import Make


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    cleared(monkeypatch, "AHAMOVE_V1_")


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture
def root() -> str:
    """Where calls go, unless an operation says where."""
    return "https://apistg.ahamove.com"


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, wire: Wire) -> Make:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(AhamoveV1, transport=wire)

    new = cast("Callable[..., object]", AsyncAhamoveV1)

    def made(**arguments: object) -> AhamoveV1:
        client = new(**arguments, transport=AsyncWire(wire))
        return cast("AhamoveV1", Bound(client))

    return made


@pytest.fixture
def client(make: Make) -> AhamoveV1:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(
        api_key="test-api-key",
        strict=True,
    )
