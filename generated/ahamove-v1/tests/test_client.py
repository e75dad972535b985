# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

from ahamove_v1._runtime.clients import TestClient as TestClient
from ahamove_v1._runtime.statements import Client, Drifts, Reads

from . import test_accounts

CLIENT = Client(
    calls=test_accounts.REGISTER,
    environments={
        "staging": "https://apistg.ahamove.com",
        "production": "https://api.ahamove.com",
    },
    secured=test_accounts.REGISTER,
    traces=["test-api-key"],
    reads=[Reads(test_accounts.REGISTER, {"AHAMOVE_V1_API_KEY": "test-api-key"})],
    unsafe=test_accounts.REGISTER,
    answered=test_accounts.REGISTER,
    drifts=Drifts(
        test_accounts.REGISTER,
        200,
        b'{"token":"token","refresh_token":null,"unknownMember":"kept or left out"}',
        "/refresh_token",
    ),
)
