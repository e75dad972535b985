# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from quantum_metal import models
from quantum_metal._runtime import codec

JSON = "application/json"


def test_customer_registration_travels_whole() -> None:
    """`CustomerRegistration` reads and writes each member by its own name."""
    value = models.CustomerRegistration(
        customer=models.Customer(
            legal_full_name='legalFullName "é,:{',
            identity_number='identityNumber "é,:{',
            email='email "é,:{',
            phone_number='phoneNumber "é,:{',
            primary_login_method="phoneNumber",
        )
    )
    text = (
        '{"customer":{"legalFullName":"legalFullName \\"é,:{",'
        '"identityNumber":"identityNumber \\"é,:{","email":"email \\"é,:{",'
        '"phoneNumber":"phoneNumber \\"é,:{",'
        '"primaryLoginMethod":"phoneNumber"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.CustomerRegistration, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_customer_registration_needs_what_is_required(text: bytes) -> None:
    """`CustomerRegistration` cannot be read without `customer`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.CustomerRegistration, JSON)


def test_customer_registration_bears_drift() -> None:
    """`CustomerRegistration` is read with less than all, with more, and with new
    values.
    """
    text = (
        b'{"customer":{"legalFullName":"legalFullName",'
        b'"identityNumber":"identityNumber","email":"email",'
        b'"primaryLoginMethod":"email"},"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.CustomerRegistration, JSON)

    assert value == models.CustomerRegistration(
        customer=models.Customer(
            legal_full_name="legalFullName",
            identity_number="identityNumber",
            email="email",
            primary_login_method="email",
        )
    )
    assert [each.pointer for each in deviations] == []


def test_customer_travels_whole() -> None:
    """`Customer` reads and writes each member by its own name."""
    value = models.Customer(
        legal_full_name='legalFullName "é,:{',
        identity_number='identityNumber "é,:{',
        email='email "é,:{',
        phone_number='phoneNumber "é,:{',
        primary_login_method="phoneNumber",
    )
    text = (
        '{"legalFullName":"legalFullName \\"é,:{",'
        '"identityNumber":"identityNumber \\"é,:{","email":"email \\"é,:{",'
        '"phoneNumber":"phoneNumber \\"é,:{",'
        '"primaryLoginMethod":"phoneNumber"}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Customer, JSON) == (value, ())


@pytest.mark.parametrize(
    "text",
    [
        b'{"identityNumber":"identityNumber","email":"email","primaryLoginMethod":"email"}',
        b'{"legalFullName":"legalFullName","email":"email","primaryLoginMethod":"email"}',
        (
            b'{"legalFullName":"legalFullName","identityNumber":"identityNumber"'
            b',"email":"email"}'
        ),
    ],
)
def test_customer_needs_what_is_required(text: bytes) -> None:
    """`Customer` cannot be read without `legalFullName` and `identityNumber` and
    `primaryLoginMethod`.
    """
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.Customer, JSON)


def test_customer_needs_one_of_several() -> None:
    """`Customer` is refused without any of the members of which one is needed."""
    value = models.Customer(
        legal_full_name="legalFullName",
        identity_number="identityNumber",
        primary_login_method="email",
    )

    with pytest.raises(ValueError):
        codec.verify(value)


def test_customer_bears_drift() -> None:
    """`Customer` is read with less than all, with more, and with new values."""
    text = (
        b'{"legalFullName":"legalFullName","identityNumber":"identityNumber"'
        b',"email":"email","phoneNumber":null,"primaryLoginMethod":"email",'
        b'"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.Customer, JSON)

    assert value == models.Customer(
        legal_full_name="legalFullName",
        identity_number="identityNumber",
        email="email",
        primary_login_method="email",
    )
    assert [each.pointer for each in deviations] == ["/phoneNumber"]


def test_registration_verification_travels_whole() -> None:
    """`RegistrationVerification` reads and writes each member by its own name."""
    value = models.RegistrationVerification(
        session_id='sessionId "é,:{', verification_code='verificationCode "é,:{'
    )
    text = '{"sessionId":"sessionId \\"é,:{","verificationCode":"verificationCode \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.RegistrationVerification, JSON) == (value, ())
    assert 'verificationCode "é,:{' not in repr(value)


@pytest.mark.parametrize(
    "text", [b'{"verificationCode":"verificationCode"}', b'{"sessionId":"sessionId"}']
)
def test_registration_verification_needs_what_is_required(text: bytes) -> None:
    """`RegistrationVerification` cannot be read without `sessionId` and
    `verificationCode`.
    """
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.RegistrationVerification, JSON)


def test_registration_verification_bears_drift() -> None:
    """`RegistrationVerification` is read with less than all, with more, and with new
    values.
    """
    text = (
        b'{"sessionId":"sessionId","verificationCode":"verificationCode",'
        b'"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.RegistrationVerification, JSON)

    assert value == models.RegistrationVerification(
        session_id="sessionId", verification_code="verificationCode"
    )
    assert [each.pointer for each in deviations] == []


def test_customer_lookup_travels_whole() -> None:
    """`CustomerLookup` reads and writes each member by its own name."""
    value = models.CustomerLookup(
        customer=models.CustomerIdentity(identity_number='identityNumber "é,:{')
    )
    text = '{"customer":{"identityNumber":"identityNumber \\"é,:{"}}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.CustomerLookup, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_customer_lookup_needs_what_is_required(text: bytes) -> None:
    """`CustomerLookup` cannot be read without `customer`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.CustomerLookup, JSON)


