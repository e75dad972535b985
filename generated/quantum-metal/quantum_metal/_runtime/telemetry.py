"""OpenTelemetry, where it is installed: a span for each call, and one for each attempt.

Names and attributes are those of the semantic conventions for HTTP clients (1.23, stable);
URLs are told without their query, which may hold secrets.
"""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit

from .errors import ConfigurationError
from .transport import Request, Response

__all__ = ["AsyncTracing", "Tracing"]

ERROR = 400


class Spans:
    """Makes spans with the tracer that is given, or with the global one."""

    def __init__(self, tracer: object = None) -> None:
        try:
            # Any: OpenTelemetry need not be there for a type-checker.
            self._trace: Any = importlib.import_module("opentelemetry.trace")
            self._propagate: Any = importlib.import_module("opentelemetry.propagate")
        except ImportError:
            raise ConfigurationError("install opentelemetry-api for spans") from None
        self._tracer: Any = tracer or self._trace.get_tracer(__name__.partition(".")[0])

    def call(self, operation: str) -> AbstractContextManager[object]:
        """The span of a whole call, whatever attempts it takes."""
        span: AbstractContextManager[object] = self._tracer.start_as_current_span(
            operation, kind=self._trace.SpanKind.INTERNAL
        )
        return span

    @contextmanager
    def attempt(
        self, request: Request
    ) -> Generator[tuple[Request, Callable[[Response], None]]]:
        """The span of an attempt; gives the request with its trace, and hears the response."""
        parts = urlsplit(request.url)
        attributes: dict[str, object] = {
            "http.request.method": request.method,
            "server.address": parts.hostname or "",
            "url.full": f"{parts.scheme}://{parts.netloc}{parts.path}",
        }
        if parts.port is not None:
            attributes["server.port"] = parts.port
        if request.attempt > 1:
            attributes["http.request.resend_count"] = request.attempt - 1
        with self._tracer.start_as_current_span(
            request.method, kind=self._trace.SpanKind.CLIENT, attributes=attributes
        ) as span:
            fields: dict[str, str] = {}
            self._propagate.inject(fields)
            yield request.plus(fields), lambda response: self._heard(span, response)

    def _heard(self, span: Any, response: Response) -> None:
        span.set_attribute("http.response.status_code", response.status)
        if response.status >= ERROR:
            span.set_attribute("error.type", str(response.status))
            span.set_status(self._trace.StatusCode.ERROR)


class Tracing(Spans):
    """Middleware for the client: `middleware=[Tracing()]`."""

    def __call__(
        self, request: Request, send: Callable[[Request], Response], /
    ) -> Response:
        """Send inside of a span."""
        with self.attempt(request) as (traced, heard):
            response = send(traced)
            heard(response)
            return response


class AsyncTracing(Spans):
    """Middleware for the asynchronous client: `middleware=[AsyncTracing()]`."""

    async def __call__(
        self, request: Request, send: Callable[[Request], Awaitable[Response]], /
    ) -> Response:
        """Send inside of a span."""
        with self.attempt(request) as (traced, heard):
            response = await send(traced)
            heard(response)
            return response
