"""All tests of a package: one module a tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...link import Api, Operation, Server, stream_of
from ...name import Names, ResourceName
from ...oracle import UNNAMED, Oracle, secrets
from ..annotation import Annotations
from ..expressions import Expressions
from ..imports import FUTURE, Import, import_block
from ..package import (
    EntryView,
    FunctionView,
    ModuleView,
    TestsView,
    TestView,
    UntestedView,
)
from ..text import docstring
from .client import ClientTrials, arguments
from .coverage import Coverage, coverage_page
from .models import ModelTrials
from .operations import Trials

__all__ = ["suite", "variables_of"]


def suite(annotations: Annotations) -> TestsView:
    """The tests of a package, and what they leave out."""
    api, names = annotations.api, annotations.names
    known = secrets(api, names.credentials)
    variables = variables_of(api, names)
    named = bool(api.servers) and _complete(api.servers[0])
    oracle = Oracle(
        api=api,
        secrets=known,
        variables=variables,
        base_url="" if named else UNNAMED,
    )
    groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
    for operation in api.operations:
        groups[names.operations[operation.pointer].resource].append(operation)
    coverage = Coverage()
    modules: list[TestView] = []
    untested: list[UntestedView] = []
    for key, operations in groups.items():
        module = _module(
            annotations, oracle, names.resources[key], operations, untested, coverage
        )
        if module.functions:
            modules.append(module)
    models = _models(annotations, untested, coverage)
    modules += [models] if models.functions else []
    modules.append(_client(annotations, oracle))
    return TestsView(
        arguments=tuple(
            EntryView(key=key, value=value)
            for key, value in arguments(oracle, annotations)
        ),
        modules=tuple(modules),
        multipart=any("parts" in m.module.imports.split() for m in modules),
        streams=any(map(stream_of, api.operations)),
        untested=tuple(untested),
        pages=(coverage_page(api, coverage, untested),),
    )


def _module(
    annotations: Annotations,
    oracle: Oracle,
    name: ResourceName,
    operations: list[Operation],
    untested: list[UntestedView],
    coverage: Coverage,
) -> TestView:
    expressions = Expressions(annotations=annotations)
    functions: list[FunctionView] = []
    for operation in operations:
        trials = Trials(
            annotations=annotations,
            oracle=oracle,
            expressions=expressions,
            operation=operation,
            coverage=coverage,
        )
        functions += trials.functions()
        untested += trials.untested
    return _view(
        f"tests/test_{name.module}.py",
        f"What `{name.attribute}` sends, and what it makes of answers.",
        expressions,
        functions,
    )


def _models(
    annotations: Annotations, untested: list[UntestedView], coverage: Coverage
) -> TestView:
    trials = ModelTrials(
        annotations=annotations,
        expressions=Expressions(annotations=annotations),
        coverage=coverage,
    )
    functions = list(trials.functions())
    untested += trials.untested
    package = annotations.names.package
    said = "How models travel, and what they make of what the document does not say."
    return _view(
        "tests/test_models.py",
        said,
        trials.expressions,
        functions,
        {Import(module=f"{package}._runtime", name="codec")},
        'JSON = "application/json"',
    )


def _client(annotations: Annotations, oracle: Oracle) -> TestView:
    trials = ClientTrials(
        annotations=annotations,
        oracle=oracle,
        expressions=Expressions(annotations=annotations),
    )
    return _view(
        "tests/test_client.py",
        "Where the client calls, what opens it, and what it never tells.",
        trials.expressions,
        list(trials.functions()),
        {Import(module=annotations.names.package)},
    )


def _view(
    path: str,
    said: str,
    expressions: Expressions,
    functions: list[FunctionView],
    more: Iterable[Import] = (),
    constant: str = "",
) -> TestView:
    """A test module; what it imports is what its text names."""
    names = expressions.annotations.names
    package = names.package
    text = "\n".join(
        line for f in functions for line in (*f.decorators, f.signature, *f.body)
    )
    named = {
        "pytest.": Import(module="pytest"),
        "errors.": Import(module=package, name="errors"),
        "models.": Import(module=package, name="models"),
        f"client: {names.client}": Import(module=package, name=names.client),
        "make: Make": Import(module=".wire", name="Make"),
        "wire: Wire": Import(module=".wire", name="Wire"),
        "TRACED": Import(module=".wire", name="TRACED"),
        "options: Options": Import(module=package, name="Options"),
        "parts(sent)": Import(module=".wire", name="parts"),
    }
    known = (f"test_{each.module}" for each in names.resources.values())
    imports = {
        FUTURE,
        *(each for each in expressions.imports if _named(each, text)),
        *more,
        *(Import(module=".", name=each) for each in known if f"{each}.call_" in text),
        *(each for mark, each in named.items() if mark in text),
    }
    if constant:
        functions[:1] = [replace(each, constant=constant) for each in functions[:1]]
    return TestView(
        path=path,
        module=ModuleView(
            docstring=docstring(said, indent=0), imports=import_block(imports)
        ),
        functions=tuple(functions),
    )


def variables_of(api: Api, names: Names) -> Mapping[str, str]:
    """A host for each server variable that the caller must give."""
    return {
        each.name: f"{names.variables[each.pointer].replace('_', '-')}.example.invalid"
        for server in api.servers
        for each in server.variables
        if each.default is None
    }


def _complete(server: Server) -> bool:
    return server.url.lower().startswith(("http://", "https://"))


def _named(item: Import, text: str) -> bool:
    """Whether a text uses what is imported; what was said may have been given up."""
    name = item.alias or item.name
    return f"{name}." in text or f"{name}(" in text
