"""All tests of a package: one module a tag, one for models, one for the client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from .failing import Common, common
from .maker import Probe, credentials, secured, settings
from .models import ModelTrials
from .modules import client_module, model_module, operation_module, words_module
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
    secures = secured(oracle)
    writing = Writing(
        annotations=annotations,
        oracle=oracle,
        secured=secures,
        expressions=Expressions(annotations=annotations, moments=True),
    )
    tables = writing.models.tables()
    unions = tuple(writing.models.unions(tables))
    groups = tuple(writing.groups(tables))
    failures = common([each for group in groups for each in group.statements])
    modules = (
        *(operations(each, failures) for each in groups),
        *writing.modules(tables, unions),
    )
    untested = tuple(writing.untested)
    views = tuple(each.view for each in tables.values())
    return TestsView(
        words=words_module(
            names, [each.expressions for each in groups], failures.facts, secures
        ),
        credentials=tuple(credentials(oracle, annotations)),
        secured=tuple(
            EntryView(key=literal(name), value=literal(text))
            for name, text in secures.items()
        ),
        failures=failures.facts,
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


def operations(group: Group, failures: Common) -> TestView:
    """The module of a tag's operations."""
    return operation_module(
        f"tests/test_{group.name.module}.py",
        f"What `{group.name.attribute}` sends, and what it makes of answers.",
        group.expressions,
        [failures.named(each) for each in group.statements],
        group.functions,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is stated of the operations of a tag, and the tests that only one has."""

    name: ResourceName
    expressions: Expressions
    statements: list[StatementView] = field(default_factory=list[StatementView])
    functions: list[FunctionView] = field(default_factory=list[FunctionView])


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The modules as they are written, and what is noted on the way."""

    annotations: Annotations
    oracle: Oracle
    secured: Mapping[str, str]
    """The headers that credentials add to most calls, if they have a name."""
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
        """The modules of models and of the client; those of operations are told first."""
        if tables or unions:
            views = [each.view for each in tables.values()]
            functions = list(self.models.functions())
            yield model_module(self.expressions, views, unions, functions)
        yield self._client()

    def groups(self, tables: Mapping[Pointer, MemberTable]) -> Iterator[Group]:
        """What is stated of the operations of each of the document's tags, in its order."""
        names = self.annotations.names
        groups: dict[str, list[Operation]] = {key: [] for key in names.resources}
        for operation in self.annotations.api.operations:
            groups[names.operations[operation.pointer].resource].append(operation)
        for key, operations in groups.items():
            group = self._group(names.resources[key], operations, tables)
            if group.statements:
                yield group

    def _group(
        self,
        name: ResourceName,
        operations: list[Operation],
        tables: Mapping[Pointer, MemberTable],
    ) -> Group:
        expressions = Expressions(annotations=self.annotations, moments=True)
        group = Group(name=name, expressions=expressions)
        for operation in operations:
            subject = Subject(
                annotations=self.annotations,
                oracle=self.oracle,
                expressions=expressions,
                standing=Standing(expressions=expressions, tables=tables),
                operation=operation,
                root=self.root,
                secured=self.secured,
                coverage=self.coverage,
                untested=self.untested,
            )
            stated = Trials(subject=subject).statement(self.probes, group.functions)
            if stated is not None:
                group.statements.append(stated)
        return group

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
