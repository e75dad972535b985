# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from ahamove_v3 import models
from ahamove_v3._runtime import codec

JSON = "application/json"


def test_account_registration_travels_whole() -> None:
    """`AccountRegistration` writes each member by its own name."""
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


def test_account_credentials_travels_whole() -> None:
    """`AccountCredentials` writes each member by its own name."""
    value = models.AccountCredentials(mobile='mobile "é,:{', api_key='api_key "é,:{')
    text = '{"mobile":"mobile \\"é,:{","api_key":"api_key \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text


def test_account_token_travels_whole() -> None:
    """`AccountToken` reads and writes each member by its own name."""
    value = models.AccountToken(
        token='token "é,:{', refresh_token='refresh_token "é,:{'
    )
    text = '{"token":"token \\"é,:{","refresh_token":"refresh_token \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AccountToken, JSON) == (value, ())


def test_account_token_bears_drift() -> None:
    """`AccountToken` is read with less than all, with more, and with new values."""
    text = b'{"token":"token","refresh_token":null,"unknownMember":"kept or left out"}'

    value, deviations = codec.decode(text, models.AccountToken, JSON)

    assert value == models.AccountToken(token="token")
    assert [each.pointer for each in deviations] == ["/refresh_token"]


def test_account_token_needs_token() -> None:
    """`AccountToken` cannot be read without `token`."""
    text = b'{"refresh_token":null,"unknownMember":"kept or left out"}'

    with pytest.raises(codec.DecodeFailure):
        codec.decode(text, models.AccountToken, JSON)


def test_child_addition_travels_whole() -> None:
    """`ChildAddition` writes each member by its own name."""
    value = models.ChildAddition(child_id='child_id "é,:{')
    text = '{"child_id":"child_id \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text


def test_child_activation_travels_whole() -> None:
    """`ChildActivation` writes each member by its own name."""
    value = models.ChildActivation(activation_code='activation_code "é,:{')
    text = '{"activation_code":"activation_code \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text


def test_child_account_travels_whole() -> None:
    """`ChildAccount` reads and writes each member by its own name."""
    value = models.ChildAccount(
        id_='_id "é,:{',
        name='name "é,:{',
        partner='partner "é,:{',
        parent_id='parent_id "é,:{',
    )
    text = (
        '{"_id":"_id \\"é,:{","name":"name \\"é,:{","partner":"partner \\"é,'
        ':{","parent_id":"parent_id \\"é,:{"}'
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
    value = models.AhamoveError(title='title "é,:{', description='description "é,:{')
    text = '{"title":"title \\"é,:{","description":"description \\"é,:{"}'.encode()

    assert codec.encode(value, JSON) == text
    assert codec.decode(text, models.AhamoveError, JSON) == (value, ())


def test_ahamove_error_bears_drift() -> None:
    """`AhamoveError` is read with less than all, with more, and with new values."""
    text = b'{"title":null,"unknownMember":"text"}'

    value, deviations = codec.decode(text, models.AhamoveError, JSON)

    assert value == models.AhamoveError(additional_properties={"unknownMember": "text"})
    assert [each.pointer for each in deviations] == ["/title"]
