# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Wire facts of accounts."""

from __future__ import annotations

from .. import errors, models
from .._runtime.operations import Answer, Failure, Operation

REGISTER: Operation[models.AccountToken] = Operation(
    name="accounts.register",
    method="POST",
    path="/v3/accounts",
    bodies=("application/json",),
    answers=(Answer("200", "application/json", models.AccountToken),),
    failures=(
        Failure(
            "400",
            "application/json",
            models.AhamoveError,
            error=errors.BadRequestError,
            code=("title",),
            codes={"INVALID_DATA": errors.InvalidDataError},
        ),
        Failure(
            "404",
            "application/json",
            models.AhamoveError,
            error=errors.NotFoundError,
            code=("title",),
            codes={"PARTNER_NOT_FOUND": errors.PartnerNotFoundError},
        ),
        Failure(
            "406",
            "application/json",
            models.AhamoveError,
            error=errors.NotAcceptableError,
            code=("title",),
            codes={"INVALID_PHONE_NUMBER": errors.InvalidPhoneNumberError},
        ),
        Failure(
            "409",
            "application/json",
            models.AhamoveError,
            error=errors.ConflictError,
            code=("title",),
            codes={"ACCOUNT_EXISTED": errors.AccountExistedError},
        ),
        Failure(
            "500",
            "application/json",
            models.AhamoveError,
            error=errors.InternalServerError,
            code=("title",),
            codes={"INTERNAL_SERVER_ERROR": errors.InternalServerCodeError},
        ),
        Failure(
            "503",
            "application/json",
            models.AhamoveError,
            error=errors.ServiceUnavailableError,
            code=("title",),
            codes={"SERVICE_UNAVAILABLE": errors.ServiceUnavailableCodeError},
        ),
    ),
)

AUTHENTICATE: Operation[models.AccountToken] = Operation(
    name="accounts.authenticate",
    method="POST",
    path="/v3/accounts/token",
    bodies=("application/json",),
    answers=(Answer("200", "application/json", models.AccountToken),),
    failures=(
        Failure(
            "401",
            "application/json",
            models.AhamoveError,
            error=errors.UnauthorizedError,
            code=("title",),
            codes={"NOT_AUTHORIZED": errors.NotAuthorizedError},
        ),
        Failure(
            "404",
            "application/json",
            models.AhamoveError,
            error=errors.NotFoundError,
            code=("title",),
            codes={
                "USER_NOT_FOUND": errors.UserNotFoundError,
                "PARTNER_NOT_FOUND": errors.PartnerNotFoundError,
            },
        ),
        Failure(
            "406",
            "application/json",
            models.AhamoveError,
            error=errors.NotAcceptableError,
            code=("title",),
            codes={
                "INVALID_PHONE_NUMBER": errors.InvalidPhoneNumberError,
                "DEACTIVATED_ACCOUNT": errors.DeactivatedAccountError,
            },
        ),
        Failure(
            "500",
            "application/json",
            models.AhamoveError,
            error=errors.InternalServerError,
            code=("title",),
            codes={"INTERNAL_SERVER_ERROR": errors.InternalServerCodeError},
        ),
        Failure(
            "503",
            "application/json",
            models.AhamoveError,
            error=errors.ServiceUnavailableError,
            code=("title",),
            codes={"SERVICE_UNAVAILABLE": errors.ServiceUnavailableCodeError},
        ),
    ),
)
