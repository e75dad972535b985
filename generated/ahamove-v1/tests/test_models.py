# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""How models travel, and what they make of what the document does not say."""

from __future__ import annotations

import pytest
from ahamove_v1 import models
from ahamove_v1._runtime import codec

JSON = "application/json"


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
