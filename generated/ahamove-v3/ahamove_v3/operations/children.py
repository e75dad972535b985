# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Wire facts of children."""

from __future__ import annotations

from .. import errors, models
from .._runtime.operations import Answer, Failure, Operation

ADD: Operation[models.ChildAdded] = Operation(
    name="children.add",
    method="POST",
    path="/v3/accounts/childs",
    bodies=("application/json",),
    security=(("parentToken",),),
    answers=(Answer("200", "application/json", models.ChildAdded),),
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
            codes={"NOT_FOUND": errors.NotFoundCodeError},
        ),
        Failure(
            "406",
            "application/json",
            models.AhamoveError,
            error=errors.NotAcceptableError,
            code=("title",),
            codes={
                "ACCOUNT_NOT_SAME_PARTNER": errors.AccountNotSamePartnerError,
                "INVALID_PHONE_NUMBER": errors.InvalidPhoneNumberError,
            },
        ),
        Failure(
            "409",
            "application/json",
            models.AhamoveError,
            error=errors.ConflictError,
            code=("title",),
            codes={"PARENT_ACCOUNT_EXISTED": errors.ParentAccountExistedError},
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

ACTIVATE: Operation[models.ChildAccount] = Operation(
    name="children.activate",
    method="POST",
    path="/v3/accounts/childs/{child_id}/activate",
    bodies=("application/json",),
    security=(("parentToken",),),
    answers=(Answer("200", "application/json", models.ChildAccount),),
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
            codes={"NOT_FOUND": errors.NotFoundCodeError},
        ),
        Failure(
            "406",
            "application/json",
            models.AhamoveError,
            error=errors.NotAcceptableError,
            code=("title",),
            codes={"INVALID_ACTIVATION_CODE": errors.InvalidActivationCodeError},
        ),
        Failure(
            "409",
            "application/json",
            models.AhamoveError,
            error=errors.ConflictError,
            code=("title",),
            codes={"PARENT_ACCOUNT_EXISTED": errors.ParentAccountExistedError},
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
