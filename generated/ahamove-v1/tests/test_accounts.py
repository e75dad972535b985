# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v1 import AhamoveV1, errors, models

from .wire import TRACED, Failure, Wire

REGISTER_ANSWER = (
    b'{"token":"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhaGEiLCJ'
    b"0eXAiOiJ1c2VyIiwiY2lkIjoiODQ5MDAwMDAwMDAiLCJzdGF0dXMiOiJPTkxJTkUiL"
    b"CJlb2MiOiJwYXJ0bmVyQGV4YW1wbGUuY29tIiwibm9jIjoiRXhhbXBsZSBQYXJ0bmV"
    b"yIiwiY3R5IjoiU0dOIiwiYWNjb3VudF9zdGF0dXMiOiJBQ1RJVkFURUQiLCJleHAiO"
    b"jE2OTUyNzYzNjgsInBhcnRuZXIiOiJvZG9vIiwidHlwZSI6ImFwaSJ9.afEReuMGWg"
    b'mzMnho8b3NJizEAreFTtdXOphjTncYuHE",'
    b'"refresh_token":"0123456789abcdef0123456789abcdef"}'
)


def call_register(client: AhamoveV1) -> object:
    """`GET /v1/partner/register_account` with what is required."""
    return client.accounts.register(
        mobile="84xxxxxxxxx", name="Partner Test", options=TRACED
    )


def test_register_sends_the_request(client: AhamoveV1, wire: Wire) -> None:
    """The request travels byte for byte, and its answer is read."""
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client)

    (sent,) = wire.sent
    assert sent.method == "GET"
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?"
        "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
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


def test_register_sends_odd_values(client: AhamoveV1, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(
        mobile="mobile é&=+/%25",
        name="name é&=+/%25",
        address="address é&=+/%25",
        lat="3",
        lng="4",
        email="email é&=+/%25",
        parent_id="parent_id é&=+/%25",
        country_code="country_code é&=+/%25",
    )

    (sent,) = wire.sent
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?"
        "mobile=mobile%20%C3%A9%26%3D%2B%2F%2525&"
        "name=name%20%C3%A9%26%3D%2B%2F%2525&"
        "address=address%20%C3%A9%26%3D%2B%2F%2525&lat=3&lng=4&"
        "email=email%20%C3%A9%26%3D%2B%2F%2525&"
        "parent_id=parent_id%20%C3%A9%26%3D%2B%2F%2525&"
        "country_code=country_code%20%C3%A9%26%3D%2B%2F%2525&"
        "api_key=test-api-key"
    )


def test_register_sends_falsy_values(client: AhamoveV1, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, REGISTER_ANSWER)

    client.accounts.register(
        mobile="", name="", address="", email="", parent_id="", country_code=""
    )

    (sent,) = wire.sent
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?mobile=&"
        "name=&address=&email=&parent_id=&country_code=&"
        "api_key=test-api-key"
    )


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, errors.UnauthorizedError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (500, errors.InternalServerError),
        (503, errors.ServiceUnavailableError),
    ],
)
def test_register_raises_each_failure(
    client: AhamoveV1, wire: Wire, status: int, error: Failure
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, b"{}")

    with pytest.raises(error) as caught:
        call_register(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, models.AhamoveError)
    assert len(wire.sent) == 1
