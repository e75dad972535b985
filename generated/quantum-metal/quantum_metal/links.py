# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Calls that answers of Quantum Metal API lead to."""

from __future__ import annotations

from ._runtime.links import Lead, Link, Rest
from ._runtime.options import Options
from .operations import customers

__all__ = [
    "Link",
    "REGISTER_VERIFY_REGISTRATION",
]


@Lead(
    source=customers.REGISTER,
    operation=customers.VERIFY_REGISTRATION,
    body={"sessionId": "$response.body#/data/sessionId"},
)
def REGISTER_VERIFY_REGISTRATION(
    *,
    verification_code: str,
    options: Options | None = None,
) -> Rest:
    """From `customers.register` to `customers.verify_registration`.

    The session that the one-time code completes.

    Args:
        verification_code: The one-time verification code.
        options: Overrides for this call.

    Raises:
        EnvelopeError: The service refused; `code` and `message` say why.
        TooManyRequestsError: More than 10 requests in a second on average, or a burst
            of more than 10 (429).
        UnexpectedStatusError: Any other answer.
    """
    return Rest(
        body={
            "verificationCode": verification_code,
        },
        options=options,
    )
