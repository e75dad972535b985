# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v3 import AhamoveV3, Options, errors, models

from .wire import TRACED, Wire

REGISTER_ANSWER = (
    b'{"token":"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ'
    b"0eXAiOiJ1c2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiL"
    b"CJlb2MiOiJwYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmV"
    b"yIiwiY3R5IjoiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiO"
    b"jE2OTUyNzYzNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWg"
    b'mzMnho8b3NJizEAreFTtdXOphjTncYuHE",'
    b'"refresh_token":"0123456789abcdef0123456789abcdef"}'
)


def call_register(client: AhamoveV3, options: Options | None = None) -> object:
    """Call with the document's example `masked`."""
    return client.accounts.register(
        mobile="84xxxxxxxxx",
        api_key="API_KEY",
        name="Partner Test",
        address="1 Example Street, District 1",
        options=options,
    )


def test_register_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """`POST /v3/accounts` carries the example, byte for byte, and the answer is
    read.
    """
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.body == (
        b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY","name":"Partner Test",'
        b'"address":"1 Example Street, District 1"}'
    )
    assert sent.headers["X-Trace"] == "1"
    assert result == models.AccountToken(
        token=(
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ0eXAiOiJ1c"
            "2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiLCJlb2MiOiJ"
            "wYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmVyIiwiY3R5I"
            "joiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiOjE2OTUyNzY"
            "zNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWgmzMnho8b3N"
            "JizEAreFTtdXOphjTncYuHE"
        ),
        refresh_token="0123456789abcdef0123456789abcdef",
    )


