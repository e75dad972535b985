# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Every error that a call of Quantum Metal API raises."""

from __future__ import annotations

from . import models
from ._runtime.errors import (
    ApiError,
    ApiStatusError,
    ConfigurationError,
    DecodeError,
    EnvelopeError,
    MissingCredentialError,
    OutcomeUnknownError,
    RequestError,
    SignatureError,
    TimeoutError,
    TokenError,
    TransportError,
)

__all__ = [
    "ApiError",
    "ApiStatusError",
    "BindNotAllowedError",
    "ConfigurationError",
    "CustomerNotFoundError",
    "DecodeError",
    "EnvelopeError",
    "MissingCredentialError",
    "OutcomeUnknownError",
    "RegistrationNotCompleteError",
    "RequestError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TooManyRequestsError",
    "TransportError",
    "UnexpectedStatusError",
]


class CustomerNotFoundError(EnvelopeError):
    """200 with `801`: The customer does not exist."""


class RegistrationNotCompleteError(EnvelopeError):
    """200 with `802`: The customer's registration is not complete."""


class BindNotAllowedError(EnvelopeError):
    """200 with `803`: Binding the customer is not allowed."""


class TooManyRequestsError(ApiStatusError):
    """429 Too Many Requests: More than 10 requests in a second on average, or a
    burst of more than 10.
    """


class UnexpectedStatusError(ApiStatusError):
    """A status that the document does not name: Any other answer.

    Which HTTP status a failure has is not documented; it carries the same
    envelope.
    """

    body: models.Envelope | None
    """What the service said, or `None` where it could not be read as documented."""
