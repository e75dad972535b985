# Generated from specs/quantum-metal.yaml; edits are overwritten.
"""Quantum Metal API: Registers customers, verifies and binds them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors, links, models
    from ._runtime.asynchttp import AsyncHttpTransport
    from ._runtime.documents import from_json, replace, to_json
    from ._runtime.files import File
    from ._runtime.http import HttpTransport
    from ._runtime.models import UNSET, UnsetType
    from ._runtime.options import Options, Timeout
    from ._runtime.responses import ApiResponse, DescribedResponse
    from ._runtime.security import Signer
    from ._runtime.telemetry import AsyncTracing, Tracing
    from ._runtime.transport import Headers, Request, Response
    from .aio.client import AsyncQuantumMetal
    from .client import QuantumMetal

__all__ = [
    "UNSET",
    "ApiResponse",
    "AsyncHttpTransport",
    "AsyncTracing",
    "AsyncQuantumMetal",
    "DescribedResponse",
    "File",
    "Headers",
    "HttpTransport",
    "Options",
    "Request",
    "Response",
    "Signer",
    "Timeout",
    "Tracing",
    "UnsetType",
    "errors",
    "from_json",
    "links",
    "models",
    "preload",
    "replace",
    "to_json",
    "QuantumMetal",
]

_HOMES = {
    "UNSET": "._runtime.models",
    "ApiResponse": "._runtime.responses",
    "DescribedResponse": "._runtime.responses",
    "AsyncHttpTransport": "._runtime.asynchttp",
    "AsyncQuantumMetal": ".aio.client",
    "File": "._runtime.files",
    "Headers": "._runtime.transport",
    "HttpTransport": "._runtime.http",
    "Options": "._runtime.options",
    "Request": "._runtime.transport",
    "Response": "._runtime.transport",
    "Signer": "._runtime.security",
    "Timeout": "._runtime.options",
    "AsyncTracing": "._runtime.telemetry",
    "Tracing": "._runtime.telemetry",
    "UnsetType": "._runtime.models",
    "QuantumMetal": ".client",
    "from_json": "._runtime.documents",
    "replace": "._runtime.documents",
    "to_json": "._runtime.documents",
}


def preload() -> None:
    """Import everything now, so that no call has to."""
    for module in (
        "errors",
        "models",
        "links",
        "operations.customers",
        "resources.customers",
        "aio.customers",
        "client",
        "aio.client",
        "_runtime.calls",
        "_runtime.http",
        "_runtime.asynchttp",
    ):
        import_module(f".{module}", __name__)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import on first use: a program pays for the resources that it uses."""
        if name in ("errors", "links", "models"):
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(_HOMES[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
