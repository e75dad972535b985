"""OAuth 2: tokens that a client fetches by itself."""

from __future__ import annotations

import asyncio
import base64
import importlib
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

import pytest

from .conftest import Case, Maker

DOCUMENT = """
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://login.test/token, scopes: {}}
security: [{login: []}]
paths:
  /me:
    get:
      operationId: me.get
      tags: [me]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
"""


class Service:
    """A service and its token endpoint, behind one transport."""

    def __init__(self, runtime: Any) -> None:
        self.runtime = runtime
        self.asked: list[dict[str, str]] = []
        self.credentials: list[str] = []
        self.calls: list[str] = []
        self.lifetime: int | None = 3600
        self.revoked: set[str] = set()
        self.error = ""

    def send(self, request: Any, /) -> Any:
        """Answer a request of either kind."""
        if request.url == "https://login.test/token":
            time.sleep(0.01)
            self.asked.append(
                {k: v[0] for k, v in parse_qs(request.body.decode()).items()}
            )
            self.credentials.append(request.headers.get("authorization", ""))
            if self.error:
                return self.answer(400, {"error": self.error})
            body: dict[str, object] = {"access_token": f"t{len(self.asked)}"}
            if self.lifetime is not None:
                body["expires_in"] = self.lifetime
            return self.answer(200, body)
        token = request.headers["authorization"].removeprefix("Bearer ")
        self.calls.append(token)
        return self.answer(401 if token in self.revoked else 200, 7)

    def answer(self, status: int, body: object) -> Any:
        """A response of JSON."""
        headers = self.runtime.Headers({"Content-Type": "application/json"})
        return self.runtime.Response(status, headers, json.dumps(body).encode())

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    return made(DOCUMENT)


@pytest.fixture
def package(case: Case) -> Any:
    """The package's own module."""
    return importlib.import_module(type(case.client).__module__.partition(".")[0])


@pytest.fixture
def service(case: Case) -> Service:
    """The service that calls reach."""
    return Service(case.wire.runtime)


def client(package: Any, service: Service, **more: Any) -> Any:
    """A client with credentials of its own."""
    grant = package.ClientCredentials(client_id="me", client_secret="s:1", **more)
    return package.Case(token=grant, transport=service)


def test_a_token_is_fetched_once_and_sent_with_every_call(
    package: Any, service: Service
) -> None:
    """The token endpoint is asked with the client's own credentials, in Basic form."""
    caller = client(package, service, scopes=("read", "write"))
    assert [caller.me.get(), caller.me.get()] == [7, 7]
    assert service.asked == [
        {"grant_type": "client_credentials", "scope": "read write"}
    ]
    expected = base64.b64encode(b"me:s%3A1").decode()
    assert service.credentials == [f"Basic {expected}"]
    assert service.calls == ["t1", "t1"]


def test_a_token_is_fetched_anew_before_it_ends(package: Any, service: Service) -> None:
    """A token that ends within half a minute counts as expired."""
    service.lifetime = 20
    caller = client(package, service)
    caller.me.get()
    caller.me.get()
    assert service.calls == ["t1", "t2"]


def test_a_refused_token_is_replaced_once(package: Any, service: Service) -> None:
    """A 401 makes the client fetch another token and try once more, never twice."""
    service.revoked = {"t1"}
    caller = client(package, service)
    assert caller.me.get() == 7
    assert service.calls == ["t1", "t2"]
    service.revoked = {"t2", "t3"}
    with pytest.raises(package.errors.ApiStatusError) as caught:
        caller.me.get()
    assert caught.value.status == 401
    assert service.calls == ["t1", "t2", "t2", "t3"]


def test_a_storm_of_threads_fetches_one_token(package: Any, service: Service) -> None:
    """32 threads that need a token wait for the same one."""
    caller = client(package, service)
    with ThreadPoolExecutor(32) as pool:
        asked = [pool.submit(caller.me.get) for _ in range(64)]
    results = [each.result() for each in asked]
    assert results == [7] * 64
    assert len(service.asked) == 1


