# Generated from specs/futa-bus.yaml; edits are overwritten.
"""Where the client calls, what opens it, and what it never tells."""

from __future__ import annotations

import futa_bus
import pytest
from futa_bus import errors
from futa_bus._runtime.network import Wire

from . import test_users
from .stated import Make


def test_everything_can_be_imported() -> None:
    """Every module can be imported, and every name of the package is there."""
    futa_bus.preload()

    for name in futa_bus.__all__:
        assert getattr(futa_bus, name) is not None


def test_base_url_wins(make: Make, wire: Wire) -> None:
    """An address of the caller's is called, whatever the document says."""
    test_users.CREATE.answered(wire)
    client = make(base_url="https://proxy.example.invalid/base/")

    test_users.CREATE.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/api/createuser"


def test_base_url_comes_from_the_environment(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in an environment variable wins over the document."""
    monkeypatch.setenv("FUTA_BUS_BASE_URL", "https://proxy.example.invalid/base")
    test_users.CREATE.answered(wire)
    client = make()

    test_users.CREATE.call(client)

    (sent,) = wire.sent
    assert sent.url == "https://proxy.example.invalid/base/api/createuser"


def test_a_lost_answer_is_no_failure(make: Make, wire: Wire) -> None:
    """Without an answer nobody knows what was done: it is said, and not done again."""
    wire.breaks()
    client = make()

    with pytest.raises(errors.OutcomeUnknownError):
        test_users.CREATE.call(client)

    assert len(wire.sent) == 1


def test_no_call_waits_for_ever(make: Make, wire: Wire) -> None:
    """A call has a limit of time, the caller's own if there is one."""
    test_users.CREATE.answered(wire)
    client = make(timeout=5.0)

    test_users.CREATE.call(client)

    (sent,) = wire.sent
    assert 0 < (sent.timeout.total or 0) <= 5
    assert 0 < (sent.timeout.read or 0) <= 5


def test_calls_are_repeated_as_often_as_allowed(
    make: Make, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What surely was not sent is sent again, as often as the caller allows."""
    monkeypatch.setattr("random.uniform", min)
    wire.breaks(sent=False)
    client = make(max_retries=1)

    with pytest.raises(errors.TransportError):
        test_users.CREATE.call(client)

    assert len(wire.sent) == 2


def test_a_strict_client_refuses_what_is_strange(make: Make, wire: Wire) -> None:
    """An answer of an undocumented media type is an error, if the caller says so."""
    test_users.CREATE.answered(wire, "application/x-strange")
    client = make(strict=True)

    with pytest.raises(errors.DecodeError):
        test_users.CREATE.call(client)
