# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""What `customers` sends, and what it makes of answers."""

from __future__ import annotations

import datetime as dt

import pytest
from quantum_metal import Options, QuantumMetal, errors, models

from .wire import TRACED, Wire

REGISTER_ANSWER = (
    b'{"code":0,"message":"string","data":{"sessionId":"string",'
    b'"expiredOn":1706600000000}}'
)


def call_register(client: QuantumMetal, options: Options | None = None) -> object:
    """Call with the document's example `email`."""
    return client.customers.register(
        customer=models.Customer(
            legal_full_name="Full Name",
            identity_number="900101-14-5678",
            email="customer@example.com",
            primary_login_method="email",
        ),
        options=options,
    )


def test_register_sends_the_example(client: QuantumMetal, wire: Wire) -> None:
    """`POST /v1/customer/register` carries the example, byte for byte, and the
    answer is read.
    """
    wire.answers(200, REGISTER_ANSWER)

    result = call_register(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/register"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "c843367c19c8fd9d61a9ffe08d9d0642"
    assert sent.body == (
        b'{"customer":{"legalFullName":"Full Name",'
        b'"identityNumber":"900101-14-5678","email":"customer@example.com",'
        b'"primaryLoginMethod":"email"}}'
    )
    assert sent.headers["X-Trace"] == "1"
    assert result == models.RegistrationSession(
        session_id="string",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


def test_register_sends_the_example_phone(client: QuantumMetal, wire: Wire) -> None:
    """`POST /v1/customer/register` carries the example `phone`."""
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


def test_register_sends_only_what_is_given(client: QuantumMetal, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, REGISTER_ANSWER)

    client.customers.register(
        customer=models.Customer(
            legal_full_name="legalFullName",
            identity_number="identityNumber",
            email="email",
            primary_login_method="email",
        )
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"customer":{"legalFullName":"legalFullName",'
        b'"identityNumber":"identityNumber","email":"email",'
        b'"primaryLoginMethod":"email"}}'
    )


def test_register_sends_odd_values(client: QuantumMetal, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, REGISTER_ANSWER)

    client.customers.register(
        customer=models.Customer(
            legal_full_name='legalFullName "é,:{',
            identity_number='identityNumber "é,:{',
            email='email "é,:{',
            phone_number='phoneNumber "é,:{',
            primary_login_method="phoneNumber",
        )
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"customer":{"legalFullName":"legalFullName \\"\xc3\xa9,:{",'
        b'"identityNumber":"identityNumber \\"\xc3\xa9,:{","email":"email \\"\xc3\xa9,:{",'
        b'"phoneNumber":"phoneNumber \\"\xc3\xa9,:{",'
        b'"primaryLoginMethod":"phoneNumber"}}'
    )


def test_register_sends_falsy_values(client: QuantumMetal, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, REGISTER_ANSWER)

    client.customers.register(
        customer=models.Customer(
            legal_full_name="",
            identity_number="",
            email="",
            phone_number="",
            primary_login_method="email",
        )
    )

    (sent,) = wire.sent
    assert sent.body == (
        b'{"customer":{"legalFullName":"","identityNumber":"","email":"",'
        b'"phoneNumber":"","primaryLoginMethod":"email"}}'
    )


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind", "message"),
    [
        (
            200,
            b'{"code":1,"message":"refused"}',
            errors.EnvelopeError,
            1,
            dict,
            "refused",
        ),
        (429, b"", errors.TooManyRequestsError, None, type(None), ""),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            1,
            models.Envelope,
            "refused",
        ),
    ],
)
def test_register_raises_every_documented_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
    message: str,
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
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1


VERIFY_REGISTRATION_ANSWER = (
    b'{"code":0,"message":"string","data":{"redirectOneTimeLink":"https:'
    b'//qm.example.invalid/link","expiredOn":1706600000000}}'
)


def call_verify_registration(
    client: QuantumMetal, options: Options | None = None
) -> object:
    """Call with the document's example `code`."""
    return client.customers.verify_registration(
        session_id="string", verification_code="012345", options=options
    )


def test_verify_registration_sends_the_example(
    client: QuantumMetal, wire: Wire
) -> None:
    """`POST /v1/customer/verify-registration` carries the example, byte for byte,
    and the answer is read.
    """
    wire.answers(200, VERIFY_REGISTRATION_ANSWER)

    result = call_verify_registration(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/verify-registration"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "ad239b5795ad74f38d85df880899bc41"
    assert sent.body == b'{"sessionId":"string","verificationCode":"012345"}'
    assert sent.headers["X-Trace"] == "1"
    assert result == models.OneTimeLink(
        redirect_one_time_link="https://qm.example.invalid/link",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


def test_verify_registration_sends_only_what_is_given(
    client: QuantumMetal, wire: Wire
) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, VERIFY_REGISTRATION_ANSWER)

    client.customers.verify_registration(
        session_id="sessionId", verification_code="verificationCode"
    )

    (sent,) = wire.sent
    assert (
        sent.body == b'{"sessionId":"sessionId","verificationCode":"verificationCode"}'
    )


def test_verify_registration_sends_odd_values(client: QuantumMetal, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, VERIFY_REGISTRATION_ANSWER)

    client.customers.verify_registration(
        session_id='sessionId "é,:{', verification_code='verificationCode "é,:{'
    )

    (sent,) = wire.sent
    assert (
        sent.body
        == b'{"sessionId":"sessionId \\"\xc3\xa9,:{","verificationCode":"verificationCode \\"\xc3\xa9,:{"}'
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
    ("status", "body", "error", "code", "kind", "message"),
    [
        (
            200,
            b'{"code":1,"message":"refused"}',
            errors.EnvelopeError,
            1,
            dict,
            "refused",
        ),
        (429, b"", errors.TooManyRequestsError, None, type(None), ""),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            1,
            models.Envelope,
            "refused",
        ),
    ],
)
def test_verify_registration_raises_every_documented_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
    message: str,
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_verify_registration(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1


REQUEST_ONE_TIME_LINK_ANSWER = (
    b'{"code":0,"message":"string","data":{"redirectOneTimeLink":"https:'
    b'//qm.example.invalid/link","expiredOn":1706600000000}}'
)


def call_request_one_time_link(
    client: QuantumMetal, options: Options | None = None
) -> object:
    """Call with the document's example `customer`."""
    return client.customers.request_one_time_link(
        customer=models.CustomerIdentity(identity_number="900101-14-5678"),
        options=options,
    )


def test_request_one_time_link_sends_the_example(
    client: QuantumMetal, wire: Wire
) -> None:
    """`POST /v1/customer/request-one-time-link` carries the example, byte for byte,
    and the answer is read.
    """
    wire.answers(200, REQUEST_ONE_TIME_LINK_ANSWER)

    result = call_request_one_time_link(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/request-one-time-link"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "373c8d3a7871cd4cc59213beef40419c"
    assert sent.body == b'{"customer":{"identityNumber":"900101-14-5678"}}'
    assert sent.headers["X-Trace"] == "1"
    assert result == models.OneTimeLink(
        redirect_one_time_link="https://qm.example.invalid/link",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )


def test_request_one_time_link_sends_only_what_is_given(
    client: QuantumMetal, wire: Wire
) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, REQUEST_ONE_TIME_LINK_ANSWER)

    client.customers.request_one_time_link(
        customer=models.CustomerIdentity(identity_number="identityNumber")
    )

    (sent,) = wire.sent
    assert sent.body == b'{"customer":{"identityNumber":"identityNumber"}}'


def test_request_one_time_link_sends_odd_values(
    client: QuantumMetal, wire: Wire
) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, REQUEST_ONE_TIME_LINK_ANSWER)

    client.customers.request_one_time_link(
        customer=models.CustomerIdentity(identity_number='identityNumber "é,:{')
    )

    (sent,) = wire.sent
    assert (
        sent.body == b'{"customer":{"identityNumber":"identityNumber \\"\xc3\xa9,:{"}}'
    )


def test_request_one_time_link_sends_falsy_values(
    client: QuantumMetal, wire: Wire
) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, REQUEST_ONE_TIME_LINK_ANSWER)

    client.customers.request_one_time_link(
        customer=models.CustomerIdentity(identity_number="")
    )

    (sent,) = wire.sent
    assert sent.body == b'{"customer":{"identityNumber":""}}'


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind", "message"),
    [
        (
            200,
            b'{"code":1,"message":"refused"}',
            errors.EnvelopeError,
            1,
            dict,
            "refused",
        ),
        (429, b"", errors.TooManyRequestsError, None, type(None), ""),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            1,
            models.Envelope,
            "refused",
        ),
    ],
)
def test_request_one_time_link_raises_every_documented_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
    message: str,
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_request_one_time_link(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1


BIND_ANSWER = b'{"code":0,"message":"string","data":{"id":"string"}}'


def call_bind(client: QuantumMetal, options: Options | None = None) -> object:
    """Call with the document's example `customer`."""
    return client.customers.bind(
        customer=models.CustomerIdentity(identity_number="900101-14-5678"),
        options=options,
    )


def test_bind_sends_the_example(client: QuantumMetal, wire: Wire) -> None:
    """`POST /v1/customer/bind` carries the example, byte for byte, and the answer is
    read.
    """
    wire.answers(200, BIND_ANSWER)

    result = call_bind(client, TRACED)

    (sent,) = wire.sent
    assert sent.method == "POST"
    assert sent.url == "https://host.example.invalid/v1/customer/bind"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "373c8d3a7871cd4cc59213beef40419c"
    assert sent.body == b'{"customer":{"identityNumber":"900101-14-5678"}}'
    assert sent.headers["X-Trace"] == "1"
    assert result == models.Binding(id="string")


def test_bind_sends_only_what_is_given(client: QuantumMetal, wire: Wire) -> None:
    """What is not given is not sent: it is neither null nor empty."""
    wire.answers(200, BIND_ANSWER)

    client.customers.bind(
        customer=models.CustomerIdentity(identity_number="identityNumber")
    )

    (sent,) = wire.sent
    assert sent.body == b'{"customer":{"identityNumber":"identityNumber"}}'


def test_bind_sends_odd_values(client: QuantumMetal, wire: Wire) -> None:
    """Every argument arrives as it is, whatever characters it holds."""
    wire.answers(200, BIND_ANSWER)

    client.customers.bind(
        customer=models.CustomerIdentity(identity_number='identityNumber "é,:{')
    )

    (sent,) = wire.sent
    assert (
        sent.body == b'{"customer":{"identityNumber":"identityNumber \\"\xc3\xa9,:{"}}'
    )


def test_bind_sends_falsy_values(client: QuantumMetal, wire: Wire) -> None:
    """What is empty, zero or null is no absence."""
    wire.answers(200, BIND_ANSWER)

    client.customers.bind(customer=models.CustomerIdentity(identity_number=""))

    (sent,) = wire.sent
    assert sent.body == b'{"customer":{"identityNumber":""}}'


@pytest.mark.parametrize(
    ("status", "body", "error", "code", "kind", "message"),
    [
        (
            200,
            b'{"code":801,"message":"refused"}',
            errors.CustomerNotFoundError,
            801,
            dict,
            "refused",
        ),
        (
            200,
            b'{"code":802,"message":"refused"}',
            errors.RegistrationNotCompleteError,
            802,
            dict,
            "refused",
        ),
        (
            200,
            b'{"code":803,"message":"refused"}',
            errors.BindNotAllowedError,
            803,
            dict,
            "refused",
        ),
        (
            200,
            b'{"code":1,"message":"refused"}',
            errors.EnvelopeError,
            1,
            dict,
            "refused",
        ),
        (429, b"", errors.TooManyRequestsError, None, type(None), ""),
        (
            500,
            b'{"code":1,"message":"refused"}',
            errors.UnexpectedStatusError,
            1,
            models.Envelope,
            "refused",
        ),
    ],
)
def test_bind_raises_every_documented_failure(
    client: QuantumMetal,
    wire: Wire,
    status: int,
    body: bytes,
    error: type[errors.ApiStatusError],
    code: object,
    kind: type[object],
    message: str,
) -> None:
    """Each documented failure is an exception of its own, with its code; none is
    repeated.
    """
    wire.answers(status, body)

    with pytest.raises(error) as caught:
        call_bind(client)

    assert type(caught.value) is error
    assert (caught.value.status, caught.value.code) == (status, code)
    assert isinstance(caught.value.body, kind)
    assert message in str(caught.value)
    assert caught.value.response.body == body
    assert len(wire.sent) == 1
