"""What opens a service: keys, tokens, signatures, and which of them a call takes."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import pytest
from runtime.client import Client, Resource
from runtime.errors import ConfigurationError, MissingCredentialError, RequestError
from runtime.operations import Answer, Operation
from runtime.security import (
    ApiKey,
    Basic,
    Bearer,
    HttpScheme,
    MutualTLS,
    Scheme,
    Signature,
    Signer,
)
from runtime.servers import Server
from runtime.transport import Headers, Request, Response

SCHEMES: dict[str, Scheme] = {
    "header": ApiKey("header", "X-Key"),
    "query": ApiKey("query", "api key"),
    "cookie": ApiKey("cookie", "session"),
    "basic": Basic(),
    "bearer": Bearer(),
    "digest": HttpScheme("Token"),
    "tls": MutualTLS(),
    "md5": Signature("header", "Sign", algorithm="md5", over=("body", "secret")),
    "hmac": Signature("header", "Sign", over=("method", "url", "body")),
    "base64": Signature("query", "sign", encoding="base64"),
    "odd": Signature("header", "Sign", algorithm="rsa-pss"),
}
BODY = b'{\n    "amount": 100\n}'


class Wire:
    """Answers 503 as often as it is told, then 200; keeps what was sent."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.sent: list[Request] = []

    def send(self, request: Request, /) -> Response:
        """Answer."""
        self.sent.append(request)
        status = 503 if len(self.sent) <= self.failures else 200
        return Response(status, Headers({"Retry-After": "0"}), b"")

    def close(self) -> None:
        """Nothing is open."""


def calling(
    *security: tuple[str, ...],
    wire: Wire | None = None,
    body: object = None,
    **given: Any,
) -> Wire:
    """Make a call whose operation has these alternatives, with these credentials."""
    wire = wire or Wire()
    client = Client(
        schemes=SCHEMES,
        keywords={key: (key, f"TEST_{key.upper()}") for key in SCHEMES},
        credentials=dict.fromkeys(SCHEMES) | given,
        servers={"default": Server("https://api.test")},
        environment="default",
        variables={},
        base_url=None,
        timeout=5.0,
        max_retries=2,
        strict=False,
        transport=wire,
    )
    operation: Operation[None] = Operation(
        name="things.put",
        method="PUT",
        path="/things",
        bodies=("application/json",),
        security=security,
        answers=(Answer("200"),),
    )
    parts = {} if body is None else {"body": body}
    Resource(client)._call(operation, **parts)  # type: ignore[arg-type]
    return wire


@pytest.mark.parametrize(
    ("key", "secret", "place", "expected"),
    [
        ("header", "k1", "x-key", "k1"),
        ("bearer", "t1", "authorization", "Bearer t1"),
        ("digest", "t1", "authorization", "Token t1"),
        ("basic", ("me", "p:w"), "authorization", "Basic bWU6cDp3"),
        ("basic", "me:pw", "authorization", "Basic bWU6cHc="),
        ("cookie", "s1", "cookie", "session=s1"),
    ],
)
def test_a_credential_goes_where_its_scheme_says(
    key: str, secret: Any, place: str, expected: str
) -> None:
    """A header field, in the form of its scheme (RFC 7617, RFC 6750)."""
    (sent,) = calling((key,), **{key: secret}).sent
    assert sent.headers[place] == expected


def test_a_key_in_the_query_is_escaped() -> None:
    """Name and value are percent-encoded."""
    (sent,) = calling(("query",), query="a&b=c").sent
    assert sent.url == "https://api.test/things?api%20key=a%26b%3Dc"


def test_a_signature_is_made_of_the_exact_bytes() -> None:
    """Lower-case MD5 over the body and the secret, as the service's own page computes it."""
    secret = "5f4dcc3b5aa765d61d8327deb882cf99"
    (sent,) = calling(("md5",), md5=secret, body=BODY).sent
    assert sent.body == BODY
    assert sent.headers["sign"] == "e5c8d5c5f4c06e5850897c93a99d7ceb"


def test_a_keyed_signature_covers_what_it_says() -> None:
    """HMAC-SHA256 over method, URL with query and body; base64 where that is said."""
    (sent,) = calling(("hmac", "query"), hmac="s", query="k", body=BODY).sent
    message = b"PUT" + b"https://api.test/things?api%20key=k" + BODY
    expected = hmac.new(b"s", message, hashlib.sha256)
    assert sent.headers["sign"] == expected.hexdigest()
    (sent,) = calling(("base64",), base64="s", body=BODY).sent
    digest = base64.b64encode(hmac.new(b"s", BODY, hashlib.sha256).digest()).decode()
    assert sent.url.endswith(
        "?sign=" + digest.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    )