def test_register_sends_only_what_is_given(client: AhamoveV3, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(
        mobile="mobile", api_key="api_key", name="name", address="address"
    )

    (sent,) = wire.sent
    assert (
        sent.body
        == b'{"mobile":"mobile","api_key":"api_key","name":"name","address":"address"}'
    )


def test_register_sends_odd_values(client: AhamoveV3, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(
        mobile='mobile "é,:{',
        api_key='api_key "é,:{',
        name='name "é,:{',
        address='address "é,:{',
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"mobile":"mobile \\"\xc3\xa9,:{","api_key":"api_key \\"\xc3\xa9,:{",'
        b'"name":"name \\"\xc3\xa9,:{","address":"address \\"\xc3\xa9,:{"}'
    )


def test_register_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(mobile="", api_key="", name="", address="")

    (sent,) = wire.sent
    assert sent.body == b'{"mobile":"","api_key":"","name":"","address":""}'


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind"),
    [
        (
            400,
            b'{"title":"INVALID_DATA"}',
            errors.InvalidDataError,
            "INVALID_DATA",
            models.AhamoveError,
        ),
        (400, b"{}", errors.BadRequestError, None, models.AhamoveError),
        (
            404,
            b'{"title":"PARTNER_NOT_FOUND"}',
            errors.PartnerNotFoundError,
            "PARTNER_NOT_FOUND",
            models.AhamoveError,
        ),
        (404, b"{}", errors.NotFoundError, None, models.AhamoveError),
        (
            406,
            b'{"title":"INVALID_PHONE_NUMBER"}',
            errors.InvalidPhoneNumberError,
            "INVALID_PHONE_NUMBER",
            models.AhamoveError,
        ),
        (406, b"{}", errors.NotAcceptableError, None, models.AhamoveError),
        (
            409,
            b'{"title":"ACCOUNT_EXISTED"}',
            errors.AccountExistedError,
            "ACCOUNT_EXISTED",
            models.AhamoveError,
        ),
        (409, b"{}", errors.ConflictError, None, models.AhamoveError),
        (
            500,
            b'{"title":"INTERNAL_SERVER_ERROR"}',
            errors.InternalServerCodeError,
            "INTERNAL_SERVER_ERROR",
            models.AhamoveError,
        ),
        (500, b"{}", errors.InternalServerError, None, models.AhamoveError),
        (
            503,
            b'{"title":"SERVICE_UNAVAILABLE"}',
            errors.ServiceUnavailableCodeError,
            "SERVICE_UNAVAILABLE",
            models.AhamoveError,
        ),
        (503, b"{}", errors.ServiceUnavailableError, None, models.AhamoveError),
    ],
)
def test_register_raises_every_documented_failure(
    client: AhamoveV3,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_register(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1


AUTHENTICATE_ANSWER = (
    b'{"token":"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ'
    b"0eXAiOiJ1c2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiL"
    b"CJlb2MiOiJwYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmV"
    b"yIiwiY3R5IjoiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiO"
    b"jE2OTUyNzYzNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWg"
    b'mzMnho8b3NJizEAreFTtdXOphjTncYuHE",'
    b'"refresh_token":"0123456789abcdef0123456789abcdef"}'
)


def call_authenticate(client: AhamoveV3, options: Options | None = None) -> object:
    """Call with the document's example `masked`."""
    return client.accounts.authenticate(
        mobile="84xxxxxxxxx", api_key="API_KEY", options=options
    )


def test_authenticate_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """`POST /v3/accounts/token` carries the example, byte for byte, and the answer
    is read.
    """
    wire.answers(200, AUTHENTICATE_ANSWER)

    result = call_authenticate(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts/token"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.body == b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY"}'
    assert sent.headers["X-Trace"] == "1"
    assert result == models.AccountToken(
        token=(
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ0eXAiOiJ1c"
            "2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiLCJlb2MiOiJ"
            "wYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmVyIiwiY3R5I"
            "joiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiOjE2OTUyNzY"
            "zNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWgmzMnho8b3N"
            "JizEAreFTtdXOphjTncYuHE"
        ),
        refresh_token="0123456789abcdef0123456789abcdef",
    )


def test_authenticate_sends_only_what_is_given(client: AhamoveV3, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, AUTHENTICATE_ANSWER)

    client.accounts.authenticate(mobile="mobile", api_key="api_key")

    (sent,) = wire.sent
    assert sent.body == b'{"mobile":"mobile","api_key":"api_key"}'


def test_authenticate_sends_odd_values(client: AhamoveV3, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, AUTHENTICATE_ANSWER)

    client.accounts.authenticate(mobile='mobile "é,:{', api_key='api_key "é,:{')

    (sent,) = wire.sent
    assert (
        sent.body
        == b'{"mobile":"mobile \\"\xc3\xa9,:{","api_key":"api_key \\"\xc3\xa9,:{"}'
    )


def test_authenticate_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, AUTHENTICATE_ANSWER)

    client.accounts.authenticate(mobile="", api_key="")

    (sent,) = wire.sent
    assert sent.body == b'{"mobile":"","api_key":""}'


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind"),
    [
        (
            401,
            b'{"title":"NOT_AUTHORIZED"}',
            errors.NotAuthorizedError,
            "NOT_AUTHORIZED",
            models.AhamoveError,
        ),
        (401, b"{}", errors.UnauthorizedError, None, models.AhamoveError),
        (
            404,
            b'{"title":"USER_NOT_FOUND"}',
            errors.UserNotFoundError,
            "USER_NOT_FOUND",
            models.AhamoveError,
        ),
        (
            404,
            b'{"title":"PARTNER_NOT_FOUND"}',
            errors.PartnerNotFoundError,
            "PARTNER_NOT_FOUND",
            models.AhamoveError,
        ),
        (404, b"{}", errors.NotFoundError, None, models.AhamoveError),
        (
            406,
            b'{"title":"INVALID_PHONE_NUMBER"}',
            errors.InvalidPhoneNumberError,
            "INVALID_PHONE_NUMBER",
            models.AhamoveError,
        ),
        (
            406,
            b'{"title":"DEACTIVATED_ACCOUNT"}',
            errors.DeactivatedAccountError,
            "DEACTIVATED_ACCOUNT",
            models.AhamoveError,
        ),
        (406, b"{}", errors.NotAcceptableError, None, models.AhamoveError),
        (
            500,
            b'{"title":"INTERNAL_SERVER_ERROR"}',
            errors.InternalServerCodeError,
            "INTERNAL_SERVER_ERROR",
            models.AhamoveError,
        ),
        (500, b"{}", errors.InternalServerError, None, models.AhamoveError),
        (
            503,
            b'{"title":"SERVICE_UNAVAILABLE"}',
            errors.ServiceUnavailableCodeError,
            "SERVICE_UNAVAILABLE",
            models.AhamoveError,
        ),
        (503, b"{}", errors.ServiceUnavailableError, None, models.AhamoveError),
    ],
)
def test_authenticate_raises_every_documented_failure(
    client: AhamoveV3,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_authenticate(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1
