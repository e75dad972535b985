"""All tests of a package: one module a tag, one for models, one for the client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...link import Api, Operation, Server
from ...name import Names, ResourceName
from ...oracle import UNNAMED, Oracle, secrets
from ..annotation import Annotations
from ..client import variable
from ..expressions import Expressions
from ..imports import Import
from ..package import EntryView, FunctionView, TestsView, TestView, UntestedView
from .client import ClientTrials
from .coverage import Coverage, coverage_page
from .maker import Maker, Probe, arguments
from .models import ModelTrials
from .modules import module
from .operations import Trials
from .subject import Subject

__all__ = ["suite", "variables_of"]


def suite(annotations: Annotations) -> TestsView:
    """The tests of a package, and what they leave out."""
    api, names = annotations.api, annotations.names
    oracle = Oracle(
        api=api,
        secrets=secrets(api, names.credentials),
        variables=variables_of(api, names),
        base_url="" if api.servers and _complete(api.servers[0]) else UNNAMED,
    )
    writing = Writing(annotations=annotations, oracle=oracle)
    modules = tuple(each for each in writing.modules() if each.functions or each.tables)
    untested = tuple(writing.untested)
    return TestsView(
        arguments=tuple(
            EntryView(key=key, value=value)
            for key, value in arguments(oracle, annotations)
        ),
        environment=variable(names, ""),
        modules=modules,
        multipart=any("parts" in each.module.imports.split() for each in modules),
        signer=any(each.signs for each in oracle.secrets.values()),
        streams=any("items" in each.module.imports.split() for each in modules),
        untested=untested,
        pages=(coverage_page(api, writing.coverage, untested),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The modules as they are written, and what is noted on the way."""

    annotations: Annotations
    oracle: Oracle
    coverage: Coverage = field(default_factory=Coverage)
    untested: list[UntestedView] = field(default_factory=list[UntestedView])
    probes: list[Probe] = field(default_factory=list[Probe])

    def modules(self) -> Iterable[TestView]:
        """The modules in the order of the document's tags."""
        names = self.annotations.names
        groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
        for operation in self.annotations.api.operations:
            groups[names.operations[operation.pointer].resource].append(operation)
        for key, operations in groups.items():
            yield self._operations(names.resources[key], operations)
        yield self._models()
        yield self._client()

    def _operations(self, name: ResourceName, operations: list[Operation]) -> TestView:
        expressions = Expressions(annotations=self.annotations)
        functions: list[FunctionView] = []
        for operation in operations:
            subject = Subject(
                annotations=self.annotations,
                oracle=self.oracle,
                expressions=expressions,
                operation=operation,
                coverage=self.coverage,
                untested=self.untested,
            )
            functions += Trials(subject=subject).functions(self.probes)
        return module(
            f"tests/test_{name.module}.py",
            f"What `{name.attribute}` sends, and what it makes of answers.",
            expressions,
            functions,
        )

    def _models(self) -> TestView:
        trials = ModelTrials(
            annotations=self.annotations,
            expressions=Expressions(annotations=self.annotations),
            coverage=self.coverage,
            untested=self.untested,
        )
        tables = trials.tables()
        return module(
            "tests/test_models.py",
            "How models travel, and what they make of what the document does not say.",
            trials.expressions,
            list(trials.functions(tables)),
            tables=tuple(each.view for each in tables.values()),
        )

    def _client(self) -> TestView:
        maker = Maker(annotations=self.annotations, oracle=self.oracle)
        trials = ClientTrials(maker=maker, probes=tuple(self.probes))
        return module(
            "tests/test_client.py",
            "Where the client calls, what opens it, and what it never tells.",
            Expressions(annotations=self.annotations),
            list(trials.functions()),
            {Import(module=self.annotations.names.package)},
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
