# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

from ahamove_v1 import errors, models
from ahamove_v1._runtime.promises import TestOperations as TestOperations
from ahamove_v1._runtime.statements import Answers, Raises, Shows

from . import Escapes, Keeps, Operation, Sends

REGISTER = Operation(
    "accounts.register",
    Sends(
        lambda client: client.accounts.register(
            mobile="84xxxxxxxxx", name="Partner Test"
        ),
        (
            "GET /v1/partner/register_account?mobile=84xxxxxxxxx&name=Partner%20Test&"
            "api_key=test-api-key"
        ),
    ),
    Escapes(
        lambda client: client.accounts.register(
            mobile="mobile é&=+/%25",
            name="name é&",
            address="address é&",
            lat="3",
            lng="4",
            email="email é&",
            parent_id="parent_id é&",
            country_code="country_code é&",
        ),
        (
            "GET /v1/partner/register_account?mobile=mobile%20%C3%A9%26%3D%2B%2F%2525&"
            "name=name%20%C3%A9%26&address=address%20%C3%A9%26&lat=3&lng=4&"
            "email=email%20%C3%A9%26&parent_id=parent_id%20%C3%A9%26&"
            "country_code=country_code%20%C3%A9%26&api_key=test-api-key"
        ),
    ),
    Keeps(
        lambda client: client.accounts.register(
            mobile="",
            name="",
            address="",
            lat="",
            lng="",
            email="",
            parent_id="",
            country_code="",
        ),
        (
            "GET /v1/partner/register_account?mobile=&name=&address=&lat=&lng=&email=&"
            "parent_id=&country_code=&api_key=test-api-key"
        ),
    ),
    Answers(200, models.AccountToken),
    Shows(200),
    Raises(401, models.AhamoveError, errors.UnauthorizedError),
    Raises(403, models.AhamoveError, errors.ForbiddenError),
    Raises(404, models.AhamoveError, errors.NotFoundError),
    Raises(409, models.AhamoveError, errors.ConflictError),
    Raises(500, models.AhamoveError, errors.InternalServerError),
    Raises(503, models.AhamoveError, errors.ServiceUnavailableError),
    repeats=False,
)
