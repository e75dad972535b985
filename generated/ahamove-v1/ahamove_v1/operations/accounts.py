# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Wire facts of accounts."""

from __future__ import annotations

from .. import errors, models
from .._runtime.operations import Answer, Failure, Operation

REGISTER: Operation[models.AccountToken] = Operation(
    name="accounts.register",
    method="GET",
    path="/v1/partner/register_account",
    security=(("apiKey",),),
    unsafe=True,
    answers=(Answer("200", "application/json", models.AccountToken),),
    failures=(
        Failure(
            "401",
            "application/json",
            models.AhamoveError,
            error=errors.UnauthorizedError,
        ),
        Failure(
            "403", "application/json", models.AhamoveError, error=errors.ForbiddenError
        ),
        Failure(
            "404", "application/json", models.AhamoveError, error=errors.NotFoundError
        ),
        Failure(
            "409", "application/json", models.AhamoveError, error=errors.ConflictError
        ),
        Failure(
            "500",
            "application/json",
            models.AhamoveError,
            error=errors.InternalServerError,
        ),
        Failure(
            "503",
            "application/json",
            models.AhamoveError,
            error=errors.ServiceUnavailableError,
        ),
    ),
)
