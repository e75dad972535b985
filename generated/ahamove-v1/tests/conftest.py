# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""The client under test, and what it is made with."""

from __future__ import annotations

import pytest
from ahamove_v1 import AsyncAhamoveV1, AhamoveV1
from ahamove_v1._runtime.fixtures import *  # noqa: F403
from ahamove_v1._runtime.fixtures import Subject

from . import test_models as test_models


@pytest.fixture
def subject() -> Subject[AhamoveV1]:
    """The client, where it calls by itself, and made-up credentials."""
    return Subject(
        AhamoveV1,
        AsyncAhamoveV1,
        root="https://apistg.ahamove.com",
        credentials={
            "api_key": "test-api-key",
        },
    )
