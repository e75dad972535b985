# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

from futa_bus import models
from futa_bus._runtime.members import MODELS, optional
from futa_bus._runtime.promises import TestModels as TestModels

MODELS[models.CreateUser] = (
    optional("Email", 'Email "é,:{'),
    optional("Password", secret=True),
    optional("FullName"),
    optional("Phone"),
    optional("SecurityNumber"),
    optional("Address"),
    optional("ProvinceId", 7),
    optional("CityId", 8),
    optional("Locale"),
    optional("Version", 1),
)
MODELS[models.LocaleRequest] = (optional("Locale", 'Locale "é,:{'),)
MODELS[models.BaseRequest] = (optional("Version", 2147483647),)
MODELS[models.CreateUserResponse] = (
    optional("Data", models.AuthenticateResponse),
    optional("Status", 1),
    optional("Message"),
)
MODELS[models.BaseResponse] = (optional("Status", 2147483647), optional("Message"))
MODELS[models.AuthenticateResponse] = (
    optional("UserId", 'UserId "é,:{'),
    optional("SessionId", secret=True),
    optional("UserName"),
    optional("DisplayName"),
    optional("ReferrerUrl"),
    optional("BearerToken", secret=True),
    optional("ResponseStatus", models.ResponseStatus),
    optional("Meta", {"key": "Meta"}),
)
MODELS[models.ResponseStatus] = (
    optional("ErrorCode", 'ErrorCode "é,:{'),
    optional("Message"),
    optional("StackTrace"),
    optional("Errors", [models.ResponseError]),
    optional("Meta", {"key": "Meta"}),
)
MODELS[models.ResponseError] = (
    optional("ErrorCode", 'ErrorCode "é,:{'),
    optional("FieldName"),
    optional("Message"),
    optional("Meta", {"key": "Meta"}),
)
MODELS[models.ErrorResponse] = (optional("ResponseStatus", models.ResponseStatus),)
