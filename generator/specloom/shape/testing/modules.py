"""Test modules: what they say, and the imports that their text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...name import Names
from ..expressions import Expressions
from ..imports import FUTURE, Import, import_block
from ..text import docstring
from ..views import ModuleView
from .views import FunctionView, StatementView, TableView, TestView

__all__ = ["client_module", "model_module", "operation_module", "words_module"]

WORDS = ("Answers", "Example", "Raises", "Shows")
"""What is stated of operations whatever the client is called."""
OWN = ("Escapes", "Keeps", "Operation", "Sends")
"""What is stated of the operations of one client."""

ROWS = ("like", "optional", "other", "required")
"""What the rows of tables are made with."""


def operation_module(
    path: str,
    said: str,
    expressions: Expressions,
    statements: Sequence[StatementView],
    functions: Sequence[FunctionView],
) -> TestView:
    """What is stated of the operations of a tag, and the tests that hold it to that."""
    facts = [fact for each in statements for fact in each.facts]
    text = "\n".join([*facts, _text(functions)])
    package = expressions.annotations.names.package
    imports = {
        _promises(package, "promises", "TestOperations"),
        *_words(package, text),
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


def words_module(
    names: Names,
    expressions: Sequence[Expressions],
    failures: Sequence[str],
    secured: Mapping[str, str],
) -> ModuleView:
    """What all tests share: the client that statements are of, and what is said once."""
    text = "\n".join(failures)
    statements = f"{names.package}._runtime.statements"
    marks = {word: _holds(text, f"{word}(") for word in ("Example", "Raises")}
    imports = {
        FUTURE,
        Import(module="typing", name="TypeAlias"),
        Import(module=names.package, name=names.client),
        Import(module=f"{names.package}._runtime", name="statements"),
        *(Import(module=statements, name=word) for word, used in marks.items() if used),
        *(each for one in expressions for each in _used(one, text)),
    }
    if secured:
        imports.add(Import(module="collections.abc", name="Mapping"))
    said = "What the generator wrote about this client; it runs without a network."
    return ModuleView(
        docstring=docstring(said, indent=0), imports=import_block(imports)
    )


def model_module(
    expressions: Expressions,
    tables: Sequence[TableView],
    unions: Sequence[TableView],
    functions: Sequence[FunctionView],
) -> TestView:
    """What models are made of, and the tests that hold them to that."""
    package = expressions.annotations.names.package
    every = (*tables, *unions)
    rows = "\n".join(text for each in every for text in (*each.rows, each.short))
    marks = {
        "MODELS": bool(tables),
        "UNIONS": bool(unions),
        "alike": any(table.like for table in tables),
        **{name: _holds(rows, f"{name}(") for name in ROWS},
    }
    members, objects = f"{package}._runtime.members", f"{package}._runtime.objects"
    imports = {Import(module=members, name=n) for n, used in marks.items() if used}
    if "whole(models." in rows:
        imports.add(Import(module=objects, name="whole"))
    if functions:
        imports.add(Import(module=f"{package}._runtime", name="codec"))
    text = f"{rows}\n{_text(functions)}\n{'models.' if tables else ''}"
    return _module(
        "tests/test_models.py",
        "What models are made of: each member's name, a value, and what may become of it.",
        {
            _promises(package, "promises", "TestModels"),
            *imports,
            *_used(expressions, text),
        },
        functions,
    )


def client_module(
    expressions: Expressions, statement: StatementView | None
) -> TestView:
    """What holds for the client as a whole."""
    names = expressions.annotations.names
    statements = () if statement is None else (statement,)
    text = "\n".join(fact for each in statements for fact in each.facts)
    modules = (f"test_{each.module}" for each in names.resources.values())
    runtime = f"{names.package}._runtime.statements"
    words = [*(each.kind for each in statements), "Reads", "Opens", "Drifts"]
    return _module(
        "tests/test_client.py",
        "Where the client calls, what opens it, and what it never tells.",
        {
            _promises(names.package, "clients", "TestClient"),
            *(Import(module=".", name=n) for n in modules if _holds(text, f"{n}.")),
            *(
                Import(module=runtime, name=word)
                for word in words
                if word == "Client" or _holds(text, f"{word}(")
            ),
            *_used(expressions, text),
        },
        statements=statements,
    )


def _promises(package: str, module: str, name: str) -> Import:
    """Tests that hold for all that is stated."""
    return Import(module=f"{package}._runtime.{module}", name=name, again=True)


def _words(package: str, text: str) -> Iterator[Import]:
    """The words that statements of operations are made of."""
    yield Import(module=".", name="Operation")
    for word in OWN:
        if _holds(text, f"{word}("):
            yield Import(module=".", name=word)
    for word in ("FAILURES", "SECURED"):
        if _holds(text, f"*{word}") or _holds(text, word):
            yield Import(module=".", name=word)
    for word in WORDS:
        if _holds(text, f"{word}("):
            yield Import(module=f"{package}._runtime.statements", name=word)
    for word in ("made", "whole"):
        if _holds(text, f"{word}("):
            yield Import(module=f"{package}._runtime.objects", name=word)


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
        "wire: Wire": Import(module=network, name="Wire"),
        "signer(": Import(module=network, name="signer"),
        "deviation: Deviation": Import(
            module=f"{package}._runtime.deviations", name="Deviation"
        ),
        "moment(": Import(module=f"{package}._runtime.members", name="moment"),
        "integers(": Import(module=f"{package}._runtime.members", name="integers"),
        "numbers(": Import(module=f"{package}._runtime.members", name="numbers"),
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
