# Generated from specs/ahamove-v3.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

import ahamove_v3
import pytest
from ahamove_v3 import errors
from ahamove_v3._runtime.drift import Deviation
from ahamove_v3._runtime.network import Wire

from . import test_accounts, test_children
from .stated import Make


def test_everything_can_be_imported() -> None:
    """Every module can be imported, and every name of the package is there."""
    ahamove_v3.preload()

    for name in ahamove_v3.__all__:
        assert getattr(ahamove_v3, name) is not None


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ("staging", "https://partner-apistg.ahamove.com/v3/accounts"),
        ("production", "https://partner-api.ahamove.com/v3/accounts"),
    ],
)
def test_each_environment_is_called(
    make: Make, wire: Wire, environment: str, url: str
) -> None:
    """Each server of the document is called at its own address."""
    test_accounts.REGISTER.answered(wire)
    client = make(token="test-token", environment=environment)

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == url


def test_base_url_wins(make: Make, wire: Wire) -> None:
    """An address of the caller's is called, whatever the document says."""
    test_accounts.REGISTER.answered(wire)
    client = make(token="test-token", base_url="https://proxy.example.invalid/base/")

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/v3/accounts"


def test_base_url_comes_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in an environment variable wins over the document."""
    monkeypatch.setenv("AHAMOVE_V3_BASE_URL", "https://proxy.example.invalid/base")
    test_accounts.REGISTER.answered(wire)
    client = make(token="test-token")

    test_accounts.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/v3/accounts"


def test_credentials_are_needed(make: Make, wire: Wire) -> None:
    """Without credentials nothing is sent."""
    client = make()

    with pytest.raises(errors.MissingCredentialError):
        test_children.ADD.call(client)

    assert wire.sent == []


def test_credentials_come_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credentials that are not given are read from environment variables."""
    monkeypatch.setenv("AHAMOVE_V3_TOKEN", "test-token")
    test_children.ADD.answered(wire)
    client = make()

    test_children.ADD.call(client)

    (sent,) = wire.sent
    assert sent.headers["Authorization"] == "Bearer test-token"


def test_secrets_are_not_told(make: Make, wire: Wire) -> None:
    """Neither a client nor an error says what it was made with."""
    wire.answers(418)
    client = make(token="test-token")

    with pytest.raises(errors.ApiStatusError) as caught:
        test_children.ADD.call(client)

    request = caught.value.request
    assert request is not None
    told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"
    assert "test-token" not in told


def test_a_lost_answer_is_no_failure(make: Make, wire: Wire) -> None:
    """Without an answer nobody knows what was done: it is said, and not done again."""
    wire.breaks()
    client = make(token="test-token")

    with pytest.raises(errors.OutcomeUnknownError):
        test_accounts.REGISTER.call(client)

    assert len(wire.sent) == 1


def test_no_call_waits_for_ever(make: Make, wire: Wire) -> None:
    """A call has a limit of time, the caller's own if there is one."""
    test_accounts.REGISTER.answered(wire)
    client = make(token="test-token", timeout=5.0)

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
    client = make(token="test-token", max_retries=1)

    with pytest.raises(errors.TransportError):
        test_accounts.REGISTER.call(client)

    assert len(wire.sent) == 2


def test_a_strict_client_refuses_what_is_strange(make: Make, wire: Wire) -> None:
    """An answer of an undocumented media type is an error, if the caller says so."""
    test_accounts.REGISTER.answered(wire, "application/x-strange")
    client = make(token="test-token", strict=True)

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

    client = make(token="test-token", on_deviation=note)

    test_accounts.REGISTER.call(client)

    assert told == [("accounts.register", "/refresh_token")]


@pytest.mark.parametrize(
    ("error", "base"),
    [
        (errors.InvalidDataError, errors.BadRequestError),
        (errors.PartnerNotFoundError, errors.NotFoundError),
        (errors.InvalidPhoneNumberError, errors.NotAcceptableError),
        (errors.AccountExistedError, errors.ConflictError),
        (errors.InternalServerCodeError, errors.InternalServerError),
        (errors.ServiceUnavailableCodeError, errors.ServiceUnavailableError),
        (errors.NotAuthorizedError, errors.UnauthorizedError),
        (errors.UserNotFoundError, errors.NotFoundError),
        (errors.DeactivatedAccountError, errors.NotAcceptableError),
        (errors.NotFoundCodeError, errors.NotFoundError),
        (errors.AccountNotSamePartnerError, errors.NotAcceptableError),
        (errors.ParentAccountExistedError, errors.ConflictError),
        (errors.InvalidActivationCodeError, errors.NotAcceptableError),
    ],
)
def test_errors_of_codes_stand_under_their_status(
    error: type[errors.ApiError], base: type[errors.ApiError]
) -> None:
    """Who catches the error of a status catches those of its codes."""
    assert issubclass(error, base)
