# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from quantum_metal import models
from quantum_metal._runtime import codec
from quantum_metal._runtime.promises import TestModels as TestModels


def test_customer_needs_one_of_several() -> None:
    """`Customer` is refused without any of the members of which one is needed."""
    value = models.Customer(
        legal_full_name="legalFullName",
        identity_number="identityNumber",
        primary_login_method="email",
    )

    with pytest.raises(ValueError):
        codec.verify(value)
