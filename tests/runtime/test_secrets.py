"""Credentials reach the wire and nothing else; nothing reaches the wire as a header by trick."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from unittest.mock import patch

import pytest
from runtime.arguments import Arguments
from runtime.errors import (
    ApiError,
    ApiStatusError,
    DecodeError,
    MissingCredentialError,
    OutcomeUnknownError,
    RequestError,
    TransportError,
)
from runtime.operations import Answer, Operation, Parameter
from runtime.options import Options
from runtime.security import (
    ApiKey,
    Basic,
    Bearer,
    Credential,
    HttpScheme,
    Scheme,
    Signature,
    Signer,
)
from runtime.transport import Headers, Request, Response

from tests.support.scenarios import JSON, PAY, READ, SyncThings, Thing


class Wire:
    """A transport that keeps what it was given, and answers or fails."""

    def __init__(self, *answers: Response | ApiError) -> None:
        self.answers = list(answers)
        self.sent: list[Request] = []

    def send(self, request: Request, /) -> Response:
        """Answer."""
        self.sent.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, ApiError):
            raise answer
        return answer

    def close(self) -> None:
        """Nothing to close."""


REFUSED = Response(403, Headers({"content-type": JSON}), b"{}", "Forbidden")
URL = "https://things.example"


def signs(
    method: str, url: str, headers: Mapping[str, str], body: bytes
) -> dict[str, str]:
    """A signature of the caller's own making."""
    return {"X-Own": "s3cret-own"}


SCHEMES: tuple[tuple[str, Scheme, Credential, str], ...] = (
    ("bearer", Bearer(), "s3cret", "Bearer s3cret"),
    ("basic pair", Basic(), ("user", "s3cret"), "Basic dXNlcjpzM2NyZXQ="),
    ("basic text", Basic(), "user:s3cret", "Basic dXNlcjpzM2NyZXQ="),
    ("other http", HttpScheme("Token"), "s3cret", "Token s3cret"),
    ("header key", ApiKey("header", "X-Key"), "s3cret", "s3cret"),
    ("query key", ApiKey("query", "key"), "s3cret", "key=s3cret"),
    ("cookie key", ApiKey("cookie", "session"), "s3cret", "session=s3cret"),
    (
        "signature",
        Signature("header", "X-Sign", "sha256", ("secret",)),
        "s3cret",
        "1ec1c26b50d5d3c58d9583181af8076655fe00756bf7285940ba3670f99fcba0",
    ),
    ("signer", Signature("header", "X-Own"), Signer(signs), "s3cret-own"),
    ("callable", Bearer(), lambda: "s3cret", "Bearer s3cret"),
)


def shown(error: ApiError) -> str:
    """Everything that people may read of an error."""
    request = error.request
    assert request is not None
    return f"{error} {error!r} {request!r} {request.url} {request.headers.pairs}"


def everything(request: Request) -> str:
    """Everything of a request that goes out."""
    return f"{request.url} {request.headers.pairs}"


@pytest.mark.parametrize(
    ("scheme", "credential", "wire"),
    [each[1:] for each in SCHEMES],
    ids=[each[0] for each in SCHEMES],
)
def test_a_credential_is_sent_and_never_shown(
    scheme: Scheme, credential: Credential, wire: str
) -> None:
    """Of every kind of scheme: on the wire yes; in error, request and `repr` no."""
    transport = Wire(REFUSED)
    operation = Operation[Thing](
        name="things.read",
        method="GET",
        path="/things",
        security=(("it",),),
        answers=(Answer("200", JSON, Thing),),
    )
    client = SyncThings(
        URL, transport=transport, schemes={"it": scheme}, credentials={"it": credential}
    )

    with pytest.raises(ApiStatusError) as caught:
        client.perform(client.call(operation, Arguments(), None))

    (sent,) = transport.sent
    assert wire in everything(sent)
    for secret in ("s3cret", wire):
        assert secret not in shown(caught.value)
        assert secret not in f"{client!r} {sent!r} {sent.headers!r}"


def test_options_are_not_shown_either() -> None:
    """Headers and queries of options are sent; an error says only that they were."""
    transport = Wire(REFUSED)
    client = SyncThings(URL, transport=transport)
    options = Options(headers={"X-Mine": "s3cret"}, query={"mine": "s3cret"})

    with pytest.raises(ApiStatusError) as caught:
        client.perform(client.call(READ, Arguments(path={"id": "1"}), options))

    assert everything(transport.sent[0]).count("s3cret") == 2
    assert "s3cret" not in shown(caught.value)
    assert "X-Mine" in shown(caught.value)
    assert "s3cret" not in repr(options)


