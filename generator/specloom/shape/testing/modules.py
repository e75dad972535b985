"""Test modules: what they say, and the imports that their text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..expressions import Expressions
from ..imports import FUTURE, Import, import_block
from ..package import FunctionView, ModuleView, StatementView, TableView, TestView
from ..text import docstring

__all__ = ["client_module", "model_module", "operation_module", "table_module"]

PROMISES = (
    ("Sends(", "test_calls_arrive"),
    ("Escapes(", "test_odd_values_arrive"),
    ("Keeps(", "test_falsy_values_arrive"),
    ("Answers(", "test_answers_are_read"),
    ("Shows(", "test_examples_are_read_whole"),
    ("Raises(", "test_failures_are_raised"),
)
"""The tests that hold for what is stated, by how it begins."""
ALWAYS = "test_calls_are_repeated"
MODELS = (
    "test_models_bear_what_is_new",
    "test_models_need_the_required",
    "test_models_tell_null",
    "test_models_travel_whole",
)
"""The tests that hold for every model."""


def table_module(
    expressions: Expressions, tables: Sequence[TableView], unions: Sequence[TableView]
) -> TestView:
    """What models are made of."""
    runtime = f"{expressions.annotations.names.package}._runtime.members"
    text = "\n".join(row for table in (*tables, *unions) for row in table.rows)
    marks = {
        "MODELS": bool(tables),
        "UNIONS": bool(unions),
        "alike": any(table.like for table in tables),
        **{
            name: f"{name}(" in text
            for name in ("moment", "optional", "other", "required")
        },
    }
    imports = {Import(module=runtime, name=n) for n, used in marks.items() if used}
    if "whole(models." in text:
        objects = runtime.replace("members", "objects")
        imports.add(Import(module=objects, name="whole"))
    return _module(
        "tests/tables.py",
        "What models are made of: each member's name, a value, and what may become of it.",
        {*imports, *_used(expressions, f"models.\n{text}" if tables else text)},
    )


def operation_module(
    path: str,
    said: str,
    expressions: Expressions,
    statements: Sequence[StatementView],
    functions: Sequence[FunctionView],
) -> TestView:
    """What is stated of the operations of a tag, and the tests that hold it to that."""
    facts = [fact for each in statements for fact in each.facts]
    held = {s: n for s, n in PROMISES if any(fact.startswith(s) for fact in facts)}
    words = ["Operation", *(start.removesuffix("(") for start in held)]
    text = "\n".join([*facts, _text(functions)])
    words += ["Example"] if ", Example(" in text else []
    words += ["whole"] if "whole(models." in text else []
    imports = {
        *(Import(module=".stated", name=word) for word in words),
        *_promises([*held.values(), ALWAYS]),
        *_used(expressions, text),
    }
    if "mock." in text:
        imports.add(Import(module="unittest", name="mock"))
    return _module(
        path,
        said,
        imports,
        functions,
        statements,
        deprecated=any(each in text for each in _deprecated(expressions)),
    )


def model_module(
    expressions: Expressions, functions: Sequence[FunctionView], *, unions: bool
) -> TestView:
    """How models travel."""
    text = _text(functions)
    names = [*MODELS, *(["test_unions_are_told_apart"] if unions else [])]
    imports = {*_promises(names), *_used(expressions, text)}
    if functions:
        package = expressions.annotations.names.package
        imports.add(Import(module=f"{package}._runtime", name="codec"))
    return _module(
        "tests/test_models.py",
        "How models travel, and what they make of what the document does not say.",
        imports,
        functions,
    )


def _promises(names: Iterable[str]) -> Iterable[Import]:
    """Tests that hold for all that is stated."""
    return (Import(module=".stated", name=name, again=True) for name in names)


def client_module(
    expressions: Expressions, functions: Sequence[FunctionView]
) -> TestView:
    """What holds for the client as a whole."""
    names = expressions.annotations.names
    text = _text(functions)
    modules = (f"test_{each.module}" for each in names.resources.values())
    return _module(
        "tests/test_client.py",
        "Where the client calls, what opens it, and what it never tells.",
        {
            Import(module=names.package),
            *(Import(module=".", name=n) for n in modules if _holds(text, f"{n}.")),
            *_used(expressions, text),
        },
        functions,
    )


def _module(
    path: str,
    said: str,
    imports: Iterable[Import],
    functions: Sequence[FunctionView] = (),
    statements: Sequence[StatementView] = (),
    *,
    deprecated: bool = False,
) -> TestView:
    return TestView(
        path=path,
        module=ModuleView(
            docstring=docstring(said, indent=0),
            imports=import_block({FUTURE, *imports}),
            deprecated=deprecated,
        ),
        functions=tuple(functions),
        statements=tuple(statements),
    )


def _deprecated(expressions: Expressions) -> Iterator[str]:
    """How deprecated methods are called."""
    api, names = expressions.annotations.api, expressions.annotations.names
    for operation in api.operations:
        name = names.operations[operation.pointer]
        for method in filter(None, (name.method, name.stream, name.pages, name.waits)):
            if operation.deprecated:
                yield f".{names.resources[name.resource].attribute}.{method}("


def _text(functions: Iterable[FunctionView]) -> str:
    lines = (line for f in functions for line in (*f.decorators, f.signature, *f.body))
    return "\n".join(lines)


def _used(expressions: Expressions, text: str) -> set[Import]:
    """What a text names of the package and of what all tests share."""
    names = expressions.annotations.names
    package, network = names.package, f"{names.package}._runtime.network"
    marks = {
        "pytest.": Import(module="pytest"),
        "errors.": Import(module=package, name="errors"),
        "models.": Import(module=package, name="models"),
        f"client: {names.client}": Import(module=package, name=names.client),
        "make: Make": Import(module=".stated", name="Make"),
        "wire: Wire": Import(module=network, name="Wire"),
        "signer(": Import(module=network, name="signer"),
        "deviation: Deviation": Import(
            module=f"{package}._runtime.drift", name="Deviation"
        ),
        "items(": Import(module=network, name="items"),
        "Event(data": Import(module=f"{package}._runtime.events", name="Event"),
        "parts(sent)": Import(module=network, name="parts"),
    }
    found = {each for mark, each in marks.items() if _holds(text, mark)}
    return found.union(each for each in expressions.imports if _named(each, text))


def _named(item: Import, text: str) -> bool:
    """Whether a text uses what is imported; what was said may have been given up."""
    name = item.alias or item.name
    return _holds(text, f"{name}.") or _holds(text, f"{name}(")


def _holds(text: str, mark: str) -> bool:
    """Whether a mark stands there as it is, and not as the end of another name."""
    return re.search(rf"(?<![\w.]){re.escape(mark)}", text) is not None
