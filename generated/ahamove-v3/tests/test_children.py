# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `children` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v3 import AhamoveV3, Options, errors, models

from .wire import TRACED, Wire

ADD_ANSWER = b"{}"


def call_add(client: AhamoveV3, options: Options | None = None) -> object:
    """Call with the document's example `page`."""
    return client.children.add(child_id="849xxxxxxxx", options=options)


def test_add_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """`POST /v3/accounts/childs` carries the example, byte for byte, and the answer
    is read.
    """
    wire.answers(200, ADD_ANSWER)

    result = call_add(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts/childs"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Authorization"] == "Bearer test-token"
    assert sent.body == b'{"child_id":"849xxxxxxxx"}'
    assert sent.headers["X-Trace"] == "1"
    assert result == {}


def test_add_sends_odd_values(client: AhamoveV3, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, ADD_ANSWER)

    client.children.add(child_id='child_id "é,:{')

    (sent,) = wire.sent
    assert sent.body == b'{"child_id":"child_id \\"\xc3\xa9,:{"}'


def test_add_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, ADD_ANSWER)

    client.children.add(child_id="")

    (sent,) = wire.sent
    assert sent.body == b'{"child_id":""}'


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
            b'{"title":"NOT_FOUND"}',
            errors.NotFoundCodeError,
            "NOT_FOUND",
            models.AhamoveError,
        ),
        (404, b"{}", errors.NotFoundError, None, models.AhamoveError),
        (
            406,
            b'{"title":"ACCOUNT_NOT_SAME_PARTNER"}',
            errors.AccountNotSamePartnerError,
            "ACCOUNT_NOT_SAME_PARTNER",
            models.AhamoveError,
        ),
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
            b'{"title":"PARENT_ACCOUNT_EXISTED"}',
            errors.ParentAccountExistedError,
            "PARENT_ACCOUNT_EXISTED",
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
def test_add_raises_every_documented_failure(
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
        call_add(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1


ACTIVATE_ANSWER = (
    '{"_id":"849xxxxxxxx","name":"Nguyễn Văn A","partner":"ahamove",'
    '"parent_id":"84912345678"}'
).encode()


def call_activate(client: AhamoveV3, options: Options | None = None) -> object:
    """Call with the document's example `curl`."""
    return client.children.activate(
        child_id="849xxxxxxxx", activation_code="1234", options=options
    )


def test_activate_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """`POST /v3/accounts/childs/{child_id}/activate` carries the example, byte for
    byte, and the answer is read.
    """
    wire.answers(200, ACTIVATE_ANSWER)

    result = call_activate(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert (
        sent.url
        == "https://partner-apistg.ahamove.com/v3/accounts/childs/849xxxxxxxx/activate"
    )
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Authorization"] == "Bearer test-token"
    assert sent.body == b'{"activation_code":"1234"}'
    assert sent.headers["X-Trace"] == "1"
    assert result == models.ChildAccount(
        id_="849xxxxxxxx",
        name="Nguyễn Văn A",
        partner="ahamove",
        parent_id="84912345678",
    )


def test_activate_sends_the_example_javascript(client: AhamoveV3, wire: Wire) -> None:
    """`POST /v3/accounts/childs/{child_id}/activate` carries the example
    `javascript`.
    """
    wire.answers(200, ACTIVATE_ANSWER)

    client.children.activate(child_id="849xxxxxxxx", activation_code="2114")

    (sent,) = wire.sent
    assert sent.body == b'{"activation_code":"2114"}'


def test_activate_sends_odd_values(client: AhamoveV3, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, ACTIVATE_ANSWER)

    client.children.activate(
        child_id="child_id é/?%25", activation_code='activation_code "é,:{'
    )

    (sent,) = wire.sent
    assert sent.url == (
        "https://partner-apistg.ahamove.com/v3/accounts/childs/child_id%20%"
        "C3%A9%2F%3F%2525/activate"
    )
    assert sent.body == b'{"activation_code":"activation_code \\"\xc3\xa9,:{"}'


def test_activate_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, ACTIVATE_ANSWER)

    client.children.activate(child_id="child_id", activation_code="")

    (sent,) = wire.sent
    assert (
        sent.url
        == "https://partner-apistg.ahamove.com/v3/accounts/childs/child_id/activate"
    )
    assert sent.body == b'{"activation_code":""}'


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
            b'{"title":"NOT_FOUND"}',
            errors.NotFoundCodeError,
            "NOT_FOUND",
            models.AhamoveError,
        ),
        (404, b"{}", errors.NotFoundError, None, models.AhamoveError),
        (
            406,
            b'{"title":"INVALID_ACTIVATION_CODE"}',
            errors.InvalidActivationCodeError,
            "INVALID_ACTIVATION_CODE",
            models.AhamoveError,
        ),
        (406, b"{}", errors.NotAcceptableError, None, models.AhamoveError),
        (
            409,
            b'{"title":"PARENT_ACCOUNT_EXISTED"}',
            errors.ParentAccountExistedError,
            "PARENT_ACCOUNT_EXISTED",
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
def test_activate_raises_every_documented_failure(
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
        call_activate(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1
