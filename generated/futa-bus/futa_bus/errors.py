# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Every error that a call of PT.Api raises."""

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
    "ConfigurationError",
    "DecodeError",
    "EnvelopeError",
    "MissingCredentialError",
    "OutcomeUnknownError",
    "RequestError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TransportError",
    "UnexpectedStatusError",
]


class UnexpectedStatusError(ApiStatusError):
    """A status that the document does not name."""

    body: models.Failure | None
    """What the service said, or `None` where it could not be read as documented."""
