# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""What `children` sends, and what it makes of answers."""

from __future__ import annotations

import pytest
from ahamove_v3 import AhamoveV3, errors, models

from .wire import TRACED, Failure, Wire, at


def call_add(client: AhamoveV3) -> object:
    """`POST /v3/accounts/childs` with the document's example `page`."""
    return client.children.add(child_id="849xxxxxxxx", options=TRACED)


def test_add_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, b"{}")

    result = call_add(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://partner-apistg.ahamove.com/v3/accounts/childs"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Authorization"] == "Bearer test-token"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"child_id":"849xxxxxxxx"}'
    assert result == {}


def test_add_sends_falsy_values(client: AhamoveV3, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, b"{}")

    client.children.add(child_id="")

    (sent,) = wire.sent
    assert sent.body == b'{"child_id":""}'


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, b'{"title":"NOT_AUTHORIZED"}', errors.NotAuthorizedError),
        (401, b"{}", errors.UnauthorizedError),
        (404, b'{"title":"NOT_FOUND"}', errors.NotFoundCodeError),
        (404, b"{}", errors.NotFoundError),
        (
            406,
            b'{"title":"ACCOUNT_NOT_SAME_PARTNER"}',
            errors.AccountNotSamePartnerError,
        ),
        (406, b'{"title":"INVALID_PHONE_NUMBER"}', errors.InvalidPhoneNumberError),
        (406, b"{}", errors.NotAcceptableError),
        (409, b'{"title":"PARENT_ACCOUNT_EXISTED"}', errors.ParentAccountExistedError),
        (409, b"{}", errors.ConflictError),
        (500, b'{"title":"INTERNAL_SERVER_ERROR"}', errors.InternalServerCodeError),
        (500, b"{}", errors.InternalServerError),
        (503, b'{"title":"SERVICE_UNAVAILABLE"}', errors.ServiceUnavailableCodeError),
        (503, b"{}", errors.ServiceUnavailableError),
    ],
)
def test_add_raises_each_failure(
    client: AhamoveV3, wire: Wire, status: int, body: bytes, error: Failure
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_add(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, models.AhamoveError)
    assert failure.code == at(body, "title")
    assert len(wire.sent) == 1


ACTIVATE_ANSWER = (
    '{"_id":"849xxxxxxxx","name":"Nguyễn Văn A","partner":"ahamove",'
    '"parent_id":"84912345678"}'
).encode()


def call_activate(client: AhamoveV3) -> object:
    """`POST /v3/accounts/childs/{child_id}/activate` with the document's example
    `curl`.
    """
    return client.children.activate(
        child_id="849xxxxxxxx", activation_code="1234", options=TRACED
    )


def test_activate_sends_the_example(client: AhamoveV3, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, ACTIVATE_ANSWER)

    result = call_activate(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert (
        sent.url
        == "https://partner-apistg.ahamove.com/v3/accounts/childs/849xxxxxxxx/activate"
    )
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Authorization"] == "Bearer test-token"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"activation_code":"1234"}'
    assert result == models.ChildAccount(
        id_="849xxxxxxxx",
        name="Nguyễn Văn A",
        partner="ahamove",
        parent_id="84912345678",
    )


def test_activate_sends_the_example_javascript(client: AhamoveV3, wire: Wire) -> None:
    """The example `javascript` travels byte for byte."""
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
    ("status", "body", "error"),
    [
        (401, b'{"title":"NOT_AUTHORIZED"}', errors.NotAuthorizedError),
        (401, b"{}", errors.UnauthorizedError),
        (404, b'{"title":"NOT_FOUND"}', errors.NotFoundCodeError),
        (404, b"{}", errors.NotFoundError),
        (
            406,
            b'{"title":"INVALID_ACTIVATION_CODE"}',
            errors.InvalidActivationCodeError,
        ),
        (406, b"{}", errors.NotAcceptableError),
        (409, b'{"title":"PARENT_ACCOUNT_EXISTED"}', errors.ParentAccountExistedError),
        (409, b"{}", errors.ConflictError),
        (500, b'{"title":"INTERNAL_SERVER_ERROR"}', errors.InternalServerCodeError),
        (500, b"{}", errors.InternalServerError),
        (503, b'{"title":"SERVICE_UNAVAILABLE"}', errors.ServiceUnavailableCodeError),
        (503, b"{}", errors.ServiceUnavailableError),
    ],
)
def test_activate_raises_each_failure(
    client: AhamoveV3, wire: Wire, status: int, body: bytes, error: Failure
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_activate(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, models.AhamoveError)
    assert failure.code == at(body, "title")
    assert len(wire.sent) == 1
