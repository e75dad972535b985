"""All tests of a package: one module a tag, one for models, one for the client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...link import Api, Operation, Pointer
from ...name import Names, ResourceName
from ...oracle import UNNAMED, Oracle, secrets
from ..annotation import Annotations
from ..expressions import Expressions
from ..text import literal
from ..views import EntryView
from .client import ClientFacts
from .coverage import Coverage, coverage_page
from .maker import Probe, credentials, secured, settings
from .models import ModelTrials
from .modules import client_module, model_module, operation_module
from .operations import Trials
from .standing import Standing
from .subject import Subject
from .tables import MemberTable
from .views import (
    FunctionView,
    StatementView,
    TableView,
    TestsView,
    TestView,
    UntestedView,
)

__all__ = ["suite", "variables_of"]


def suite(annotations: Annotations) -> TestsView:
    """The tests of a package, and what they leave out."""
    api, names = annotations.api, annotations.names
    oracle = Oracle(
        api=api,
        secrets=secrets(api, names.credentials),
        variables=variables_of(api, names),
    )
    if not api.servers or oracle.server(api.servers[0]) == UNNAMED:
        oracle = replace(oracle, base_url=UNNAMED)
    writing = Writing(
        annotations=annotations,
        oracle=oracle,
        expressions=Expressions(annotations=annotations, moments=True),
    )
    tables = writing.models.tables()
    unions = tuple(writing.models.unions(tables))
    modules = tuple(writing.modules(tables, unions))
    untested = tuple(writing.untested)
    views = tuple(each.view for each in tables.values())
    return TestsView(
        credentials=tuple(credentials(oracle, annotations)),
        secured=tuple(
            EntryView(key=literal(name), value=literal(text))
            for name, text in secured(oracle).items()
        ),
        settings=tuple(settings(oracle, annotations)),
        modules=modules,
        tables=tuple(each for each in views if not each.like),
        alike=tuple(each for each in views if each.like),
        unions=unions,
        root=literal(writing.root),
        signer=any(each.signs for each in oracle.secrets.values()),
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
    expressions: Expressions

    @property
    def models(self) -> ModelTrials:
        """Writes what models are made of, and their tests."""
        return ModelTrials(
            annotations=self.annotations,
            expressions=self.expressions,
            coverage=self.coverage,
            untested=self.untested,
        )

    @property
    def root(self) -> str:
        """Where calls go, unless an operation says where."""
        operations = self.annotations.api.operations
        first = next(iter(operations), None)
        return "" if first is None else self.oracle.address(replace(first, servers=()))

    def modules(
        self, tables: Mapping[Pointer, MemberTable], unions: Sequence[TableView]
    ) -> Iterable[TestView]:
        """The modules: operations in the order of the document's tags, models, the client."""
        names = self.annotations.names
        groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
        for operation in self.annotations.api.operations:
            groups[names.operations[operation.pointer].resource].append(operation)
        for key, operations in groups.items():
            found = self._operations(names.resources[key], operations, tables)
            if found.statements:
                yield found
        if tables or unions:
            views = [each.view for each in tables.values()]
            functions = list(self.models.functions())
            yield model_module(self.expressions, views, unions, functions)
        yield self._client()

    def _operations(
        self,
        name: ResourceName,
        operations: list[Operation],
        tables: Mapping[Pointer, MemberTable],
    ) -> TestView:
        expressions = Expressions(annotations=self.annotations, moments=True)
        functions: list[FunctionView] = []
        statements: list[StatementView] = []
        for operation in operations:
            subject = Subject(
                annotations=self.annotations,
                oracle=self.oracle,
                expressions=expressions,
                standing=Standing(expressions=expressions, tables=tables),
                operation=operation,
                root=self.root,
                secured=secured(self.oracle),
                coverage=self.coverage,
                untested=self.untested,
            )
            stated = Trials(subject=subject).statement(self.probes, functions)
            if stated is not None:
                statements.append(stated)
        return operation_module(
            f"tests/test_{name.module}.py",
            f"What `{name.attribute}` sends, and what it makes of answers.",
            expressions,
            statements,
            functions,
        )

    def _client(self) -> TestView:
        facts = ClientFacts(
            annotations=self.annotations,
            oracle=self.oracle,
            root=self.root,
            probes=tuple(self.probes),
        )
        expressions = Expressions(annotations=self.annotations, moments=True)
        return client_module(expressions, facts.statement())


def variables_of(api: Api, names: Names) -> Mapping[str, str]:
    """A host, or what is allowed, for each server variable that the caller must give."""
    return {
        each.name: next(
            iter(each.enum),
            f"{names.variables[each.pointer].replace('_', '-')}.example.invalid",
        )
        for server in api.servers
        for each in server.variables
        if each.default is None
    }
