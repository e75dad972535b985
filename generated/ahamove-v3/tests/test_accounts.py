# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

from ahamove_v3 import errors, models
from ahamove_v3._runtime.promises import TestOperations as TestOperations
from ahamove_v3._runtime.statements import Answers, Raises, Shows

from . import Keeps, Operation, Sends

REGISTER = Operation(
    "accounts.register",
    Sends(
        lambda client: client.accounts.register(
            mobile="84xxxxxxxxx",
            api_key="API_KEY",
            name="Partner Test",
            address="1 Example Street, District 1",
        ),
        "POST /v3/accounts",
        body=(
            b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY","name":"Partner Test",'
            b'"address":"1 Example Street, District 1"}'
        ),
        name="example masked",
    ),
    Keeps(
        lambda client: client.accounts.register(
            mobile="", api_key="", name="", address=""
        ),
        "POST /v3/accounts",
        body=b'{"mobile":"","api_key":"","name":"","address":""}',
    ),
    Answers(200, models.AccountToken),
    Shows(200),
    Raises(
        400,
        {"title": "INVALID_DATA"},
        errors.InvalidDataError,
        kind=models.AhamoveError,
        code="INVALID_DATA",
    ),
    Raises(400, models.AhamoveError, errors.BadRequestError),
    Raises(
        404,
        {"title": "PARTNER_NOT_FOUND"},
        errors.PartnerNotFoundError,
        kind=models.AhamoveError,
        code="PARTNER_NOT_FOUND",
    ),
    Raises(404, models.AhamoveError, errors.NotFoundError),
    Raises(
        406,
        {"title": "INVALID_PHONE_NUMBER"},
        errors.InvalidPhoneNumberError,
        kind=models.AhamoveError,
        code="INVALID_PHONE_NUMBER",
    ),
    Raises(406, models.AhamoveError, errors.NotAcceptableError),
    Raises(
        409,
        {"title": "ACCOUNT_EXISTED"},
        errors.AccountExistedError,
        kind=models.AhamoveError,
        code="ACCOUNT_EXISTED",
    ),
    Raises(409, models.AhamoveError, errors.ConflictError),
    Raises(
        500,
        {"title": "INTERNAL_SERVER_ERROR"},
        errors.InternalServerCodeError,
        kind=models.AhamoveError,
        code="INTERNAL_SERVER_ERROR",
    ),
    Raises(500, models.AhamoveError, errors.InternalServerError),
    Raises(
        503,
        {"title": "SERVICE_UNAVAILABLE"},
        errors.ServiceUnavailableCodeError,
        kind=models.AhamoveError,
        code="SERVICE_UNAVAILABLE",
    ),
    Raises(503, models.AhamoveError, errors.ServiceUnavailableError),
)

AUTHENTICATE = Operation(
    "accounts.authenticate",
    Sends(
        lambda client: client.accounts.authenticate(
            mobile="84xxxxxxxxx", api_key="API_KEY"
        ),
        "POST /v3/accounts/token",
        body=b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY"}',
        name="example masked",
    ),
    Keeps(
        lambda client: client.accounts.authenticate(mobile="", api_key=""),
        "POST /v3/accounts/token",
        body=b'{"mobile":"","api_key":""}',
    ),
    Answers(200, models.AccountToken),
    Shows(200),
    Raises(
        401,
        {"title": "NOT_AUTHORIZED"},
        errors.NotAuthorizedError,
        kind=models.AhamoveError,
        code="NOT_AUTHORIZED",
    ),
    Raises(401, models.AhamoveError, errors.UnauthorizedError),
    Raises(
        404,
        {"title": "USER_NOT_FOUND"},
        errors.UserNotFoundError,
        kind=models.AhamoveError,
        code="USER_NOT_FOUND",
    ),
    Raises(
        404,
        {"title": "PARTNER_NOT_FOUND"},
        errors.PartnerNotFoundError,
        kind=models.AhamoveError,
        code="PARTNER_NOT_FOUND",
    ),
    Raises(404, models.AhamoveError, errors.NotFoundError),
    Raises(
        406,
        {"title": "INVALID_PHONE_NUMBER"},
        errors.InvalidPhoneNumberError,
        kind=models.AhamoveError,
        code="INVALID_PHONE_NUMBER",
    ),
    Raises(
        406,
        {"title": "DEACTIVATED_ACCOUNT"},
        errors.DeactivatedAccountError,
        kind=models.AhamoveError,
        code="DEACTIVATED_ACCOUNT",
    ),
    Raises(406, models.AhamoveError, errors.NotAcceptableError),
    Raises(
        500,
        {"title": "INTERNAL_SERVER_ERROR"},
        errors.InternalServerCodeError,
        kind=models.AhamoveError,
        code="INTERNAL_SERVER_ERROR",
    ),
    Raises(500, models.AhamoveError, errors.InternalServerError),
    Raises(
        503,
        {"title": "SERVICE_UNAVAILABLE"},
        errors.ServiceUnavailableCodeError,
        kind=models.AhamoveError,
        code="SERVICE_UNAVAILABLE",
    ),
    Raises(503, models.AhamoveError, errors.ServiceUnavailableError),
)
