# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Calls that answers of Quantum Metal API lead to."""

from __future__ import annotations

from . import models
from ._runtime.links import Link
from .operations import customers

__all__ = [
    "Link",
    "REGISTER_VERIFY_REGISTRATION",
]

REGISTER_VERIFY_REGISTRATION: Link[models.RegistrationSession, models.OneTimeLink] = (
    Link(
        source=customers.REGISTER,
        operation=customers.VERIFY_REGISTRATION,
        body={"sessionId": "$response.body#/data/sessionId"},
    )
)
"""From `customers.register` to `customers.verify_registration`.

The session that the one-time code completes.
"""
