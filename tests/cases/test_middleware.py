"""What may stand around attempts: middleware, spans, log lines."""

from __future__ import annotations

import asyncio
import importlib
import logging
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from .conftest import Case, Maker

DOCUMENT = """
components:
  securitySchemes: {key: {type: apiKey, in: query, name: api_key}}
security: [{key: []}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
"""


@pytest.fixture
def case(made: Maker) -> Case:
    """The package."""
    found = made(DOCUMENT)
    found.wire.answers("7")
    return found


@pytest.fixture
def package(case: Case) -> Any:
    """The package's own module."""
    return importlib.import_module(type(case.client).__module__.partition(".")[0])


def test_middleware_stands_around_every_attempt(package: Any, case: Case) -> None:
    """The first one is outermost; each may change what passes, and answer by itself."""
    seen: list[str] = []

    def outer(request: Any, send: Any) -> Any:
        seen.append(f"outer {request.operation} {request.attempt}")
        return send(request.plus({"X-Trace": "1"}))

    def inner(request: Any, send: Any) -> Any:
        seen.append(f"inner {request.headers['x-trace']}")
        return send(request)

    def canned(request: Any, send: Any) -> Any:
        return case.wire.runtime.Response(200, case.wire.runtime.Headers(), b"8")

    client = package.Case(key="k", transport=case.wire, middleware=[outer, inner])
    assert client.pets.get(id_="1") == 7
    assert seen == ["outer pets.get 1", "inner 1"]
    assert case.wire.sent[0].headers["x-trace"] == "1"
    client = package.Case(key="k", transport=case.wire, middleware=[canned])
    assert client.pets.get(id_="1") == 8
    assert len(case.wire.sent) == 1


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    """Where spans end up."""
    return InMemorySpanExporter()


@pytest.fixture
def tracer(exporter: InMemorySpanExporter) -> Any:
    """Makes spans."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider.get_tracer("test")


def test_a_call_and_its_attempts_are_spans(
    package: Any, case: Case, exporter: InMemorySpanExporter, tracer: Any
) -> None:
    """Attempts lie inside of the call, by the conventions; the trace travels, no secret does."""
    telemetry = importlib.import_module(f"{package.__name__}._runtime.telemetry")
    statuses = iter((503, 200))

    def flaky(request: Any, send: Any) -> Any:
        case.wire.status = next(statuses)
        return send(request)

    client = package.Case(
        key="secret",
        transport=case.wire,
        middleware=[telemetry.Tracing(tracer), flaky],
    )
    assert client.pets.get(id_="1") == 7
    spans: Any = exporter.get_finished_spans()
    first, second, call = spans
    assert (call.name, first.name, first.kind.name) == ("pets.get", "GET", "CLIENT")
    assert first.parent.span_id == second.parent.span_id == call.context.span_id
    assert dict(first.attributes) == {
        "http.request.method": "GET",
        "server.address": "case.test",
        "url.full": "https://case.test/pets/1",
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert second.attributes["http.request.resend_count"] == 1
    assert first.status.status_code.name == "ERROR"
    trace = f"{first.context.trace_id:032x}-{first.context.span_id:016x}"
    assert case.wire.sent[0].headers["traceparent"].startswith(f"00-{trace}-")
    assert "secret" not in repr(
        [span.to_json() for span in exporter.get_finished_spans()]
    )


def test_asynchronous_calls_are_spans_too(
    package: Any, case: Case, exporter: InMemorySpanExporter, tracer: Any
) -> None:
    """The asynchronous twin makes the same spans."""
    telemetry = importlib.import_module(f"{package.__name__}._runtime.telemetry")

    class Async:
        async def send(self, request: Any, /) -> Any:
            return case.wire.send(request)

        async def close(self) -> None:
            """Nothing is open."""

    async def main() -> None:
        tracing = telemetry.AsyncTracing(tracer)
        client = package.AsyncCase(key="k", transport=Async(), middleware=[tracing])
        assert await client.pets.get(id_="1") == 7

    asyncio.run(main())
    assert [span.name for span in exporter.get_finished_spans()] == ["GET", "pets.get"]


def test_attempts_are_logged_without_values(
    package: Any, case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    """A line names the operation and the path's template, never what was put in."""
    client = package.Case(key="secret", transport=case.wire)
    with caplog.at_level(logging.DEBUG, logger=package.__name__):
        client.pets.get(id_="private")
    (line,) = caplog.messages
    assert line.startswith("pets.get: GET /pets/{id}: 200 after 0.0")
    assert "secret" not in line
    assert "private" not in line
