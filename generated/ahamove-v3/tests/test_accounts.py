# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v3 import AhamoveV3, errors, models

from .wire import TRACED, Failure, Wire, at

REGISTER_ANSWER = (
    b'{"token":"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ'
    b"0eXAiOiJ1c2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiL"
    b"CJlb2MiOiJwYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmV"
    b"yIiwiY3R5IjoiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiO"
    b"jE2OTUyNzYzNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWg"
    b'mzMnho8b3NJizEAreFTtdXOphjTncYuHE",'
    b'"refresh_token":"0123456789abcdef0123456789abcdef"}'
)


def call_register(client: AhamoveV3) -> object:
    """`POST /v3/accounts` with the document's example `masked`."""
    return client.accounts.register(
        mobile="84xxxxxxxxx",
        api_key="API_KEY",
        name="Partner Test",
        address="1 Example Street, District 1",
        options=TRACED,
    )


def test_register_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == (
        b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY","name":"Partner Test",'
        b'"address":"1 Example Street, District 1"}'
    )
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


def test_register_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(mobile="", api_key="", name="", address="")

    (sent,) = wire.sent
    assert sent.body == b'{"mobile":"","api_key":"","name":"","address":""}'


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, b'{"title":"INVALID_DATA"}', errors.InvalidDataError),
        (400, b"{}", errors.BadRequestError),
        (404, b'{"title":"PARTNER_NOT_FOUND"}', errors.PartnerNotFoundError),
        (404, b"{}", errors.NotFoundError),
        (406, b'{"title":"INVALID_PHONE_NUMBER"}', errors.InvalidPhoneNumberError),
        (406, b"{}", errors.NotAcceptableError),
        (409, b'{"title":"ACCOUNT_EXISTED"}', errors.AccountExistedError),
        (409, b"{}", errors.ConflictError),
        (500, b'{"title":"INTERNAL_SERVER_ERROR"}', errors.InternalServerCodeError),
        (500, b"{}", errors.InternalServerError),
        (503, b'{"title":"SERVICE_UNAVAILABLE"}', errors.ServiceUnavailableCodeError),
        (503, b"{}", errors.ServiceUnavailableError),
    ],
)
def test_register_raises_each_failure(
    client: AhamoveV3, wire: Wire, status: int, body: bytes, error: Failure
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_register(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, models.AhamoveError)
    assert failure.code == at(body, "title")
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


def call_authenticate(client: AhamoveV3) -> object:
    """`POST /v3/accounts/token` with the document's example `masked`."""
    return client.accounts.authenticate(
        mobile="84xxxxxxxxx", api_key="API_KEY", options=TRACED
    )


def test_authenticate_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, AUTHENTICATE_ANSWER)

    result = call_authenticate(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts/token"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"mobile":"84xxxxxxxxx","api_key":"API_KEY"}'
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


def test_authenticate_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, AUTHENTICATE_ANSWER)

    client.accounts.authenticate(mobile="", api_key="")

    (sent,) = wire.sent
    assert sent.body == b'{"mobile":"","api_key":""}'


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, b'{"title":"NOT_AUTHORIZED"}', errors.NotAuthorizedError),
        (401, b"{}", errors.UnauthorizedError),
        (404, b'{"title":"USER_NOT_FOUND"}', errors.UserNotFoundError),
        (404, b'{"title":"PARTNER_NOT_FOUND"}', errors.PartnerNotFoundError),
        (404, b"{}", errors.NotFoundError),
        (406, b'{"title":"INVALID_PHONE_NUMBER"}', errors.InvalidPhoneNumberError),
        (406, b'{"title":"DEACTIVATED_ACCOUNT"}', errors.DeactivatedAccountError),
        (406, b"{}", errors.NotAcceptableError),
        (500, b'{"title":"INTERNAL_SERVER_ERROR"}', errors.InternalServerCodeError),
        (500, b"{}", errors.InternalServerError),
        (503, b'{"title":"SERVICE_UNAVAILABLE"}', errors.ServiceUnavailableCodeError),
        (503, b"{}", errors.ServiceUnavailableError),
    ],
)
def test_authenticate_raises_each_failure(
    client: AhamoveV3, wire: Wire, status: int, body: bytes, error: Failure
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_authenticate(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, models.AhamoveError)
    assert failure.code == at(body, "title")
    assert len(wire.sent) == 1
