# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Every error that a call of Ahamove API v3 raises."""

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
    "AccountExistedError",
    "AccountNotSamePartnerError",
    "ApiError",
    "ApiStatusError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "DeactivatedAccountError",
    "DecodeError",
    "EnvelopeError",
    "InternalServerCodeError",
    "InternalServerError",
    "InvalidActivationCodeError",
    "InvalidDataError",
    "InvalidPhoneNumberError",
    "MissingCredentialError",
    "NotAcceptableError",
    "NotAuthorizedError",
    "NotFoundCodeError",
    "NotFoundError",
    "OutcomeUnknownError",
    "ParentAccountExistedError",
    "PartnerNotFoundError",
    "RequestError",
    "ServiceUnavailableCodeError",
    "ServiceUnavailableError",
    "SignatureError",
    "TimeoutError",
    "TokenError",
    "TransportError",
    "UnauthorizedError",
    "UserNotFoundError",
]


class BadRequestError(ApiStatusError):
    """400 Bad Request: Something in the body is not valid."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class InvalidDataError(BadRequestError):
    """400 with `INVALID_DATA`: Something in the body is not valid."""


class UnauthorizedError(ApiStatusError):
    """401 Unauthorized."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class NotAuthorizedError(UnauthorizedError):
    """401 with `NOT_AUTHORIZED`: Not authorized."""


class NotFoundError(ApiStatusError):
    """404 Not Found."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class PartnerNotFoundError(NotFoundError):
    """404 with `PARTNER_NOT_FOUND`: The partner is not known."""


class UserNotFoundError(NotFoundError):
    """404 with `USER_NOT_FOUND`: The user is not known."""


class NotFoundCodeError(NotFoundError):
    """404 with `NOT_FOUND`: Account not found."""


class NotAcceptableError(ApiStatusError):
    """406 Not Acceptable."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class InvalidPhoneNumberError(NotAcceptableError):
    """406 with `INVALID_PHONE_NUMBER`: The phone number is not valid."""


class DeactivatedAccountError(NotAcceptableError):
    """406 with `DEACTIVATED_ACCOUNT`: The account is deactivated."""


class AccountNotSamePartnerError(NotAcceptableError):
    """406 with `ACCOUNT_NOT_SAME_PARTNER`: The child account is not associated with
    the same partner as the parent account.
    """


class InvalidActivationCodeError(NotAcceptableError):
    """406 with `INVALID_ACTIVATION_CODE`: Invalid activation code."""


class ConflictError(ApiStatusError):
    """409 Conflict."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class AccountExistedError(ConflictError):
    """409 with `ACCOUNT_EXISTED`: The account exists already."""


class ParentAccountExistedError(ConflictError):
    """409 with `PARENT_ACCOUNT_EXISTED`: The child account already has a parent
    account.
    """


class InternalServerError(ApiStatusError):
    """500 Internal Server Error: A problem with the server; try again later."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class InternalServerCodeError(InternalServerError):
    """500 with `INTERNAL_SERVER_ERROR`: A problem with the server; try again later."""


class ServiceUnavailableError(ApiStatusError):
    """503 Service Unavailable: Temporarily offline for maintenance; try again later."""

    body: models.AhamoveError | None
    """What the service said, or `None` where it could not be read as documented."""


class ServiceUnavailableCodeError(ServiceUnavailableError):
    """503 with `SERVICE_UNAVAILABLE`: Temporarily offline for maintenance; try again
    later.
    """
