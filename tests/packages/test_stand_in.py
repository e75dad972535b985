"""A package's own stand-in for the service, judged by schemathesis."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

ROOT = Path(__file__).parents[2]
CONFORMANCE: Any = importlib.import_module("schemathesis.specs.openapi.checks")
CHECKS = [
    CONFORMANCE.content_type_conformance,
    CONFORMANCE.response_headers_conformance,
    CONFORMANCE.response_schema_conformance,
    CONFORMANCE.status_code_conformance,
]
FEW = settings(
    max_examples=25,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
App = Callable[[Any, Any], Iterable[bytes]]


@pytest.fixture
def importing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Imports modules of a generated package by its folder's name."""

    def load(name: str) -> Any:
        folder = str(ROOT / "generated" / name.partition(".")[0].replace("_", "-"))
        monkeypatch.setattr(sys, "path", [folder, *sys.path])
        return importlib.import_module(name)

    return load


def application(fake: Any, transport: Any) -> App:
    """A WSGI application (PEP 3333) that answers as the stand-in does."""

    def answer(environ: Any, start: Any) -> Iterable[bytes]:
        size = int(environ.get("CONTENT_LENGTH") or 0)
        query = environ.get("QUERY_STRING", "")
        fields = {
            key.removeprefix("HTTP_").replace("_", "-"): text
            for key, text in environ.items()
            if key.startswith("HTTP_") or key == "CONTENT_TYPE"
        }
        request = transport.Request(
            method=environ["REQUEST_METHOD"],
            url=f"http://x{quote(environ['PATH_INFO'])}{'?' if query else ''}{query}",
            headers=transport.Headers(fields),
            body=environ["wsgi.input"].read(size),
        )
        response = fake.send(request)
        start(f"{response.status} Said", list(response.headers.pairs))
        return [response.body]

    return answer


@pytest.mark.parametrize(
    "name", ["ahamove_v1", "ahamove_v3", "futa_bus", "quantum_metal"]
)
def test_the_stand_in_answers_as_documented(
    name: str, importing: Callable[[str], Any]
) -> None:
    """Whatever valid request comes, the answer's status, headers and body are documented."""
    document: Any = schemathesis.openapi
    schema = document.from_path(ROOT / "specs" / f"{name.replace('_', '-')}.yaml")
    kit, transport = (
        importing(f"{name}.{each}") for each in ("testing", "_runtime.transport")
    )
    fake = kit.Fake()
    schema.app = application(fake, transport)
    for found in schema.get_all_operations():
        operation = found.ok()

        @FEW
        @given(operation.as_strategy())
        def holds(case: Any) -> None:
            case.call_and_validate(checks=CHECKS)

        holds()
    assert {*fake.calls} == {each.name for each in known(importing, name)}


def known(importing: Callable[[str], Any], name: str) -> Any:
    """The operations of a package."""
    return importing(f"{name}._runtime.registry").operations()
