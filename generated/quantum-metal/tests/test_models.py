# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

import pytest
from quantum_metal import models
from quantum_metal._runtime import codec
from quantum_metal._runtime.members import MODELS, moment, optional, required
from quantum_metal._runtime.promises import TestModels as TestModels

MODELS[models.CustomerRegistration] = (required("customer", models.Customer),)
MODELS[models.Customer] = (
    required("legalFullName", 'legalFullName "é,:{'),
    required("identityNumber"),
    optional("email"),
    optional("phoneNumber"),
    required("primaryLoginMethod", "email"),
)
MODELS[models.RegistrationVerification] = (
    required("sessionId", 'sessionId "é,:{'),
    required("verificationCode", secret=True),
)
MODELS[models.CustomerLookup] = (required("customer", models.CustomerIdentity),)
MODELS[models.CustomerIdentity] = (required("identityNumber", 'identityNumber "é,:{'),)
MODELS[models.Envelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", {"key": "value"}, null=True),
)
MODELS[models.RegistrationEnvelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", models.RegistrationSession, null=True),
)
MODELS[models.RegistrationSession] = (
    required("sessionId", 'sessionId "é,:{'),
    required("expiredOn", moment("2024-01-30T07:33:20Z"), "1706600000000"),
)
MODELS[models.OneTimeLinkEnvelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", models.OneTimeLink, null=True),
)
MODELS[models.OneTimeLink] = (
    required("redirectOneTimeLink", 'redirectOneTimeLink "é,:{', secret=True),
    required("expiredOn", moment("2024-01-30T07:34:20Z"), "1706600060000"),
)
MODELS[models.BindingEnvelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", models.Binding, null=True),
)
MODELS[models.Binding] = (required("id", 'id "é,:{'),)


def test_customer_needs_one_of_several() -> None:
    """`Customer` is refused without any of the members of which one is needed."""
    value = models.Customer(
        legal_full_name="legalFullName",
        identity_number="identityNumber",
        primary_login_method="email",
    )

    with pytest.raises(ValueError):
        codec.verify(value)
