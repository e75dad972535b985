"""The tests that hold for a client as a whole, as far as `CLIENT` of a module states it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import pytest

from .errors import (
    ApiStatusError,
    ConfigurationError,
    DecodeError,
    MissingCredentialError,
    OutcomeUnknownError,
    TransportError,
)
from .fixtures import Subject, needs
from .network import Wire
from .promises import arrives
from .statements import Client, Reads

if TYPE_CHECKING:
    from .deviations import Deviation

__all__ = ["TestClient"]

Make: TypeAlias = Callable[..., object]
"""Makes a client with the given arguments and without a network."""
Given: TypeAlias = Mapping[str, object]

PACKAGE: Final = __name__.partition(".")[0]
PROXY: Final = "https://proxy.example.invalid/base"
STRANGE: Final = "application/x-strange"


def as_text(credential: object) -> str:
    """A credential as an environment variable has it: a pair has a colon in it."""
    pair = cast("tuple[str, str]", credential)
    return ":".join(pair) if isinstance(credential, tuple) else str(credential)


class TestClient:
    """Where the client calls, what opens it, what it never tells, and trouble."""

    def test_everything_can_be_imported(self) -> None:
        """Every module can be imported, and every name of the package is there."""
        package = import_module(PACKAGE)

        package.preload()

        for name in package.__all__:
            assert getattr(package, name) is not None

    @needs("environments")
    def test_each_environment_is_called(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """Each server of the document is called at its own address."""
        stated.calls.answered(wire)

        for name, address in stated.environments.items():
            stated.calls.call(make(**{**given, "environment": name}))

            assert wire.sent[-1].url == address + stated.path

    @needs("served")
    def test_servers_have_variables(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """A server is called at the address that its variables make of it."""
        assert stated.served is not None
        address, variables = stated.served
        stated.calls.answered(wire)

        stated.calls.call(make(**{**given, **variables}))

        (sent,) = wire.sent
        assert sent.url == address + stated.path

    @needs("calls")
    def test_base_url_wins(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """An address of the caller's is called, whatever the document says."""
        stated.calls.answered(wire)

        stated.calls.call(make(**{**given, "base_url": f"{PROXY}/"}))

        (sent,) = wire.sent
        assert sent.url == PROXY + stated.path

    @needs("calls")
    def test_base_url_comes_from_the_environment(
        self,
        stated: Client,
        make: Make,
        wire: Wire,
        given: Given,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """An address in an environment variable wins over the document."""
        monkeypatch.setenv(f"{PACKAGE}_BASE_URL".upper(), PROXY)
        stated.calls.answered(wire)
        told = {name: said for name, said in given.items() if name != "base_url"}

        stated.calls.call(make(**told))

        (sent,) = wire.sent
        assert sent.url == PROXY + stated.path

    @needs("settings")
    def test_settings_are_needed(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """Nothing is sent as long as it is not known where."""
        told = {
            name: said for name, said in given.items() if name not in stated.settings
        }
        client = make(**told)

        with pytest.raises(ConfigurationError):
            stated.calls.call(client)

        assert wire.sent == []

    # What opens it.

    @needs("secured")
    def test_credentials_are_needed(
        self, stated: Client, make: Make, wire: Wire, subject: Subject[Any]
    ) -> None:
        """Without credentials nothing is sent."""
        assert stated.secured is not None
        client = make(**subject.settings)

        with pytest.raises(MissingCredentialError):
            stated.secured.call(client)

        assert wire.sent == []

    @needs("reads")
    def test_credentials_come_from_the_environment(
        self,
        reads: Reads,
        make: Make,
        wire: Wire,
        subject: Subject[Any],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Credentials that are not given are read from environment variables."""
        for name, said in reads.variables.items():
            monkeypatch.setenv(name, said)
        called, client = reads.operation, make(**subject.settings)

        arrives(called, called.first, client, wire, subject.root)

    @needs("opens")
    def test_each_alternative_opens(
        self, stated: Client, make: Make, wire: Wire, subject: Subject[Any]
    ) -> None:
        """Another alternative of the document opens the service, given or from variables."""
        for opens in stated.opens:
            known = {name: subject.credentials[name] for name in opens.credentials}
            for given in [known, *([dict[str, object]()] if opens.read else [])]:
                with pytest.MonkeyPatch.context() as patch:
                    for name, said in known.items():
                        patch.setenv(f"{PACKAGE}_{name}".upper(), as_text(said))
                    opens.operation.answered(wire)
                    opens.operation.call(make(**given, **subject.settings))

                sent = wire.sent[-1]
                found = {name: sent.headers[name] for name in opens.headers}
                assert found == opens.headers
                assert not opens.url or sent.url == opens.url

    # What it never tells.

    @needs("traces")
    def test_secrets_are_not_told(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """Neither a client nor an error says what it was made with."""
        assert stated.secured is not None
        wire.answers(418)
        client = make(**given)

        with pytest.raises(ApiStatusError) as caught:
            stated.secured.call(client)

        request = caught.value.request
        assert request is not None
        told = f"{client!r} {caught.value!r} {request.url} {dict(request.headers)}"
        assert not [each for each in stated.traces if each in told]

    @needs("safe")
    def test_credentials_go_to_no_other_host(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """A redirect to another host is followed without credentials."""
        assert stated.safe is not None
        wire.answers(302, headers={"Location": f"{PROXY}/moved"})
        stated.safe.answered(wire)

        stated.safe.call(make(**given))

        _, sent = wire.sent
        assert sent.url == f"{PROXY}/moved"
        assert not [each for each in stated.traces if each in str(dict(sent.headers))]

    # Trouble.

    @needs("unsafe")
    def test_a_lost_answer_is_no_failure(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """Without an answer nobody knows what was done: that is said, and it stays so."""
        assert stated.unsafe is not None
        wire.breaks()
        client = make(**given)

        with pytest.raises(OutcomeUnknownError):
            stated.unsafe.call(client)

        assert len(wire.sent) == 1

    @needs("calls")
    def test_no_call_waits_for_ever(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """A call has a limit of time, the caller's own if there is one."""
        stated.calls.answered(wire)
        client = make(**given, timeout=5.0)

        stated.calls.call(client)

        (sent,) = wire.sent
        assert 0 < (sent.timeout.total or 0) <= 5
        assert 0 < (sent.timeout.read or 0) <= 5

    @needs("calls")
    def test_calls_are_repeated_as_often_as_allowed(
        self,
        stated: Client,
        make: Make,
        wire: Wire,
        given: Given,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """What surely was not sent is sent again, as often as the caller allows."""
        monkeypatch.setattr("random.uniform", min)
        wire.breaks(sent=False)
        client = make(**given, max_retries=1)

        with pytest.raises(TransportError):
            stated.calls.call(client)

        assert len(wire.sent) == 2

    @needs("answered")
    def test_a_strict_client_refuses_what_is_strange(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """An answer of an undocumented media type is an error, if the caller says so."""
        assert stated.answered is not None
        stated.answered.answered(wire, STRANGE)
        client = make(**given, strict=True)

        with pytest.raises(DecodeError):
            stated.answered.call(client)

    @needs("drifts")
    def test_deviations_are_told(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """What an answer has not as documented is told to whoever asks."""
        drifts = stated.drifts
        assert drifts is not None
        wire.answers(drifts.status, drifts.body, drifts.media_type)
        told: list[tuple[str, str]] = []

        def note(operation: str, deviation: Deviation) -> None:
            told.append((operation, deviation.pointer))

        drifts.operation.call(make(**given, on_deviation=note))

        assert told == [(drifts.operation.name, drifts.pointer)]

    @needs("drifts")
    def test_a_strict_client_refuses_deviations(
        self, stated: Client, make: Make, wire: Wire, given: Given
    ) -> None:
        """What an answer has not as documented is an error, if the caller says so."""
        drifts = stated.drifts
        assert drifts is not None
        wire.answers(drifts.status, drifts.body, drifts.media_type)
        client = make(**given, strict=True)

        with pytest.raises(DecodeError):
            drifts.operation.call(client)

    @needs("families")
    def test_errors_of_codes_stand_under_their_status(self, stated: Client) -> None:
        """Who catches the error of a status catches those of its codes."""
        for error, base in stated.families:
            assert issubclass(error, base)
