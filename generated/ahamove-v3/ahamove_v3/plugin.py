# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The fixture that pytest finds where this package is installed."""

from __future__ import annotations

import pytest

from .testing import Fake


@pytest.fixture
def ahamove_v3_fake() -> Fake:
    """A service that answers as the test says, and refuses what no document allows."""
    return Fake()
