# Generated from specs/ahamove-v1.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

import ahamove_v1
import pytest
from ahamove_v1 import errors
from ahamove_v1._runtime.drift import Deviation
from ahamove_v1._runtime.network import Wire

from . import test_accounts
from .stated import Make


def test_everything_can_be_imported() -> None:
    """Every module can be imported, and every name of the package is there."""
    ahamove_v1.preload()

    for name in ahamove_v1.__all__:
        assert getattr(ahamove_v1, name) is not None


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        (
            "staging",
            (
                "https://apistg.ahamove.com/v1/partner/register_account?"
                "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
            ),
        ),
        (
            "production",
            (
                "https://api.ahamove.com/v1/partner/register_account?"
                "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
            ),
        ),
    ],
)
def test_each_environment_is_called(
    make: Make, wire: Wire, environment: str, url: str
) -> None:
    """Each server of the document is called at its own address."""
    test_accounts.REGISTER.answered(wire)
    client = make(api_key="test-api-key", environment=environment)

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == url


def test_base_url_wins(make: Make, wire: Wire) -> None:
    """An address of the caller's is called, whatever the document says."""
    test_accounts.REGISTER.answered(wire)
    client = make(
        api_key="test-api-key", base_url="https://proxy.example.invalid/base/"
    )

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == (
        "https://proxy.example.invalid/base/v1/partner/register_account?"
        "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
    )


def test_base_url_comes_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in an environment variable wins over the document."""
    monkeypatch.setenv("AHAMOVE_V1_BASE_URL", "https://proxy.example.invalid/base")
    test_accounts.REGISTER.answered(wire)
    client = make(api_key="test-api-key")

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == (
        "https://proxy.example.invalid/base/v1/partner/register_account?"
        "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
    )


def test_credentials_are_needed(make: Make, wire: Wire) -> None:
    """Without credentials nothing is sent."""
    client = make()

    with pytest.raises(errors.MissingCredentialError):
        test_accounts.REGISTER.call(client)

    assert wire.sent == []


def test_credentials_come_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credentials that are not given are read from environment variables."""
    monkeypatch.setenv("AHAMOVE_V1_API_KEY", "test-api-key")
    test_accounts.REGISTER.answered(wire)
    client = make()

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == (
        "https://apistg.ahamove.com/v1/partner/register_account?"
        "mobile=84xxxxxxxxx&name=Partner%20Test&api_key=test-api-key"
    )


def test_secrets_are_not_told(make: Make, wire: Wire) -> None:
    """Neither a client nor an error says what it was made with."""
    wire.answers(418)
    client = make(api_key="test-api-key")

    with pytest.raises(errors.ApiStatusError) as caught:
        test_accounts.REGISTER.call(client)

    request = caught.value.request
    assert request is not None
    told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"
    assert "test-api-key" not in told


def test_a_lost_answer_is_no_failure(make: Make, wire: Wire) -> None:
    """Without an answer nobody knows what was done: it is said, and not done again."""
    wire.breaks()
    client = make(api_key="test-api-key")

    with pytest.raises(errors.OutcomeUnknownError):
        test_accounts.REGISTER.call(client)

    assert len(wire.sent) == 1


def test_no_call_waits_for_ever(make: Make, wire: Wire) -> None:
    """A call has a limit of time, the caller's own if there is one."""
    test_accounts.REGISTER.answered(wire)
    client = make(api_key="test-api-key", timeout=5.0)

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert 0 < (sent.timeout.total or 0) <= 5
    assert 0 < (sent.timeout.read or 0) <= 5


def test_calls_are_repeated_as_often_as_allowed(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What surely was not sent is sent again, as often as the caller allows."""
    monkeypatch.setattr("random.uniform", min)
    wire.breaks(sent=False)
    client = make(api_key="test-api-key", max_retries=1)

    with pytest.raises(errors.TransportError):
        test_accounts.REGISTER.call(client)

    assert len(wire.sent) == 2


def test_a_strict_client_refuses_what_is_strange(make: Make, wire: Wire) -> None:
    """An answer of an undocumented media type is an error, if the caller says so."""
    test_accounts.REGISTER.answered(wire, "application/x-strange")
    client = make(api_key="test-api-key", strict=True)

    with pytest.raises(errors.DecodeError):
        test_accounts.REGISTER.call(client)


def test_deviations_are_told(make: Make, wire: Wire) -> None:
    """What an answer has not as documented is told to whoever asks."""
    wire.answers(
        200,
        b'{"token":"token","refresh_token":null,"unknownMember":"kept or left out"}',
    )
    told: list[tuple[str, str]] = []

    def note(operation: str, deviation: Deviation) -> None:
        told.append((operation, deviation.pointer))

    client = make(api_key="test-api-key", on_deviation=note)

    test_accounts.REGISTER.call(client)

    assert told == [("accounts.register", "/refresh_token")]
