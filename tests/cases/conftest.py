"""A document in, its package imported, and calls over a transport that answers as told."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from specloom.pipeline import generate
from specloom.read import read
from specloom.report import Diagnostic, Report
from specloom.settings import target_of

NUMBERS = count()
HEAD = """
openapi: {version}
info: {{title: Case, version: '1'}}
servers: [{{url: https://case.test}}]
"""


@dataclass(slots=True)
class Wire:
    """Answers requests, and remembers them."""

    runtime: Any
    status: int = 200
    media_type: str = "application/json"
    body: bytes = b"null"
    fields: dict[str, str] = field(default_factory=dict[str, str])
    """Further header fields of answers."""
    sent: list[Any] = field(default_factory=list[Any])

    def answers(
        self, body: bytes | str, status: int = 200, media_type: str = "application/json"
    ) -> None:
        """What to say from now on."""
        self.body = body.encode() if isinstance(body, str) else body
        self.status, self.media_type = status, media_type

    def send(self, request: Any, /) -> Any:
        """The transport's method."""
        self.sent.append(request)
        headers = self.runtime.Headers({"Content-Type": self.media_type, **self.fields})
        return self.runtime.Response(self.status, headers, self.body)

    def close(self) -> None:
        """Nothing is open."""

    @property
    def last(self) -> str:
        """Method and URL of the last request, the server aside."""
        request = self.sent[-1]
        return f"{request.method} {request.url.removeprefix('https://case.test')}"


@dataclass(frozen=True, slots=True)
class Case:
    """A generated package, in use."""

    client: Any
    models: Any
    errors: Any
    wire: Wire
    found: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics."""
        return [each.code for each in self.found]


Maker = Callable[..., Case]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Maker]:
    """Make a package of a document; its head is added where it has none."""
    names: list[str] = []

    def make(
        text: str,
        version: str = "3.1.0",
        settings: Mapping[str, Any] | None = None,
        **files: str,
    ) -> Case:
        name = f"case_{next(NUMBERS)}"
        names.append(name)
        stated = "openapi:" in text or "swagger:" in text
        document = tmp_path / f"{name}.yaml"
        document.write_text(text if stated else HEAD.format(version=version) + text)
        for file, content in files.items():
            (tmp_path / file.replace("__", ".")).write_text(content)
        report = Report()
        source = read(document, report)
        assert source is not None, report.diagnostics
        target = replace(
            target_of(document, (), tmp_path),
            package=name,
            client="Case",
            **(settings or {}),
        )
        product = generate(source, target, report)
        assert product is not None, report.diagnostics
        for path, content in product.files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, "utf-8")
        return _used(name, tmp_path, report.diagnostics)

    yield make
    for module in list(sys.modules):
        if module.partition(".")[0] in names:
            del sys.modules[module]


def _used(name: str, folder: Path, found: tuple[Diagnostic, ...]) -> Case:
    sys.path.insert(0, str(folder))
    try:
        package: Any = importlib.import_module(name)
        package.preload()
        runtime: ModuleType = importlib.import_module(f"{name}._runtime.transport")
    finally:
        sys.path.remove(str(folder))
    wire = Wire(runtime)
    return Case(
        package.Case(transport=wire), package.models, package.errors, wire, found
    )
