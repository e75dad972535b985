# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

from ahamove_v3 import errors
from ahamove_v3._runtime.clients import TestClient as TestClient
from ahamove_v3._runtime.statements import Client, Drifts, Reads

from . import test_accounts, test_children

CLIENT = Client(
    calls=test_accounts.REGISTER,
    environments={
        "staging": "https://partner-apistg.ahamove.com",
        "production": "https://partner-api.ahamove.com",
    },
    secured=test_children.ADD,
    traces=["test-token"],
    reads=[Reads(test_children.ADD, {"AHAMOVE_V3_TOKEN": "test-token"})],
    unsafe=test_accounts.REGISTER,
    answered=test_accounts.REGISTER,
    drifts=Drifts(
        test_accounts.REGISTER,
        200,
        b'{"token":"token","refresh_token":null,"unknownMember":"kept or left out"}',
        "/refresh_token",
    ),
    families=[
        (errors.InvalidDataError, errors.BadRequestError),
        (errors.PartnerNotFoundError, errors.NotFoundError),
        (errors.InvalidPhoneNumberError, errors.NotAcceptableError),
        (errors.AccountExistedError, errors.ConflictError),
        (errors.InternalServerCodeError, errors.InternalServerError),
        (errors.ServiceUnavailableCodeError, errors.ServiceUnavailableError),
        (errors.NotAuthorizedError, errors.UnauthorizedError),
        (errors.UserNotFoundError, errors.NotFoundError),
        (errors.DeactivatedAccountError, errors.NotAcceptableError),
        (errors.NotFoundCodeError, errors.NotFoundError),
        (errors.AccountNotSamePartnerError, errors.NotAcceptableError),
        (errors.ParentAccountExistedError, errors.ConflictError),
        (errors.InvalidActivationCodeError, errors.NotAcceptableError),
    ],
)
