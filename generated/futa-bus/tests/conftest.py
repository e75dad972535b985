# Generated from specs/futa-bus.yaml; edits are overwritten.
"""The client under test, and what it is made with."""

from __future__ import annotations

import pytest
from futa_bus import AsyncFutaBus, FutaBus
from futa_bus._runtime.fixtures import *  # noqa: F403
from futa_bus._runtime.fixtures import Subject

from . import test_models as test_models


@pytest.fixture
def subject() -> Subject[FutaBus]:
    """The client, where it calls by itself, and made-up credentials."""
    return Subject(
        FutaBus,
        AsyncFutaBus,
        root="https://api2.futabus.vn",
    )