def test_a_storm_of_tasks_fetches_one_token(package: Any, service: Service) -> None:
    """200 tasks that need a token wait for the same one."""

    class Async:
        async def send(self, request: Any, /) -> Any:
            await asyncio.sleep(0)
            return service.send(request)

        async def close(self) -> None:
            """Nothing is open."""

    async def main() -> list[int]:
        grant = package.ClientCredentials(client_id="me", client_secret="s")
        async with package.AsyncCase(token=grant, transport=Async()) as caller:
            return list(await asyncio.gather(*(caller.me.get() for _ in range(200))))

    assert asyncio.run(main()) == [7] * 200
    assert len(service.asked) == 1


def test_a_refusal_of_the_endpoint_is_told(package: Any, service: Service) -> None:
    """The error names the code of the endpoint and holds no secret."""
    service.error = "invalid_client"
    with pytest.raises(package.errors.TokenError) as caught:
        client(package, service).me.get()
    assert caught.value.code == "invalid_client"
    assert caught.value.operation == "me.get"
    assert "s:1" not in f"{caught.value!r} {caught.value} {caught.value.request!r}"
    assert service.calls == []


def test_a_store_keeps_tokens_between_clients(package: Any, service: Service) -> None:
    """A token that another program saved is used without asking for one."""

    class Store:
        def __init__(self) -> None:
            self.token: Any = None

        def load(self) -> Any:
            return self.token

        def save(self, token: Any) -> None:
            self.token = token

    store = Store()
    client(package, service, store=store).me.get()
    client(package, service, store=store).me.get()
    assert len(service.asked) == 1
    assert service.calls == ["t1", "t1"]


def test_a_refresh_token_is_used_and_given_up_when_refused(
    package: Any, service: Service
) -> None:
    """After a refused refresh token, the grant's own way is tried again."""
    grant = package.RefreshToken(refresh_token="r0", client_id="me")
    caller = package.Case(token=grant, transport=service)
    assert caller.me.get() == 7
    assert service.asked == [
        {"grant_type": "refresh_token", "refresh_token": "r0", "client_id": "me"}
    ]


HEADERS = """
paths:
  /me:
    parameters: [{name: authorization, in: header, required: true, schema: {type: string}}]
    get: {operationId: me, tags: [me], responses: {'204': {description: none}}}
    delete:
      operationId: leave
      tags: [me]
      parameters: [{name: Authorization, in: header, schema: {type: string}}]
      responses: {'204': {description: none}}
"""
SCHEME = """
components: {securitySchemes: {key: {type: apiKey, in: header, name: Authorization}}}
"""


@pytest.mark.parametrize(("more", "keyword"), [("", "authorization"), (SCHEME, "key")])
def test_a_token_that_is_told_as_a_parameter_is_a_credential(
    made: Maker, more: str, keyword: str
) -> None:
    """The client is given it once, sends it where it is asked for, and insists on it."""
    case = made(HEADERS + more)
    case.wire.answers("", 204)
    client = type(case.client)(transport=case.wire, **{keyword: "Token 1"})
    for call in (client.me.get, client.me.leave):
        call()
        assert case.wire.sent[-1].headers["Authorization"] == "Token 1"
    case.client.me.leave()
    assert "authorization" not in case.wire.sent[-1].headers
    with pytest.raises(case.errors.MissingCredentialError):
        case.client.me.get()


TWICE = """
security: [{key: []}]
paths:
  /me:
    get:
      operationId: me
      tags: [me]
      parameters:
        - {name: X-Key, in: header, required: true, schema: {type: string}}
        - {name: x-key, in: query, schema: {type: string}}
      responses: {'204': {description: none}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: x-key}}}
"""


def test_a_credential_that_is_a_parameter_too_is_given_once(made: Maker) -> None:
    """What a security scheme sends is no argument; the same name elsewhere is one."""
    case = made(TWICE)
    case.wire.answers("", 204)
    client = type(case.client)(transport=case.wire, key="k")
    client.me.get(x_key="q")
    assert case.wire.sent[-1].headers["X-Key"] == "k"
    assert case.wire.sent[-1].url.endswith("/me?x-key=q")
