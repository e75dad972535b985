"""Templates filled, formatted and parsed: the files of a package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import jinja2

from .. import __version__
from ..shape import (
    OPTIONAL,
    ModuleView,
    Package,
    ResourceView,
    TestView,
)
from .layout import formatted
from .places import templates
from .snippets import laid_out, snippets

__all__ = ["Files", "render"]

Files: TypeAlias = Mapping[str, str]
"""Path from the package's folder -> text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """What differs between the sync and the async half."""

    prefix: str
    define: str
    wait: str
    resources: str
    facts: bool


SYNC = Flavour(prefix="", define="def", wait="", resources=".resources.", facts=True)
ASYNC = Flavour(
    prefix="Async",
    define="async def",
    wait="await ",
    resources=".",
    facts=False,
)


@cache
def environment() -> jinja2.Environment:
    """Jinja without anything that a template of ours may not use."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates() / "package"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(package: Package) -> Files:
    """All files of a package, modules in black's style."""
    programs = dict(snippets(package.pages))
    laid = formatted({**dict(_modules(package)), **programs})
    return {
        **{path: text for path, text in laid.items() if path not in programs},
        **dict(_runtime(package)),
        **dict(_pages(package, laid)),
        "specloom.json": _manifest(package),
    }


def _modules(package: Package) -> Iterator[tuple[str, str]]:
    name = package.import_name
    yield f"{name}/__init__.py", _fill("__init__.py", package)
    for folder in ("operations", "resources", "aio"):
        yield f"{name}/{folder}/__init__.py", _fill("empty.py", package)
    yield f"{name}/models.py", _fill("models.py", package, module=package.models)
    yield f"{name}/errors.py", _fill("errors.py", package, module=package.errors)
    client = package.client
    yield (
        f"{name}/client.py",
        _fill("client.py", package, module=client.module_sync, flavour=SYNC),
    )
    yield (
        f"{name}/aio/client.py",
        _fill("client.py", package, module=client.module_async, flavour=ASYNC),
    )
    for stem, view in (("links", package.links), ("webhooks", package.webhooks)):
        if view is not None:
            yield f"{name}/{stem}.py", _fill(f"{stem}.py", package, module=view.module)
    for module in ("testing", "plugin"):
        yield f"{name}/{module}.py", _fill(f"{module}.py", package)
    for resource in package.resources:
        yield from _resource(package, resource)
    yield from _tests(package)


def _resource(package: Package, resource: ResourceView) -> Iterator[tuple[str, str]]:
    name, file = package.import_name, f"{resource.module}.py"
    yield (
        f"{name}/operations/{file}",
        _fill("operations.py", package, module=resource.operations, resource=resource),
    )
    for folder, flavour in (("resources", SYNC), ("aio", ASYNC)):
        module = resource.module_async if flavour.prefix else resource.module_sync
        yield (
            f"{name}/{folder}/{file}",
            _fill(
                "resource.py",
                package,
                module=module,
                resource=resource,
                flavour=flavour,
            ),
        )


def _tests(package: Package) -> Iterator[tuple[str, str]]:
    yield "tests/__init__.py", _fill("tests.py", package, module=package.tests.words)
    yield "tests/conftest.py", _fill("conftest.py", package)
    for test in package.tests.modules:
        models = test.path == "tests/test_models.py"
        template = "models_tests.py" if models else "test.py"
        yield test.path, _fill(template, package, module=test.module, test=test)


def _fill(
    template: str,
    package: Package,
    *,
    module: ModuleView | None = None,
    resource: ResourceView | None = None,
    test: TestView | None = None,
    flavour: Flavour = SYNC,
) -> str:
    return (
        environment()
        .get_template(f"{template}.jinja")
        .render(
            package=package,
            client=package.client,
            module=module,
            resource=resource,
            test=test,
            flavour=flavour,
        )
    )


def _runtime(package: Package) -> Iterator[tuple[str, str]]:
    """The runtime, byte for byte; the parts that nobody needs are left out."""
    left_out = OPTIONAL.difference(package.runtime)
    for path in sorted((templates() / "runtime").glob("*.py")):
        if path.stem not in left_out:
            target = f"{package.import_name}/_runtime/{path.name}"
            yield target, path.read_text("utf-8")


def _pages(package: Package, laid: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "pyproject.toml", _fill("pyproject.toml", package)
    yield f"{package.import_name}/py.typed", ""
    yield f"{package.import_name}/examples.json", package.examples
    for page in package.pages:
        yield page.path, laid_out(page, laid)
    for page in package.tests.pages:
        yield page.path, page.text


def _manifest(package: Package) -> str:
    """The facts that change without the package changing."""
    facts = {"generator": f"specloom {__version__}", "document": package.location}
    return json.dumps(facts)
