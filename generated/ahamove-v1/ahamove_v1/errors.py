# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Every error that a call of Ahamove API v1 raises."""

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
    "ConflictError",
    "DecodeError",
    "EnvelopeError",
    "ForbiddenError",
    "InternalServerError",
    "MissingCredentialError",
    "NotFoundError",
    "OutcomeUnknownError",
    "RequestError",
    "ServiceUnavailableError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TransportError",
    "UnauthorizedError",
]


class UnauthorizedError(ApiStatusError):
    """401 Unauthorized: Unauthorized: not authorized; the current account does not
    belong to this partner.

    Also when the phone number has no Ahamove account yet (official FAQ).
    """

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class ForbiddenError(ApiStatusError):
    """403 Forbidden: Forbidden: the account is deactivated."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class NotFoundError(ApiStatusError):
    """404 Not Found: Not Found: api_key not found, parent_id not found."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class ConflictError(ApiStatusError):
    """409 Conflict: Conflict: the email exists already."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class InternalServerError(ApiStatusError):
    """500 Internal Server Error: Internal Server Error: a problem with the server;
    try again later.
    """

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class ServiceUnavailableError(ApiStatusError):
    """503 Service Unavailable: Service Unavailable: temporarily offline for
    maintenance; try again later.
    """

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""
