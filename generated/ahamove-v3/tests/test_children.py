# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `children` sends, and what it makes of answers."""

from __future__ import annotations

from ahamove_v3 import errors, models
from ahamove_v3._runtime.objects import whole
from ahamove_v3._runtime.promises import TestOperations as TestOperations
from ahamove_v3._runtime.statements import Answers, Raises, Shows

from . import Escapes, Keeps, Operation, Sends

ADD = Operation(
    "children.add",
    Sends(
        lambda client: client.children.add(child_id="849xxxxxxxx"),
        "POST /v3/accounts/childs",
        headers={"Authorization": "Bearer test-token"},
        body=b'{"child_id":"849xxxxxxxx"}',
        name="example page",
    ),
    Keeps(
        lambda client: client.children.add(child_id=""),
        "POST /v3/accounts/childs",
        body=b'{"child_id":""}',
    ),
    Answers(200, {}),
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
        {"title": "NOT_FOUND"},
        errors.NotFoundCodeError,
        kind=models.AhamoveError,
        code="NOT_FOUND",
    ),
    Raises(404, models.AhamoveError, errors.NotFoundError),
    Raises(
        406,
        {"title": "ACCOUNT_NOT_SAME_PARTNER"},
        errors.AccountNotSamePartnerError,
        kind=models.AhamoveError,
        code="ACCOUNT_NOT_SAME_PARTNER",
    ),
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
        {"title": "PARENT_ACCOUNT_EXISTED"},
        errors.ParentAccountExistedError,
        kind=models.AhamoveError,
        code="PARENT_ACCOUNT_EXISTED",
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

ACTIVATE = Operation(
    "children.activate",
    Sends(
        lambda client: client.children.activate(
            child_id="849xxxxxxxx", activation_code="1234"
        ),
        "POST /v3/accounts/childs/849xxxxxxxx/activate",
        headers={"Authorization": "Bearer test-token"},
        body=b'{"activation_code":"1234"}',
        name="example curl",
    ),
    Sends(
        lambda client: client.children.activate(
            child_id="849xxxxxxxx", activation_code="2114"
        ),
        "POST /v3/accounts/childs/849xxxxxxxx/activate",
        body=b'{"activation_code":"2114"}',
        name="example javascript",
    ),
    Escapes(
        lambda client: client.children.activate(
            child_id="child_id é/?%25", activation_code='activation_code "é,:{'
        ),
        "POST /v3/accounts/childs/child_id%20%C3%A9%2F%3F%2525/activate",
        body=models.ChildActivation,
    ),
    Keeps(
        lambda client: client.children.activate(
            child_id="child_id", activation_code=""
        ),
        "POST /v3/accounts/childs/child_id/activate",
        body=b'{"activation_code":""}',
    ),
    Answers(200, whole(models.ChildAccount)),
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
        {"title": "NOT_FOUND"},
        errors.NotFoundCodeError,
        kind=models.AhamoveError,
        code="NOT_FOUND",
    ),
    Raises(404, models.AhamoveError, errors.NotFoundError),
    Raises(
        406,
        {"title": "INVALID_ACTIVATION_CODE"},
        errors.InvalidActivationCodeError,
        kind=models.AhamoveError,
        code="INVALID_ACTIVATION_CODE",
    ),
    Raises(406, models.AhamoveError, errors.NotAcceptableError),
    Raises(
        409,
        {"title": "PARENT_ACCOUNT_EXISTED"},
        errors.ParentAccountExistedError,
        kind=models.AhamoveError,
        code="PARENT_ACCOUNT_EXISTED",
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
