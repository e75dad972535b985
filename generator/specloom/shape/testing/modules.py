"""Test modules: their functions, and the imports that the text of these names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...name import Names
from ..expressions import Expressions
from ..imports import FUTURE, Import, import_block
from ..package import FunctionView, ModuleView, TableView, TestView
from ..text import docstring

__all__ = ["module"]


def module(
    path: str,
    said: str,
    expressions: Expressions,
    functions: list[FunctionView],
    more: Iterable[Import] = (),
    tables: tuple[TableView, ...] = (),
) -> TestView:
    """A test module; what it imports is what its text names."""
    names = expressions.annotations.names
    lines = [line for f in functions for line in (*f.decorators, f.signature, *f.body)]
    rows = "\n".join(row for table in tables for row in table.rows)
    text = "\n".join([*lines, rows])
    known = (f"test_{each.module}" for each in names.resources.values())
    imports = {
        FUTURE,
        *(each for each in expressions.imports if _named(each, text)),
        *more,
        *(Import(module=".", name=each) for each in known if f"{each}.call_" in text),
        *(each for mark, each in _marks(names).items() if mark in text),
        *(_about_members(names.package, text) if tables else ()),
    }
    return TestView(
        path=path,
        module=ModuleView(
            docstring=docstring(said, indent=0),
            imports=import_block(imports),
            deprecated=any(each in text for each in _deprecated(expressions)),
        ),
        functions=tuple(functions),
        tables=tables,
    )


def _deprecated(expressions: Expressions) -> Iterator[str]:
    """How deprecated methods are called."""
    api, names = expressions.annotations.api, expressions.annotations.names
    for operation in api.operations:
        name = names.operations[operation.pointer]
        for method in filter(None, (name.method, name.stream, name.pages, name.waits)):
            if operation.deprecated:
                yield f".{names.resources[name.resource].attribute}.{method}("


def _marks(names: Names) -> Mapping[str, Import]:
    """What a text imports that holds one of these words."""
    package = names.package
    return {
        "pytest.": Import(module="pytest"),
        "errors.": Import(module=package, name="errors"),
        "models.": Import(module=package, name="models"),
        f"client: {names.client}": Import(module=package, name=names.client),
        "make: Make": Import(module=".wire", name="Make"),
        "wire: Wire": Import(module=".wire", name="Wire"),
        "TRACED": Import(module=".wire", name="TRACED"),
        ": Literal[": Import(module="typing", name="Literal"),
        "error: Failure": Import(module=".wire", name="Failure"),
        ", JSON)": Import(module=".wire", name="JSON"),
        "at(body, ": Import(module=".wire", name="at"),
        "signer(": Import(module=".wire", name="signer"),
        "deviation: Deviation": Import(
            module=f"{package}._runtime.drift", name="Deviation"
        ),
        "items(": Import(module=".wire", name="items"),
        "Event(data": Import(module=f"{package}._runtime.events", name="Event"),
        "json.loads(": Import(module="json"),
        "codec.": Import(module=f"{package}._runtime", name="codec"),
        "parts(sent)": Import(module=".wire", name="parts"),
    }


def _about_members(package: str, text: str) -> Iterator[Import]:
    """What the tests of all models import."""
    yield Import(module="pytest")
    yield Import(module=package, name="models")
    yield Import(module=f"{package}._runtime", name="codec")
    yield Import(module=".wire", name="JSON")
    for name in ("MODELS", "made", "members", "named", "written"):
        yield Import(module=".members", name=name)
    for name in ("least", "least_text", "optional", "other", "required"):
        if f"{name}(" in text:
            yield Import(module=".members", name=name)


def _named(item: Import, text: str) -> bool:
    """Whether a text uses what is imported; what was said may have been given up."""
    name = item.alias or item.name
    return f"{name}." in text or f"{name}(" in text
