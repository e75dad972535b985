# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

from quantum_metal import models
from quantum_metal._runtime.members import MODELS, moment, optional, required

MODELS[models.CustomerRegistration] = (required("customer", models.Customer),)
MODELS[models.Customer] = (
    required("legalFullName", 'legalFullName "é,:{', field="legal_full_name"),
    required("identityNumber", field="identity_number"),
    optional("email"),
    optional("phoneNumber", field="phone_number"),
    required("primaryLoginMethod", "email", field="primary_login_method"),
)
MODELS[models.RegistrationVerification] = (
    required("sessionId", 'sessionId "é,:{', field="session_id"),
    required("verificationCode", field="verification_code", secret=True),
)
MODELS[models.CustomerLookup] = (required("customer", models.CustomerIdentity),)
MODELS[models.CustomerIdentity] = (
    required("identityNumber", 'identityNumber "é,:{', field="identity_number"),
)
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
    required("sessionId", 'sessionId "é,:{', field="session_id"),
    required(
        "expiredOn", moment("2024-01-30T07:33:20Z"), "1706600000000", field="expired_on"
    ),
)
MODELS[models.OneTimeLinkEnvelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", models.OneTimeLink, null=True),
)
MODELS[models.OneTimeLink] = (
    required(
        "redirectOneTimeLink",
        'redirectOneTimeLink "é,:{',
        field="redirect_one_time_link",
        secret=True,
    ),
    required(
        "expiredOn", moment("2024-01-30T07:34:20Z"), "1706600060000", field="expired_on"
    ),
)
MODELS[models.BindingEnvelope] = (
    required("code", 2147483647),
    optional("message"),
    optional("data", models.Binding, null=True),
)
MODELS[models.Binding] = (required("id", 'id "é,:{'),)
