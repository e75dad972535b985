# Generated from specs/futa-bus.yaml; edits are overwritten.
"""What models are made of: each member's name, a value, and what may become of it."""

from __future__ import annotations

from futa_bus import models
from futa_bus._runtime.members import MODELS, optional

MODELS[models.CreateUser] = (
    optional("Email", 'Email "é,:{', field="email"),
    optional("Password", field="password", secret=True),
    optional("FullName", field="full_name"),
    optional("Phone", field="phone"),
    optional("SecurityNumber", field="security_number"),
    optional("Address", field="address"),
    optional("ProvinceId", 7, field="province_id"),
    optional("CityId", 8, field="city_id"),
    optional("Locale", field="locale"),
    optional("Version", 1, field="version"),
)
MODELS[models.LocaleRequest] = (optional("Locale", 'Locale "é,:{', field="locale"),)
MODELS[models.BaseRequest] = (optional("Version", 2147483647, field="version"),)
MODELS[models.CreateUserResponse] = (
    optional("Data", models.AuthenticateResponse, field="data"),
    optional("Status", 1, field="status"),
    optional("Message", field="message"),
)
MODELS[models.BaseResponse] = (
    optional("Status", 2147483647, field="status"),
    optional("Message", field="message"),
)
MODELS[models.AuthenticateResponse] = (
    optional("UserId", 'UserId "é,:{', field="user_id"),
    optional("SessionId", field="session_id", secret=True),
    optional("UserName", field="user_name"),
    optional("DisplayName", field="display_name"),
    optional("ReferrerUrl", field="referrer_url"),
    optional("BearerToken", field="bearer_token", secret=True),
    optional("ResponseStatus", models.ResponseStatus, field="response_status"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)
MODELS[models.ResponseStatus] = (
    optional("ErrorCode", 'ErrorCode "é,:{', field="error_code"),
    optional("Message", field="message"),
    optional("StackTrace", field="stack_trace"),
    optional("Errors", [models.ResponseError], field="errors"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)
MODELS[models.ResponseError] = (
    optional("ErrorCode", 'ErrorCode "é,:{', field="error_code"),
    optional("FieldName", field="field_name"),
    optional("Message", field="message"),
    optional("Meta", {"key": "Meta"}, field="meta"),
)
MODELS[models.ErrorResponse] = (
    optional("ResponseStatus", models.ResponseStatus, field="response_status"),
)
