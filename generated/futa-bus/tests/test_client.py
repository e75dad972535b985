# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

from futa_bus._runtime.clients import TestClient as TestClient
from futa_bus._runtime.statements import Client

from . import test_users

CLIENT = Client(
    calls=test_users.CREATE,
    unsafe=test_users.CREATE,
    answered=test_users.CREATE,
)
