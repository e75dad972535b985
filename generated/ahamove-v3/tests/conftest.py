# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""The client under test, and what it is made with."""

from __future__ import annotations

import pytest
from ahamove_v3 import AsyncAhamoveV3, AhamoveV3
from ahamove_v3._runtime.fixtures import *  # noqa: F403
from ahamove_v3._runtime.fixtures import Subject

from . import test_models as test_models


@pytest.fixture
def subject() -> Subject[AhamoveV3]:
    """The client, where it calls by itself, and made-up credentials."""
    return Subject(
        AhamoveV3,
        AsyncAhamoveV3,
        root="https://partner-apistg.ahamove.com",
        credentials={
            "token": "test-token",
        },
    )