def test_customer_lookup_bears_drift() -> None:
    """`CustomerLookup` is read with less than all, with more, and with new values."""
    text = (
        b'{"customer":{"identityNumber":"identityNumber"},'
        b'"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.CustomerLookup, JSON)

    assert value == models.CustomerLookup(
        customer=models.CustomerIdentity(identity_number="identityNumber")
    )
    assert [each.pointer for each in deviations] == []


def test_customer_identity_travels_whole() -> None:
    """`CustomerIdentity` reads and writes each member by its own name."""
    value = models.CustomerIdentity(identity_number='identityNumber "é,:{')
    text = '{"identityNumber":"identityNumber \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.CustomerIdentity, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_customer_identity_needs_what_is_required(text: bytes) -> None:
    """`CustomerIdentity` cannot be read without `identityNumber`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.CustomerIdentity, JSON)


def test_customer_identity_bears_drift() -> None:
    """`CustomerIdentity` is read with less than all, with more, and with new values."""
    text = b'{"identityNumber":"identityNumber","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.CustomerIdentity, JSON)

    assert value == models.CustomerIdentity(identity_number="identityNumber")
    assert [each.pointer for each in deviations] == []


def test_envelope_travels_whole() -> None:
    """`Envelope` reads and writes each member by its own name."""
    value = models.Envelope(
        code=2147483647, message='message "é,:{', data={"key": "value"}
    )
    text = '{"code":2147483647,"message":"message \\"é,:{","data":{"key":"value"}}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Envelope, JSON) == (value, ())


def test_envelope_tells_null_from_absent() -> None:
    """`Envelope` has null where null is sent."""
    value = models.Envelope(code=0, data=None)
    text = b'{"code":0,"data":null}'

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Envelope, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_envelope_needs_what_is_required(text: bytes) -> None:
    """`Envelope` cannot be read without `code`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.Envelope, JSON)


def test_envelope_bears_drift() -> None:
    """`Envelope` is read with less than all, with more, and with new values."""
    text = b'{"code":0,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.Envelope, JSON)

    assert value == models.Envelope(code=0)
    assert [each.pointer for each in deviations] == ["/message"]


def test_registration_envelope_travels_whole() -> None:
    """`RegistrationEnvelope` reads and writes each member by its own name."""
    value = models.RegistrationEnvelope(
        code=2147483647,
        message='message "é,:{',
        data=models.RegistrationSession(
            session_id='sessionId "é,:{',
            expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
        ),
    )
    text = (
        '{"code":2147483647,"message":"message \\"é,:{",'
        '"data":{"sessionId":"sessionId \\"é,:{","expiredOn":1706600000000}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.RegistrationEnvelope, JSON) == (value, ())


def test_registration_envelope_tells_null_from_absent() -> None:
    """`RegistrationEnvelope` has null where null is sent."""
    value = models.RegistrationEnvelope(code=0, data=None)
    text = b'{"code":0,"data":null}'

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.RegistrationEnvelope, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_registration_envelope_needs_what_is_required(text: bytes) -> None:
    """`RegistrationEnvelope` cannot be read without `code`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.RegistrationEnvelope, JSON)


def test_registration_envelope_bears_drift() -> None:
    """`RegistrationEnvelope` is read with less than all, with more, and with new
    values.
    """
    text = b'{"code":0,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.RegistrationEnvelope, JSON)

    assert value == models.RegistrationEnvelope(code=0)
    assert [each.pointer for each in deviations] == ["/message"]


def test_registration_session_travels_whole() -> None:
    """`RegistrationSession` reads and writes each member by its own name."""
    value = models.RegistrationSession(
        session_id='sessionId "é,:{',
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    text = '{"sessionId":"sessionId \\"é,:{","expiredOn":1706600000000}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.RegistrationSession, JSON) == (value, ())


@pytest.mark.parametrize(
    "text", [b'{"expiredOn":1706600000000}', b'{"sessionId":"sessionId"}']
)
def test_registration_session_needs_what_is_required(text: bytes) -> None:
    """`RegistrationSession` cannot be read without `sessionId` and `expiredOn`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.RegistrationSession, JSON)


