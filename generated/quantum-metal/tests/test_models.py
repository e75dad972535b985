# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import datetime as dt

import pytest
from quantum_metal import models
from quantum_metal._runtime import codec

JSON = "application/json"


def test_customer_registration_travels_whole() -> None:
    """`CustomerRegistration` writes each member by its own name."""
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


def test_customer_travels_whole() -> None:
    """`Customer` writes each member by its own name."""
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


def test_registration_verification_travels_whole() -> None:
    """`RegistrationVerification` writes each member by its own name."""
    value = models.RegistrationVerification(
        session_id='sessionId "é,:{', verification_code='verificationCode "é,:{'
    )
    text = (
        '{"sessionId":"sessionId \\"é,:{","verificationCode":"verificationCo'
        'de \\"é,:{"}'
    ).encode()

    assert codec.encode(value, JSON) == text


def test_customer_lookup_travels_whole() -> None:
    """`CustomerLookup` writes each member by its own name."""
    value = models.CustomerLookup(
        customer=models.CustomerIdentity(identity_number='identityNumber "é,:{')
    )
    text = '{"customer":{"identityNumber":"identityNumber \\"é,:{"}}'.encode()

    assert codec.encode(value, JSON) == text


def test_customer_identity_travels_whole() -> None:
    """`CustomerIdentity` writes each member by its own name."""
    value = models.CustomerIdentity(identity_number='identityNumber "é,:{')
    text = '{"identityNumber":"identityNumber \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text


def test_envelope_travels_whole() -> None:
    """`Envelope` reads and writes each member by its own name."""
    value = models.Envelope(
        code=2147483647, message='message "é,:{', data={"key": "value"}
    )
    text = (
        '{"code":2147483647,"message":"message \\"é,:{","data":{"key":"value"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Envelope, JSON) == (value, ())


def test_envelope_bears_drift() -> None:
    """`Envelope` is read with less than all, with more, and with new values."""
    text = b'{"code":0,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.Envelope, JSON)

    assert value == models.Envelope(code=0)
    assert [each.pointer for each in deviations] == ["/message"]


def test_envelope_needs_code() -> None:
    """`Envelope` cannot be read without `code`."""
    text = b'{"message":null,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.Envelope, JSON)


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


def test_registration_envelope_bears_drift() -> None:
    """`RegistrationEnvelope` is read with less than all, with more, and with new
    values.
    """
    text = b'{"code":0,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.RegistrationEnvelope, JSON)

    assert value == models.RegistrationEnvelope(code=0)
    assert [each.pointer for each in deviations] == ["/message"]


def test_registration_envelope_needs_code() -> None:
    """`RegistrationEnvelope` cannot be read without `code`."""
    text = b'{"message":null,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.RegistrationEnvelope, JSON)


def test_registration_session_travels_whole() -> None:
    """`RegistrationSession` reads and writes each member by its own name."""
    value = models.RegistrationSession(
        session_id='sessionId "é,:{',
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    text = '{"sessionId":"sessionId \\"é,:{","expiredOn":1706600000000}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.RegistrationSession, JSON) == (value, ())


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


def test_registration_session_needs_session_id() -> None:
    """`RegistrationSession` cannot be read without `sessionId`."""
    text = b'{"expiredOn":1706600000000,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.RegistrationSession, JSON)


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


def test_one_time_link_envelope_bears_drift() -> None:
    """`OneTimeLinkEnvelope` is read with less than all, with more, and with new
    values.
    """
    text = b'{"code":1,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.OneTimeLinkEnvelope, JSON)

    assert value == models.OneTimeLinkEnvelope(code=1)
    assert [each.pointer for each in deviations] == ["/message"]


def test_one_time_link_envelope_needs_code() -> None:
    """`OneTimeLinkEnvelope` cannot be read without `code`."""
    text = b'{"message":null,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.OneTimeLinkEnvelope, JSON)


def test_one_time_link_travels_whole() -> None:
    """`OneTimeLink` reads and writes each member by its own name."""
    value = models.OneTimeLink(
        redirect_one_time_link='redirectOneTimeLink "é,:{',
        expired_on=dt.datetime(2024, 1, 30, 7, 33, 20, tzinfo=dt.UTC),
    )
    text = (
        '{"redirectOneTimeLink":"redirectOneTimeLink \\"é,:{",'
        '"expiredOn":1706600000000}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.OneTimeLink, JSON) == (value, ())


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


def test_one_time_link_needs_redirect_one_time_link() -> None:
    """`OneTimeLink` cannot be read without `redirectOneTimeLink`."""
    text = b'{"expiredOn":1706600000000,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.OneTimeLink, JSON)


def test_binding_envelope_travels_whole() -> None:
    """`BindingEnvelope` reads and writes each member by its own name."""
    value = models.BindingEnvelope(
        code=2147483647, message='message "é,:{', data=models.Binding(id='id "é,:{')
    )
    text = (
        '{"code":2147483647,"message":"message \\"é,:{","data":{"id":"id \\"é,:{"}}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.BindingEnvelope, JSON) == (value, ())


def test_binding_envelope_bears_drift() -> None:
    """`BindingEnvelope` is read with less than all, with more, and with new values."""
    text = b'{"code":1,"message":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.BindingEnvelope, JSON)

    assert value == models.BindingEnvelope(code=1)
    assert [each.pointer for each in deviations] == ["/message"]


def test_binding_envelope_needs_code() -> None:
    """`BindingEnvelope` cannot be read without `code`."""
    text = b'{"message":null,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.BindingEnvelope, JSON)


def test_binding_travels_whole() -> None:
    """`Binding` reads and writes each member by its own name."""
    value = models.Binding(id='id "é,:{')
    text = '{"id":"id \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.Binding, JSON) == (value, ())


def test_binding_bears_drift() -> None:
    """`Binding` is read with less than all, with more, and with new values."""
    text = b'{"id":"id","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.Binding, JSON)

    assert value == models.Binding(id="id")
    assert [each.pointer for each in deviations] == []


def test_binding_needs_id() -> None:
    """`Binding` cannot be read without `id`."""
    text = b'{"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.Binding, JSON)
