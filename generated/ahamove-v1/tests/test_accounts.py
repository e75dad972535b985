# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""What `accounts` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v1 import AhamoveV1, Options, errors, models

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


def call_register(client: AhamoveV1, options: Options | None = None) -> object:
    """Call with what is required."""
    return client.accounts.register(
        mobile="84xxxxxxxxx", name="Partner Test", options=options
    )


def test_register_sends_the_request(client: AhamoveV1, wire: Wire) -> None:
    """`GET /v1/partner/register_account` carries the request, byte for byte, and the
    answer is read.
    """
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "GET"
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?"
        "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
    )
    assert sent.body == b""
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
        mobile="",
        name="",
        address="",
        lat="3",
        lng="4",
        email="",
        parent_id="",
        country_code="",
    )

    (sent,) = wire.sent
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?mobile=&"
        "name=&address=&lat=3&lng=4&email=&parent_id=&country_code=&"
        "api_key=test-api-key"
    )


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind"),
    [
        (401, b"{}", errors.UnauthorizedError, None, models.AhamoveError),
        (403, b"{}", errors.ForbiddenError, None, models.AhamoveError),
        (404, b"{}", errors.NotFoundError, None, models.AhamoveError),
        (409, b"{}", errors.ConflictError, None, models.AhamoveError),
        (500, b"{}", errors.InternalServerError, None, models.AhamoveError),
        (503, b"{}", errors.ServiceUnavailableError, None, models.AhamoveError),
    ],
)
def test_register_raises_every_documented_failure(
    client: AhamoveV1,
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
