# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What `customers` sends, and what it makes of answers."""

from __future__ import annotations

import datetime as dt

import pytest
from quantum_metal import QuantumMetal, errors, models

from .wire import TRACED, Failure, Wire, at

REGISTER_ANSWER = (
    b'{"code":0,"message":"string","data":{"sessionId":"string",'
    b'"expiredOn":1706600000000}}'
)


def call_register(client: QuantumMetal) -> object:
    """`POST /v1/customer/register` with the document's example `email`."""
    return client.customers.register(
        customer=models.Customer(
            legal_full_name="Full Name",
            identity_number="900101-14-5678",
            email="customer@example.com",
            primary_login_method="email",
        ),
        options=TRACED,
    )


def test_register_sends_the_example(client: QuantumMetal, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/register"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "c843367c19c8fd9d61a9ffe08d9d0642"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == (
        b'{"customer":{"legalFullName":"Full Name",'
        b'"identityNumber":"900101-14-5678","email":"customer@example.com",'
        b'"primaryLoginMethod":"email"}}'
    )
    assert result == models.RegistrationSession(
        session_id="string",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


def test_register_sends_the_example_phone(client: QuantumMetal, wire: Wire) -> None:
    """The example `phone` travels byte for byte."""
    wire.answers(200, REGISTER_ANSWER)

    client.customers.register(
        customer=models.Customer(
            legal_full_name="Full Name",
            identity_number="900101-14-5678",
            phone_number="+60123456789",
            primary_login_method="phoneNumber",
        )
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"customer":{"legalFullName":"Full Name",'
        b'"identityNumber":"900101-14-5678","phoneNumber":"+60123456789",'
        b'"primaryLoginMethod":"phoneNumber"}}'
    )


@pytest.mark.parametrize(
    ("status", "body", "error", "kind"),
    [
        (200, b'{"code":1,"message":"refused"}', errors.EnvelopeError, dict),
        (429, b"", errors.TooManyRequestsError, type(None)),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            models.Envelope,
        ),
    ],
)
def test_register_raises_each_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: Failure,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_register(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, kind)
    assert failure.code == at(body, "code")
    assert failure.message == (at(body, "message") or "")
    assert len(wire.sent) == 1


VERIFY_REGISTRATION_ANSWER = (
    b'{"code":0,"message":"string","data":{"redirectOneTimeLink":"https:'
    b'//qm.example.invalid/link","expiredOn":1706600000000}}'
)


def call_verify_registration(client: QuantumMetal) -> object:
    """`POST /v1/customer/verify-registration` with the document's example `code`."""
    return client.customers.verify_registration(
        session_id="string", verification_code="012345", options=TRACED
    )


def test_verify_registration_sends_the_example(
    client: QuantumMetal, wire: Wire
) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, VERIFY_REGISTRATION_ANSWER)

    result = call_verify_registration(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/verify-registration"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "ad239b5795ad74f38d85df880899bc41"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"sessionId":"string","verificationCode":"012345"}'
    assert result == models.OneTimeLink(
        redirect_one_time_link="https://qm.example.invalid/link",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


def test_verify_registration_sends_falsy_values(
    client: QuantumMetal, wire: Wire
) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, VERIFY_REGISTRATION_ANSWER)

    client.customers.verify_registration(session_id="", verification_code="")

    (sent,) = wire.sent
    assert sent.body == b'{"sessionId":"","verificationCode":""}'


@pytest.mark.parametrize(
    ("status", "body", "error", "kind"),
    [
        (200, b'{"code":1,"message":"refused"}', errors.EnvelopeError, dict),
        (429, b"", errors.TooManyRequestsError, type(None)),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            models.Envelope,
        ),
    ],
)
def test_verify_registration_raises_each_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: Failure,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_verify_registration(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, kind)
    assert failure.code == at(body, "code")
    assert failure.message == (at(body, "message") or "")
    assert len(wire.sent) == 1


REQUEST_ONE_TIME_LINK_ANSWER = (
    b'{"code":0,"message":"string","data":{"redirectOneTimeLink":"https:'
    b'//qm.example.invalid/link","expiredOn":1706600000000}}'
)


def call_request_one_time_link(client: QuantumMetal) -> object:
    """`POST /v1/customer/request-one-time-link` with the document's example
    `customer`.
    """
    return client.customers.request_one_time_link(
        customer=models.CustomerIdentity(identity_number="900101-14-5678"),
        options=TRACED,
    )


def test_request_one_time_link_sends_the_example(
    client: QuantumMetal, wire: Wire
) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, REQUEST_ONE_TIME_LINK_ANSWER)

    result = call_request_one_time_link(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/request-one-time-link"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "373c8d3a7871cd4cc59213beef40419c"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"customer":{"identityNumber":"900101-14-5678"}}'
    assert result == models.OneTimeLink(
        redirect_one_time_link="https://qm.example.invalid/link",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("status", "body", "error", "kind"),
    [
        (200, b'{"code":1,"message":"refused"}', errors.EnvelopeError, dict),
        (429, b"", errors.TooManyRequestsError, type(None)),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            models.Envelope,
        ),
    ],
)
def test_request_one_time_link_raises_each_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: Failure,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_request_one_time_link(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, kind)
    assert failure.code == at(body, "code")
    assert failure.message == (at(body, "message") or "")
    assert len(wire.sent) == 1


BIND_ANSWER = b'{"code":0,"message":"string","data":{"id":"string"}}'


def call_bind(client: QuantumMetal) -> object:
    """`POST /v1/customer/bind` with the document's example `customer`."""
    return client.customers.bind(
        customer=models.CustomerIdentity(identity_number="900101-14-5678"),
        options=TRACED,
    )


def test_bind_sends_the_example(client: QuantumMetal, wire: Wire) -> None:
    """The example travels byte for byte, and its answer is read."""
    wire.answers(200, BIND_ANSWER)

    result = call_bind(client)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/bind"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "373c8d3a7871cd4cc59213beef40419c"
    assert sent.headers["X-Trace"] == "1"
    assert sent.body == b'{"customer":{"identityNumber":"900101-14-5678"}}'
    assert result == models.Binding(id="string")


@pytest.mark.parametrize(
    ("status", "body", "error", "kind"),
    [
        (200, b'{"code":801,"message":"refused"}', errors.CustomerNotFoundError, dict),
        (
            200,
            b'{"code":802,"message":"refused"}',
            errors.RegistrationNotCompleteError,
            dict,
        ),
        (200, b'{"code":803,"message":"refused"}', errors.BindNotAllowedError, dict),
        (200, b'{"code":1,"message":"refused"}', errors.EnvelopeError, dict),
        (429, b"", errors.TooManyRequestsError, type(None)),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            models.Envelope,
        ),
    ],
)
def test_bind_raises_each_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: Failure,
    kind: type[object],
) -> None:
    """Each documented failure is an exception of its own; none is repeated."""
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_bind(client)

    failure = caught.value
    assert type(failure) is error
    assert failure.status == status
    assert isinstance(failure.body, kind)
    assert failure.code == at(body, "code")
    assert failure.message == (at(body, "message") or "")
    assert len(wire.sent) == 1