def test_registration_session_bears_drift() -> None:
    """`RegistrationSession` is read with less than all, with more, and with new
    values.
    """
    text = (
        b'{"sessionId":"sessionId","expiredOn":1706600000000,'
        b'"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.RegistrationSession, JSON)

    assert value == models.RegistrationSession(
        session_id="sessionId",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    assert [each.pointer for each in deviations] == []


def test_one_time_link_envelope_travels_whole() -> None:
    """`OneTimeLinkEnvelope` reads and writes each member by its own name."""
    value = models.OneTimeLinkEnvelope(
        code=2147483647,
        message='message "é,:{',
        data=models.OneTimeLink(
            redirect_one_time_link='redirectOneTimeLink "é,:{',
            expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
        ),
    )
    text = (
        '{"code":2147483647,"message":"message \\"é,:{",'
        '"data":{"redirectOneTimeLink":"redirectOneTimeLink \\"é,:{",'
        '"expiredOn":1706600000000}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.OneTimeLinkEnvelope, JSON) == (value, ())


def test_one_time_link_envelope_tells_null_from_absent() -> None:
    """`OneTimeLinkEnvelope` has null where null is sent."""
    value = models.OneTimeLinkEnvelope(code=1, data=None)
    text = b'{"code":1,"data":null}'

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.OneTimeLinkEnvelope, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_one_time_link_envelope_needs_what_is_required(text: bytes) -> None:
    """`OneTimeLinkEnvelope` cannot be read without `code`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.OneTimeLinkEnvelope, JSON)


def test_one_time_link_envelope_bears_drift() -> None:
    """`OneTimeLinkEnvelope` is read with less than all, with more, and with new
    values.
    """
    text = b'{"code":1,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.OneTimeLinkEnvelope, JSON)

    assert value == models.OneTimeLinkEnvelope(code=1)
    assert [each.pointer for each in deviations] == ["/message"]


def test_one_time_link_travels_whole() -> None:
    """`OneTimeLink` reads and writes each member by its own name."""
    value = models.OneTimeLink(
        redirect_one_time_link='redirectOneTimeLink "é,:{',
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    text = '{"redirectOneTimeLink":"redirectOneTimeLink \\"é,:{","expiredOn":1706600000000}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.OneTimeLink, JSON) == (value, ())
    assert 'redirectOneTimeLink "é,:{' not in repr(value)


@pytest.mark.parametrize(
    "text",
    [b'{"expiredOn":1706600000000}', b'{"redirectOneTimeLink":"redirectOneTimeLink"}'],
)
def test_one_time_link_needs_what_is_required(text: bytes) -> None:
    """`OneTimeLink` cannot be read without `redirectOneTimeLink` and `expiredOn`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.OneTimeLink, JSON)


def test_one_time_link_bears_drift() -> None:
    """`OneTimeLink` is read with less than all, with more, and with new values."""
    text = (
        b'{"redirectOneTimeLink":"redirectOneTimeLink",'
        b'"expiredOn":1706600000000,"unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.OneTimeLink, JSON)

    assert value == models.OneTimeLink(
        redirect_one_time_link="redirectOneTimeLink",
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    assert [each.pointer for each in deviations] == []


def test_binding_envelope_travels_whole() -> None:
    """`BindingEnvelope` reads and writes each member by its own name."""
    value = models.BindingEnvelope(
        code=2147483647, message='message "é,:{', data=models.Binding(id='id "é,:{')
    )
    text = '{"code":2147483647,"message":"message \\"é,:{","data":{"id":"id \\"é,:{"}}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.BindingEnvelope, JSON) == (value, ())


def test_binding_envelope_tells_null_from_absent() -> None:
    """`BindingEnvelope` has null where null is sent."""
    value = models.BindingEnvelope(code=1, data=None)
    text = b'{"code":1,"data":null}'

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.BindingEnvelope, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_binding_envelope_needs_what_is_required(text: bytes) -> None:
    """`BindingEnvelope` cannot be read without `code`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.BindingEnvelope, JSON)


def test_binding_envelope_bears_drift() -> None:
    """`BindingEnvelope` is read with less than all, with more, and with new values."""
    text = b'{"code":1,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.BindingEnvelope, JSON)

    assert value == models.BindingEnvelope(code=1)
    assert [each.pointer for each in deviations] == ["/message"]


def test_binding_travels_whole() -> None:
    """`Binding` reads and writes each member by its own name."""
    value = models.Binding(id='id "é,:{')
    text = '{"id":"id \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Binding, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_binding_needs_what_is_required(text: bytes) -> None:
    """`Binding` cannot be read without `id`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.Binding, JSON)


def test_binding_bears_drift() -> None:
    """`Binding` is read with less than all, with more, and with new values."""
    text = b'{"id":"id","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.Binding, JSON)

    assert value == models.Binding(id="id")
    assert [each.pointer for each in deviations] == []
