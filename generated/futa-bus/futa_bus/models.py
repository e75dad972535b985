# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Models of PT.Api, in the document's order."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ._runtime.models import (
    UNSET,
    Model,
    OneOf,
    Secret,
    UnsetType,
    field,
)

__all__ = [
    "AuthenticateResponse",
    "BaseRequest",
    "BaseResponse",
    "CreateUser",
    "CreateUserResponse",
    "ErrorResponse",
    "Failure",
    "LocaleRequest",
    "ResponseError",
    "ResponseStatus",
]


class CreateUser(Model, kw_only=True):
    """The user to be created, in the order of the page's sample.

    Source: PT.Api, "CreateUser Parameters", "LocaleRequest Parameters", "BaseRequest
    Parameters" (documented).
    """

    email: str | UnsetType = field(name="Email", default=UNSET)
    password: Annotated[str, Secret] | UnsetType = field(name="Password", default=UNSET)
    full_name: str | UnsetType = field(name="FullName", default=UNSET)
    phone: str | UnsetType = field(name="Phone", default=UNSET)
    security_number: str | UnsetType = field(name="SecurityNumber", default=UNSET)
    address: str | UnsetType = field(name="Address", default=UNSET)
    province_id: int | UnsetType = field(name="ProvinceId", default=UNSET)
    city_id: int | UnsetType = field(name="CityId", default=UNSET)
    locale: str | UnsetType = field(name="Locale", default=UNSET)
    """Locale. Ex: vi-VN, en-US.

    Source: PT.Api, "LocaleRequest Parameters" (documented).
    """
    version: int | UnsetType = field(name="Version", default=UNSET)
    """Version. Ex: 1,2,3,...

    Source: PT.Api, "BaseRequest Parameters" (documented).
    """


class LocaleRequest(Model, kw_only=True):
    """What requests with a language inherit."""

    locale: str | UnsetType = field(name="Locale", default=UNSET)
    """Locale. Ex: vi-VN, en-US.

    Source: PT.Api, "LocaleRequest Parameters" (documented).
    """


class BaseRequest(Model, kw_only=True):
    """What all requests inherit."""

    version: int | UnsetType = field(name="Version", default=UNSET)
    """Version. Ex: 1,2,3,...

    Source: PT.Api, "BaseRequest Parameters" (documented).
    """


class CreateUserResponse(Model, kw_only=True):
    """The envelope of the answer.

    Source: PT.Api, "CreateUserResponse Parameters", "BaseResponse Parameters"
    (documented).
    """

    data: AuthenticateResponse | UnsetType = field(name="Data", default=UNSET)
    status: int | UnsetType = field(name="Status", default=UNSET)
    """Response status. Ex: 1 - Success; 0 - Error."""
    message: str | UnsetType = field(name="Message", default=UNSET)
    """Response message."""


class BaseResponse(Model, kw_only=True):
    """What all answers inherit."""

    status: int | UnsetType = field(name="Status", default=UNSET)
    """Response status. Ex: 1 - Success; 0 - Error."""
    message: str | UnsetType = field(name="Message", default=UNSET)
    """Response message."""


class AuthenticateResponse(Model, kw_only=True):
    """The session of the user that was created.

    Source: PT.Api, "AuthenticateResponse Parameters" (documented).
    """

    user_id: str | UnsetType = field(name="UserId", default=UNSET)
    session_id: Annotated[str, Secret] | UnsetType = field(
        name="SessionId", default=UNSET
    )
    """The session's id; the framework reads it from the cookies ss-id and ss-pid."""
    user_name: str | UnsetType = field(name="UserName", default=UNSET)
    display_name: str | UnsetType = field(name="DisplayName", default=UNSET)
    referrer_url: str | UnsetType = field(name="ReferrerUrl", default=UNSET)
    bearer_token: Annotated[str, Secret] | UnsetType = field(
        name="BearerToken", default=UNSET
    )
    response_status: ResponseStatus | UnsetType = field(
        name="ResponseStatus", default=UNSET
    )
    meta: dict[str, str] | UnsetType = field(name="Meta", default=UNSET)


class ResponseStatus(Model, kw_only=True):
    """An error only if `ErrorCode` is there and not empty; a success usually carries
    an empty object.

    Source: PT.Api, "CreateUser" (example).
    """

    error_code: str | UnsetType = field(name="ErrorCode", default=UNSET)
    message: str | UnsetType = field(name="Message", default=UNSET)
    stack_trace: str | UnsetType = field(name="StackTrace", default=UNSET)
    errors: list[ResponseError] | UnsetType = field(name="Errors", default=UNSET)
    meta: dict[str, str] | UnsetType = field(name="Meta", default=UNSET)


class ResponseError(Model, kw_only=True):
    """One member that was refused.

    Source: PT.Api, "CreateUser" (example).
    """

    error_code: str | UnsetType = field(name="ErrorCode", default=UNSET)
    field_name: str | UnsetType = field(name="FieldName", default=UNSET)
    message: str | UnsetType = field(name="Message", default=UNSET)
    meta: dict[str, str] | UnsetType = field(name="Meta", default=UNSET)


class ErrorResponse(Model, kw_only=True):
    """The framework's own answer to an exception.

    Source: ServiceStack v4.5.4, ErrorResponse (inferred).
    """

    response_status: ResponseStatus | UnsetType = field(
        name="ResponseStatus", default=UNSET
    )


Failure: TypeAlias = Annotated[CreateUserResponse | ErrorResponse, OneOf()]
"""What an exception answers.

Source: ServiceStack v4.5.4, WebRequestUtils.GetErrorResponseDtoType (inferred).
"""