def test_the_callers_signer_signs_each_attempt() -> None:
    """It sees the final request, other credentials included, once for each attempt."""
    seen: list[tuple[str, str, str | None, bytes]] = []

    def sign(
        method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> dict[str, str]:
        seen.append((method, url, headers.get("x-key"), body))
        return {"Sign": f"number {len(seen)}"}

    wire = calling(
        ("odd", "header"), wire=Wire(2), odd=Signer(sign), header="k", body=BODY
    )
    assert [request.headers["sign"] for request in wire.sent] == [
        "number 1",
        "number 2",
        "number 3",
    ]
    assert set(seen) == {("PUT", "https://api.test/things", "k", BODY)}


def test_an_unknown_algorithm_is_the_callers() -> None:
    """Without a signer the error says so, and nothing is sent."""
    wire = Wire()
    with pytest.raises(ConfigurationError, match="pass a `Signer`"):
        calling(("odd",), wire=wire, odd="secret", body=BODY)
    assert wire.sent == []


def test_the_first_alternative_that_is_complete_is_taken() -> None:
    """All of an alternative or none of it; an empty one comes last, whatever its place."""
    both = calling((), ("header", "cookie"), ("bearer",), bearer="t", header="k").sent[
        0
    ]
    assert both.headers["authorization"] == "Bearer t"
    assert "x-key" not in both.headers
    first = calling(
        ("header", "cookie"), ("bearer",), bearer="t", header="k", cookie="c"
    )
    assert "authorization" not in first.sent[0].headers
    assert first.sent[0].headers["cookie"] == "session=c"
    assert "authorization" not in calling((), ("bearer",)).sent[0].headers


def test_an_alternative_with_more_comes_before_one_with_less() -> None:
    """A credential that is given is sent, where an alternative asks for it in addition."""
    alternatives = (("header",), ("header", "cookie"))
    (less,) = calling(*alternatives, header="k").sent
    (more,) = calling(*alternatives, header="k", cookie="c").sent
    assert "cookie" not in less.headers
    assert (more.headers["x-key"], more.headers["cookie"]) == ("k", "session=c")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error tells the arguments and the variables; a variable is enough."""
    wire = Wire()
    with pytest.raises(MissingCredentialError) as caught:
        calling(("header", "tls"), ("bearer",), wire=wire)
    said = "`header` (or $TEST_HEADER) and `tls` (or $TEST_TLS) or `bearer` (or $TEST_BEARER)"
    assert said in str(caught.value)
    assert wire.sent == []
    monkeypatch.setenv("TEST_HEADER", "from outside")
    (sent,) = calling(("header", "tls"), ("bearer",)).sent
    assert sent.headers["x-key"] == "from outside"


def test_a_callable_is_asked_at_each_attempt() -> None:
    """A secret that changes is sent as it is then."""
    secrets = iter(("one", "two"))
    wire = calling(("header",), wire=Wire(1), header=lambda: next(secrets), body=BODY)
    assert [request.headers["x-key"] for request in wire.sent] == ["one", "two"]


@pytest.mark.parametrize(
    ("key", "secret"),
    [
        ("header", "a\r\nX-Evil: 1"),
        ("cookie", "a; evil=1"),
        ("basic", ("a:b", "c")),
        ("bearer", "ü"),
    ],
)
def test_a_secret_cannot_smuggle_anything(key: str, secret: Any) -> None:
    """What its place can't hold is refused before anything is sent, without being told."""
    wire = Wire()
    with pytest.raises(RequestError) as caught:
        calling((key,), wire=wire, **{key: secret})
    assert wire.sent == []
    assert "evil" not in str(caught.value).lower()


@pytest.mark.parametrize("key", ["header", "query", "cookie", "basic", "bearer", "md5"])
def test_errors_show_no_secret(key: str) -> None:
    """The request that an error carries is masked, in its fields and in its URL."""
    wire = Wire(9)
    with pytest.raises(Exception, match="503") as caught:
        calling((key,), wire=wire, body=BODY, **{key: "hidden"})
    request = getattr(caught.value, "request", None)
    assert isinstance(request, Request)
    shown = f"{request.url} {dict(request.headers)} {request!r} {caught.value!r}"
    assert "redacted" in shown
    assert "hidden" not in shown
    assert base64.b64encode(b"hidden").decode() not in shown