def test_sensitive_parameters_are_masked() -> None:
    """What the document calls sensitive is masked wherever it stands."""
    operation = Operation[Thing](
        name="things.find",
        method="GET",
        path="/things/{id}",
        parameters=tuple(
            Parameter(location, name, secret=True)
            for location, name in (
                ("path", "id"),
                ("query", "pin"),
                ("header", "X-Pin"),
                ("cookie", "pin"),
            )
        ),
    )
    arguments = Arguments(
        path={"id": "s3cret"},
        query={"pin": "s3cret"},
        headers={"X-Pin": "s3cret"},
        cookies={"pin": "s3cret"},
    )
    transport = Wire(REFUSED)
    client = SyncThings(URL, transport=transport)

    with pytest.raises(ApiStatusError) as caught:
        client.perform(client.call(operation, arguments, None))

    assert everything(transport.sent[0]).count("s3cret") == 4
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize(
    ("headers", "options"),
    [
        ({"X-A": "a\r\nX-Evil: 1"}, {}),
        ({"X-A": "a\nb"}, {}),
        ({"X-A": "a\0b"}, {}),
        ({"X-A": "\u00fc"}, {}),
        ({}, {"X-B": "a\r\nX-Evil: 1"}),
        ({}, {"X-B\r\nX-Evil": "1"}),
        ({}, {"X B": "1"}),
        ({}, {"": "1"}),
        ({}, {"X-B:": "1"}),
    ],
)
def test_no_header_smuggles_another_in(
    headers: dict[str, object], options: dict[str, str]
) -> None:
    """Line ends, controls and strange names are refused before anything is sent."""
    transport = Wire()
    client = SyncThings(URL, transport=transport)
    arguments = Arguments(path={"id": "1"}, headers=headers)

    with pytest.raises(RequestError) as caught:
        client.perform(client.call(READ, arguments, Options(headers=options)))

    assert transport.sent == []
    assert "Evil" not in str(caught.value)


@pytest.mark.parametrize("token", ["a\r\nX-Evil: 1", "a\nb", "\u00fc"])
def test_no_credential_smuggles_a_header_in(token: str) -> None:
    """A credential that cannot be sent is refused, and not repeated in the message."""
    transport = Wire()
    client = SyncThings(URL, transport=transport, credentials={"token": token})

    with pytest.raises(RequestError) as caught:
        client.perform(client.call(READ, Arguments(path={"id": "1"}), None))

    assert transport.sent == []
    assert token not in str(caught.value)


def test_a_missing_credential_says_what_could_be_given() -> None:
    """The message names the argument of the client and the environment variable."""
    operation = Operation[Thing](
        name="things.read",
        method="GET",
        path="/",
        security=(("token",), ("key", "sign")),
    )
    client = SyncThings(URL, transport=Wire())

    with pytest.raises(MissingCredentialError, match="`token` or `key` and `sign`"):
        client.call(operation, Arguments(), None)


def at_once(failures: int) -> float:
    """No wait before an attempt."""
    return 0.0


def failures() -> list[ApiError]:
    """Errors of several kinds, as calls raise them."""
    found: list[ApiError] = []
    for answers, operation in (
        ((REFUSED,), READ),
        ((Response(200, Headers({"content-type": JSON}), b"[]"),), READ),
        ((TransportError("broken"), TransportError("again")), PAY),
        ((TransportError("refused", sent=False),) * 2, READ),
    ):
        client = SyncThings(URL, transport=Wire(*answers), max_retries=1)
        arguments = Arguments(path={"id": "1"}, body=Thing(id="1"))
        if operation is READ:
            arguments = Arguments(path={"id": "1"})
        with pytest.raises(ApiError) as caught, patch("runtime.calls.backoff", at_once):
            client.perform(client.call(operation, arguments, None))
        found.append(caught.value)
    return found


def test_errors_survive_pickling_and_copying() -> None:
    """With operation, request, response, attempts, key, phase and deviations."""
    kinds = [type(error) for error in failures()]
    assert kinds == [ApiStatusError, DecodeError, OutcomeUnknownError, TransportError]
    for error in failures():
        for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            assert type(other) is type(error)
            assert str(other) == str(error)
            assert other.attempts == error.attempts != ()
            assert other.idempotency_key == error.idempotency_key
            assert other.request is not None
            assert error.request is not None
            assert other.request.headers.pairs == error.request.headers.pairs
            assert (other.response is None) == (error.response is None)
            assert vars(other).keys() == vars(error).keys()
