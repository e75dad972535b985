"""Stand-ins for the four services on loopback, as the pages and their sources describe them.

They share no code with the generator or its runtime: signatures, JSV and error bodies are
written here from the facts alone. Each remembers what it was sent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import cast
from urllib.parse import parse_qs, urlsplit

__all__ = [
    "Answer",
    "Received",
    "StandIn",
    "ahamove_v1",
    "ahamove_v3",
    "futa",
    "jsv",
    "metal",
]

API_KEY = "test-key"
PLACEHOLDER = "API_KEY"
"""What the documents' examples write in place of a key."""
SECRET = "test-secret"
TOKEN = "parent.token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request as it came in; header names are lower-case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a service says.

    An empty `reason` is the standard phrase of the status, an empty `media_type`
    no field.
    """

    status: int = 200
    body: bytes = b""
    media_type: str = "application/json"
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class StandIn:
    """A running service."""

    url: str
    received: list[Received] = field(default_factory=list[Received])


Service = Callable[[Received], Answer]


def _json(value: object, status: int = 200) -> Answer:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Answer(status=status, body=text.encode())


def _refused(status: int, title: str) -> Answer:
    return _json({"title": title, "description": title.lower()}, status)


# Ahamove


def ahamove_v1(request: Received) -> Answer:
    """Register Account of v1: the key and all inputs travel in the query."""
    if (request.method, request.path) != ("GET", "/v1/partner/register_account"):
        return _refused(404, "NOT_FOUND")
    query = request.query
    if query.get("api_key") != API_KEY:
        return _json({"description": "api_key not found"}, 404)
    if not {"mobile", "name"} <= query.keys():
        return _json({"description": "mobile and name are required"}, 401)
    if query.get("email") == "taken@example.com":
        return _json({"description": "Email existed."}, 409)
    if query["mobile"] == "84000000000":
        return Answer(
            status=503, body=b"<html>maintenance</html>", media_type="text/html"
        )
    return _json({"token": f"token of {query['mobile']}", "refresh_token": "0" * 32})


def ahamove_v3(request: Received) -> Answer:
    """Accounts and child accounts of v3: JSON bodies, a bearer token for the parent."""
    body = json.loads(request.body or b"{}")
    if request.path in ("/v3/accounts", "/v3/accounts/token"):
        if body.get("api_key") not in (API_KEY, PLACEHOLDER):
            return _refused(404, "PARTNER_NOT_FOUND")
        return _json({"token": TOKEN, "refresh_token": "0" * 32})
    if request.headers.get("authorization") != f"Bearer {TOKEN}":
        return _refused(401, "NOT_AUTHORIZED")
    if request.path == "/v3/accounts/childs":
        if not body["child_id"].startswith("84"):
            return _refused(406, "INVALID_PHONE_NUMBER")
        return _json({})
    child = request.path.removeprefix("/v3/accounts/childs/").removesuffix("/activate")
    if body["activation_code"] != "0123":
        return _refused(406, "INVALID_ACTIVATION_CODE")
    return _json(
        {
            "_id": child,
            "name": "Nguyễn Văn A",
            "partner": "ahamove",
            "parent_id": "84912345678",
            "status": "ACTIVATED",
        }
    )


# FUTA Bus


def jsv(value: object) -> str:
    """JSV of a plain value (JSV.md section 2)."""
    match value:
        case dict():
            pairs = cast("dict[str, object]", value).items()
            members = (f"{jsv(k)}:{jsv(v)}" for k, v in pairs if v is not None)
            return "{" + ",".join(members) + "}"
        case list():
            return "[" + ",".join(map(jsv, cast("list[object]", value))) + "]"
        case str() if value == "" or any(c in '":,{}[]\r\n' for c in value):
            return '"' + value.replace('"', '""') + '"'
        case _:
            return str(value)


def _flat_jsv(text: str) -> dict[str, str]:
    """The members of one flat JSV object (JSV.md section 3)."""
    members: dict[str, str] = {}
    rest = text.removeprefix("{").removesuffix("}")
    while rest:
        key, _, rest = rest.partition(":")
        if rest.startswith('"'):
            end = rest.index('"', 1)
            while rest[end : end + 2] == '""':
                end = rest.index('"', end + 2)
            members[key] = rest[1:end].replace('""', '"')
            rest = rest[end + 1 :].removeprefix(",")
        else:
            members[key], _, rest = rest.partition(",")
    return members


def futa(request: Received) -> Answer:
    """CreateUser: JSON and JSV, a body only with a Content-Length, refusals inside a 200."""
    by_route = request.path.removeprefix("/api") == "/jsv/reply/CreateUser"
    if request.method != "POST" or not (by_route or request.path == "/api/createuser"):
        return Answer(status=404, reason="Not Found", media_type="text/plain")
    wanted = request.headers.get("content-type", "").partition(";")[0]
    sized = int(request.headers.get("content-length", "0")) > 0
    user: Mapping[str, object] = {}
    if sized and wanted in ("text/jsv", "application/jsv"):
        user = _flat_jsv(request.body.decode())
    elif sized:
        user = json.loads(request.body)
    if user.get("Email") == "boom@example.com":
        return Answer(status=400, body=b'{"Status":0}', reason="ArgumentException")
    accepts = request.headers.get("accept", "").partition(",")[0].partition(";")[0]
    as_jsv = (
        by_route or "jsv" in accepts or (accepts in ("", "*/*") and "jsv" in wanted)
    )
    answer = _user(user)
    if as_jsv:
        return Answer(
            body=jsv(answer).encode(), media_type="application/jsv; charset=utf-8"
        )
    return _json(answer)


def _user(user: Mapping[str, object]) -> dict[str, object]:
    if not user.get("Email"):
        status = {"ErrorCode": "NotEmpty", "Message": "'Email' is empty: {why}"}
        return {"Data": {"ResponseStatus": status}, "Status": 0, "Message": "Refused"}
    data = {
        "UserId": "007",
        "SessionId": "s-1",
        "UserName": user["Email"],
        "DisplayName": user.get("FullName"),
        "BearerToken": "b:t",
        "ResponseStatus": {},
        "Meta": {"a,b": "c"},
    }
    return {"Data": data, "Status": 1, "Message": ""}


# Quantum Metal


def metal(request: Received) -> Answer:
    """Customers: a key, an MD5 over the body's bytes and the secret, an envelope in a 200."""
    sign = hashlib.md5(
        request.body + SECRET.encode(), usedforsecurity=False
    ).hexdigest()
    signed = (request.headers.get("key"), request.headers.get("sign")) == (
        API_KEY,
        sign,
    )
    if not signed or request.headers.get("content-type") != "application/json":
        return _json({"code": 1, "message": "bad signature", "data": None})
    body = json.loads(request.body)
    match request.path.removeprefix("/v1/customer/"):
        case "register":
            customer = body["customer"]
            if not (customer.get("email") or customer.get("phoneNumber")):
                return _json({"code": 2, "message": "no way to reach the customer"})
            data = {"sessionId": "s-1", "expiredOn": 1706600000000}
        case "verify-registration" | "request-one-time-link":
            data = {
                "redirectOneTimeLink": "https://x.invalid/1",
                "expiredOn": 1706600000000,
            }
        case "bind" if body["customer"]["identityNumber"] == "unknown":
            return _json({"code": 801, "message": "customer does not exist"})
        case "bind":
            data = {"id": "b-1"}
        case _:
            return Answer(status=404)
    return _json({"code": 0, "message": "", "data": data})


# The server


@contextmanager
def serving(service: Service) -> Generator[StandIn]:
    """Run a service on a free port of the loopback interface."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            parts = urlsplit(self.path)
            request = Received(
                method=self.command,
                path=parts.path,
                query={k: v[0] for k, v in parse_qs(parts.query, True).items()},
                headers={k.lower(): v for k, v in self.headers.items()},
                body=self.rfile.read(length),
            )
            stand_in.received.append(request)
            answer = service(request)
            phrase = answer.reason or HTTPStatus(answer.status).phrase
            self.send_response(answer.status, phrase)
            for name, text in answer.headers.items():
                self.send_header(name, text)
            if answer.media_type:
                self.send_header("Content-Type", answer.media_type)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST = do_DELETE = _handle  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in = StandIn(url=f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
