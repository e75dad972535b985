# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from ahamove_v3 import models
from ahamove_v3._runtime import codec

JSON = "application/json"


def test_account_registration_travels_whole() -> None:
    """`AccountRegistration` reads and writes each member by its own name."""
    value = models.AccountRegistration(
        mobile='mobile "é,:{',
        api_key='api_key "é,:{',
        name='name "é,:{',
        address='address "é,:{',
    )
    text = (
        '{"mobile":"mobile \\"é,:{","api_key":"api_key \\"é,:{",'
        '"name":"name \\"é,:{","address":"address \\"é,:{"}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AccountRegistration, JSON) == (value, ())
    assert 'api_key "é,:{' not in repr(value)


@pytest.mark.parametrize(
    "text",
    [
        b'{"api_key":"api_key","name":"name","address":"address"}',
        b'{"mobile":"mobile","name":"name","address":"address"}',
        b'{"mobile":"mobile","api_key":"api_key","address":"address"}',
        b'{"mobile":"mobile","api_key":"api_key","name":"name"}',
    ],
)
def test_account_registration_needs_what_is_required(text: bytes) -> None:
    """`AccountRegistration` cannot be read without `mobile` and `api_key` and
    `name`, each of what it needs.
    """
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.AccountRegistration, JSON)


def test_account_registration_bears_drift() -> None:
    """`AccountRegistration` is read with less than all, with more, and with new
    values.
    """
    text = (
        b'{"mobile":"mobile","api_key":"api_key","name":"name",'
        b'"address":"address","unknownMember":"kept or left out"}'
    )

    value, deviations = codec.decode(text, models.AccountRegistration, JSON)

    assert value == models.AccountRegistration(
        mobile="mobile", api_key="api_key", name="name", address="address"
    )
    assert [each.pointer for each in deviations] == []


def test_account_credentials_travels_whole() -> None:
    """`AccountCredentials` reads and writes each member by its own name."""
    value = models.AccountCredentials(mobile='mobile "é,:{', api_key='api_key "é,:{')
    text = '{"mobile":"mobile \\"é,:{","api_key":"api_key \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AccountCredentials, JSON) == (value, ())
    assert 'api_key "é,:{' not in repr(value)


@pytest.mark.parametrize("text", [b'{"api_key":"api_key"}', b'{"mobile":"mobile"}'])
def test_account_credentials_needs_what_is_required(text: bytes) -> None:
    """`AccountCredentials` cannot be read without `mobile` and `api_key`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.AccountCredentials, JSON)


def test_account_credentials_bears_drift() -> None:
    """`AccountCredentials` is read with less than all, with more, and with new
    values.
    """
    text = b'{"mobile":"mobile","api_key":"api_key","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.AccountCredentials, JSON)

    assert value == models.AccountCredentials(mobile="mobile", api_key="api_key")
    assert [each.pointer for each in deviations] == []


def test_account_token_travels_whole() -> None:
    """`AccountToken` reads and writes each member by its own name."""
    value = models.AccountToken(
        token='token "é,:{', refresh_token='refresh_token "é,:{'
    )
    text = '{"token":"token \\"é,:{","refresh_token":"refresh_token \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AccountToken, JSON) == (value, ())
    assert 'token "é,:{' not in repr(value)
    assert 'refresh_token "é,:{' not in repr(value)


@pytest.mark.parametrize("text", [b"{}"])
def test_account_token_needs_what_is_required(text: bytes) -> None:
    """`AccountToken` cannot be read without `token`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.AccountToken, JSON)


def test_account_token_bears_drift() -> None:
    """`AccountToken` is read with less than all, with more, and with new values."""
    text = b'{"token":"token","refresh_token":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.AccountToken, JSON)

    assert value == models.AccountToken(token="token")
    assert [each.pointer for each in deviations] == ["/refresh_token"]


def test_child_addition_travels_whole() -> None:
    """`ChildAddition` reads and writes each member by its own name."""
    value = models.ChildAddition(child_id='child_id "é,:{')
    text = '{"child_id":"child_id \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ChildAddition, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_child_addition_needs_what_is_required(text: bytes) -> None:
    """`ChildAddition` cannot be read without `child_id`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.ChildAddition, JSON)


def test_child_addition_bears_drift() -> None:
    """`ChildAddition` is read with less than all, with more, and with new values."""
    text = b'{"child_id":"849xxxxxxxx","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.ChildAddition, JSON)

    assert value == models.ChildAddition(child_id="849xxxxxxxx")
    assert [each.pointer for each in deviations] == []


def test_child_activation_travels_whole() -> None:
    """`ChildActivation` reads and writes each member by its own name."""
    value = models.ChildActivation(activation_code='activation_code "é,:{')
    text = '{"activation_code":"activation_code \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ChildActivation, JSON) == (value, ())


@pytest.mark.parametrize("text", [b"{}"])
def test_child_activation_needs_what_is_required(text: bytes) -> None:
    """`ChildActivation` cannot be read without `activation_code`."""
    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.ChildActivation, JSON)


def test_child_activation_bears_drift() -> None:
    """`ChildActivation` is read with less than all, with more, and with new values."""
    text = b'{"activation_code":"1234","unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.ChildActivation, JSON)

    assert value == models.ChildActivation(activation_code="1234")
    assert [each.pointer for each in deviations] == []


def test_child_account_travels_whole() -> None:
    """`ChildAccount` reads and writes each member by its own name."""
    value = models.ChildAccount(
        id_='_id "é,:{',
        name='name "é,:{',
        partner='partner "é,:{',
        parent_id='parent_id "é,:{',
        additional_properties={"unknownMember": "text"},
    )
    text = (
        '{"_id":"_id \\"é,:{","name":"name \\"é,:{","partner":"partner \\"é,'
        ':{","parent_id":"parent_id \\"é,:{","unknownMember":"text"}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.ChildAccount, JSON) == (value, ())


def test_child_account_bears_drift() -> None:
    """`ChildAccount` is read with less than all, with more, and with new values."""
    text = b'{"_id":null,"unknownMember":"text"}'

    value, deviations = codec.decode(text, models.ChildAccount, JSON)

    assert value == models.ChildAccount(additional_properties={"unknownMember": "text"})
    assert [each.pointer for each in deviations] == ["/_id"]


def test_ahamove_error_travels_whole() -> None:
    """`AhamoveError` reads and writes each member by its own name."""
    value = models.AhamoveError(
        title='title "é,:{',
        description='description "é,:{',
        additional_properties={"unknownMember": "text"},
    )
    text = (
        '{"title":"title \\"é,:{","description":"description \\"é,:{",'
        '"unknownMember":"text"}'
    ).encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AhamoveError, JSON) == (value, ())


def test_ahamove_error_bears_drift() -> None:
    """`AhamoveError` is read with less than all, with more, and with new values."""
    text = b'{"title":null,"unknownMember":"text"}'

    value, deviations = codec.decode(text, models.AhamoveError, JSON)

    assert value == models.AhamoveError(additional_properties={"unknownMember": "text"})
    assert [each.pointer for each in deviations] == ["/title"]
