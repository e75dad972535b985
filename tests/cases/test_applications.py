"""Applications that are called in process: WSGI (PEP 3333) and ASGI."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Iterable
from typing import Any

import httpx2

from .conftest import Case, Maker

DOCUMENT = """
paths:
  /echo:
    post:
      operationId: echo
      tags: [texts]
      requestBody:
        required: true
        content: {text/plain: {schema: {type: string}}}
      responses:
        '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
"""
FIELDS = [("Content-Type", "text/plain")]


def wsgi(environ: Any, start: Any) -> Iterable[bytes]:
    """Answers with the method and what was sent."""
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    start("200 OK", FIELDS)
    return [environ["REQUEST_METHOD"].encode(), b" ", body]


async def asgi(scope: Any, receive: Any, send: Any) -> None:
    """The same."""
    body = (await receive())["body"]
    fields = [(name.lower().encode(), value.encode()) for name, value in FIELDS]
    await send({"type": "http.response.start", "status": 200, "headers": fields})
    said = scope["method"].encode() + b" " + body
    await send({"type": "http.response.body", "body": said})


def of(case: Case, module: str) -> Any:
    """A module of the package."""
    return importlib.import_module(type(case.client).__module__.split(".")[0] + module)


def test_an_application_is_called_in_process(made: Maker) -> None:
    """No socket: the transport of httpx2 that callers give stands in for the network."""
    case = made(DOCUMENT)
    inner = httpx2.WSGITransport(wsgi)
    transport = of(case, "._runtime.http").HttpTransport(inner=inner)
    with type(case.client)(transport=transport) as client:
        assert client.texts.echo(body="tea") == "POST tea"


def test_asynchronous_applications_are_called_too(made: Maker) -> None:
    """The same with ASGI."""
    case = made(DOCUMENT)

    async def main() -> Any:
        inner = httpx2.ASGITransport(asgi)
        transport = of(case, "._runtime.asynchttp").AsyncHttpTransport(inner=inner)
        async with of(case, "").AsyncCase(transport=transport) as client:
            return await client.texts.echo(body="tea")

    assert asyncio.run(main()) == "POST tea"
