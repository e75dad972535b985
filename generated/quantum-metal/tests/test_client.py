# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

import pytest
import quantum_metal
from quantum_metal import errors
from quantum_metal._runtime.network import Wire

from . import test_customers
from .stated import Make


def test_everything_can_be_imported() -> None:
    """Every module can be imported, and every name of the package is there."""
    quantum_metal.preload()

    for name in quantum_metal.__all__:
        assert getattr(quantum_metal, name) is not None


def test_base_url_wins(make: Make, wire: Wire) -> None:
    """An address of the caller's is called, whatever the document says."""
    test_customers.REGISTER.answered(wire)
    client = make(
        key="test-key",
        secret="test-secret",
        host="host.example.invalid",
        base_url="https://proxy.example.invalid/base/",
    )

    test_customers.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/v1/customer/register"


def test_base_url_comes_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in an environment variable wins over the document."""
    monkeypatch.setenv("QUANTUM_METAL_BASE_URL", "https://proxy.example.invalid/base")
    test_customers.REGISTER.answered(wire)
    client = make(key="test-key", secret="test-secret", host="host.example.invalid")

    test_customers.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/v1/customer/register"


def test_host_is_needed(make: Make, wire: Wire) -> None:
    """Without `host` nothing is sent, and the error says what is missing."""
    client = make(key="test-key", secret="test-secret")

    with pytest.raises(errors.ConfigurationError):
        test_customers.REGISTER.call(client)

    assert wire.sent == []


def test_credentials_are_needed(make: Make, wire: Wire) -> None:
    """Without credentials nothing is sent."""
    client = make(host="host.example.invalid")

    with pytest.raises(errors.MissingCredentialError):
        test_customers.REGISTER.call(client)

    assert wire.sent == []


def test_credentials_come_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credentials that are not given are read from environment variables."""
    monkeypatch.setenv("QUANTUM_METAL_KEY", "test-key")
    monkeypatch.setenv("QUANTUM_METAL_SECRET", "test-secret")
    test_customers.REGISTER.answered(wire)
    client = make(host="host.example.invalid")

    test_customers.REGISTER.call(client)

    (sent,) = wire.sent
    assert sent.headers["Key"] == "test-key"
    assert sent.headers["Sign"] == "c843367c19c8fd9d61a9ffe08d9d0642"


def test_secrets_are_not_told(make: Make, wire: Wire) -> None:
    """Neither a client nor an error says what it was made with."""
    wire.answers(418)
    client = make(key="test-key", secret="test-secret", host="host.example.invalid")

    with pytest.raises(errors.ApiStatusError) as caught:
        test_customers.REGISTER.call(client)

    request = caught.value.request
    assert request is not None
    told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"
    assert "test-key" not in told
    assert "test-secret" not in told


def test_a_lost_answer_is_no_failure(make: Make, wire: Wire) -> None:
    """Without an answer nobody knows what was done: it is said, and not done again."""
    wire.breaks()
    client = make(key="test-key", secret="test-secret", host="host.example.invalid")

    with pytest.raises(errors.OutcomeUnknownError):
        test_customers.REGISTER.call(client)

    assert len(wire.sent) == 1


def test_no_call_waits_for_ever(make: Make, wire: Wire) -> None:
    """A call has a limit of time, the caller's own if there is one."""
    test_customers.REGISTER.answered(wire)
    client = make(
        key="test-key", secret="test-secret", host="host.example.invalid", timeout=5.0
    )

    test_customers.REGISTER.call(client)

    (sent,) = wire.sent
    assert 0 < (sent.timeout.total or 0) <= 5
    assert 0 < (sent.timeout.read or 0) <= 5


def test_calls_are_repeated_as_often_as_allowed(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What surely was not sent is sent again, as often as the caller allows."""
    monkeypatch.setattr("random.uniform", min)
    wire.breaks(sent=False)
    client = make(
        key="test-key", secret="test-secret", host="host.example.invalid", max_retries=1
    )

    with pytest.raises(errors.TransportError):
        test_customers.REGISTER.call(client)

    assert len(wire.sent) == 2


def test_a_strict_client_refuses_what_is_strange(make: Make, wire: Wire) -> None:
    """An answer of an undocumented media type is an error, if the caller says so."""
    test_customers.REGISTER.answered(wire, "application/x-strange")
    client = make(
        key="test-key", secret="test-secret", host="host.example.invalid", strict=True
    )

    with pytest.raises(errors.DecodeError):
        test_customers.REGISTER.call(client)


@pytest.mark.parametrize(
    "error",
    [
        errors.CustomerNotFoundError,
        errors.RegistrationNotCompleteError,
        errors.BindNotAllowedError,
    ],
)
def test_errors_of_codes_stand_under_their_status(error: type[errors.ApiError]) -> None:
    """Who catches the error of a status catches those of its codes."""
    assert issubclass(error, errors.EnvelopeError)
