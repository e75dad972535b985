"""All tests of a package: one module a tag."""

from __future__ import annotations

from collections.abc import Mapping

from ...link import Api, Operation, Server
from ...name import Names, ResourceName
from ...oracle import UNNAMED, Oracle, Promises, Secret, secrets
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
from ..text import docstring, literal
from .operations import Trials

__all__ = ["suite", "variables_of"]


def suite(annotations: Annotations) -> TestsView:
    """The tests of a package, and what they leave out."""
    api, names = annotations.api, annotations.names
    known = secrets(api, names.credentials)
    variables = variables_of(api, names)
    promises = Promises(oracle=Oracle(api=api, secrets=known, variables=variables))
    groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
    for operation in api.operations:
        groups[names.operations[operation.pointer].resource].append(operation)
    modules: list[TestView] = []
    untested: list[UntestedView] = []
    for key, operations in groups.items():
        module = _module(
            annotations, promises, names.resources[key], operations, untested
        )
        if module.functions:
            modules.append(module)
    return TestsView(
        arguments=tuple(_arguments(api, names, known, variables)),
        modules=tuple(modules),
        multipart=any("parts" in m.module.imports.split() for m in modules),
        untested=tuple(untested),
    )


def _module(
    annotations: Annotations,
    promises: Promises,
    name: ResourceName,
    operations: list[Operation],
    untested: list[UntestedView],
) -> TestView:
    package = annotations.names.package
    expressions = Expressions(annotations=annotations)
    functions: list[FunctionView] = []
    for operation in operations:
        trials = Trials(
            annotations=annotations,
            promises=promises,
            expressions=expressions,
            operation=operation,
        )
        functions += trials.functions()
        untested += trials.untested
    said = f"What `{name.attribute}` sends, and what it makes of answers."
    imports = {
        FUTURE,
        *expressions.imports,
        Import(module=package, name=annotations.names.client),
        Import(module=".wire", name="Wire"),
    }
    text = "\n".join(line for f in functions for line in (*f.decorators, *f.body))
    if "pytest." in text:
        imports |= {Import(module="pytest"), Import(module=package, name="errors")}
    if "models." in text:
        imports.add(Import(module=package, name="models"))
    if "parts(sent)" in text:
        imports.add(Import(module=".wire", name="parts"))
    return TestView(
        path=f"tests/test_{name.module}.py",
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
        if not each.default
    }


def _arguments(
    api: Api, names: Names, known: Mapping[str, Secret], variables: Mapping[str, str]
) -> list[EntryView]:
    """What the client is made with in tests."""
    found = [
        EntryView(key=names.credentials[key], value=_secret(secret))
        for key, secret in known.items()
    ]
    given = {
        names.variables[each.pointer]: variables[each.name]
        for server in api.servers
        for each in server.variables
        if each.name in variables
    }
    found += [EntryView(key=key, value=literal(value)) for key, value in given.items()]
    if not api.servers or not _complete(api.servers[0]):
        found.append(EntryView(key="base_url", value=literal(UNNAMED)))
    return found


def _complete(server: Server) -> bool:
    return server.url.lower().startswith(("http://", "https://"))


def _secret(secret: Secret) -> str:
    if secret.user is None:
        return literal(secret.text)
    return f"({literal(secret.user)}, {literal(secret.text)})"
