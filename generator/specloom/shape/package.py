"""A package as views whose leaves are finished text: the door out of `shape`."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from ..link import Pointer

__all__ = [
    "AliasView",
    "ArgumentView",
    "AttributeView",
    "ClientView",
    "ConstantView",
    "ConstantsView",
    "EntryView",
    "ErrorView",
    "FieldView",
    "FunctionView",
    "GroupView",
    "HeadersView",
    "ItemView",
    "MethodView",
    "ModelView",
    "ModuleView",
    "OperationSummary",
    "Package",
    "PageView",
    "ResourceView",
    "TestView",
    "TestsView",
    "UntestedView",
    "WholeView",
]


WIDTH = 88
"""Of a line (black's default)."""
METHOD = 8
"""The column of a method's arguments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A member of a model: `name: annotation = default`, the default or docstring or ""."""

    name: str
    wire: str
    """What the member is called in JSON."""
    annotation: str
    default: str
    docstring: str

    @property
    def definition(self) -> str:
        """The line that defines it."""
        stated = f"{self.name}: {self.annotation}"
        return f"{stated} = {self.default}" if self.default else stated

    @property
    def required(self) -> bool:
        """Whether callers have to give it."""
        return "UNSET" not in self.default


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A class of `models`."""

    name: str
    base: str
    docstring: str
    requires: tuple[str, ...]
    fields: tuple[FieldView, ...]
    deprecated: tuple[str, ...] = ()
    """Literals of the fields that are going away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """An alias of `models`."""

    name: str
    value: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """An exception class; `body` is the annotation of its body, or ""."""

    name: str
    base: str
    docstring: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An argument as it is passed on: a key and the expression of its value."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A constant: its name, annotation (or "") and value."""

    name: str
    annotation: str
    type: str
    arguments: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeView:
    """A header field: `name: annotation = value`, its docstring or ""."""

    name: str
    annotation: str
    value: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadersView:
    """A class of header fields."""

    name: str
    docstring: str
    attributes: tuple[AttributeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeView:
    """A method that can give its whole response; the class of its header fields, or ""."""

    name: str
    headers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstantView(ItemView):
    """A constant that callers use, with its docstring."""

    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    """What stands at the top of a module."""

    docstring: str
    imports: str
    typing: str = ""
    """Imports for type-checkers only, or ""."""
    names: tuple[str, ...] = ()
    deprecated: bool = False
    """Whether it names deprecated methods, which strict pyright counts as errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstantsView:
    """A module of such constants."""

    module: ModuleView
    constants: tuple[ConstantView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """A keyword-only argument: `name: annotation = default`, the default or ""."""

    name: str
    annotation: str
    default: str

    @property
    def written(self) -> str:
        """As it stands in a method, a long union in the parentheses that black wants."""
        default = f" = {self.default}" if self.default else ""
        text = f"{self.name}: {self.annotation}{default},"
        if len(text) <= WIDTH - METHOD or not _is_union(self.annotation):
            return text
        return f"{self.name}: ({self.annotation}){default},"


def _is_union(annotation: str) -> bool:
    return isinstance(ast.parse(annotation, mode="eval").body, ast.BinOp)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The arguments of one location: a keyword of `_call`, and what it passes on."""

    keyword: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method of a resource."""

    name: str
    constant: str
    call: str
    """The method of the runtime that makes the call."""
    deprecated: str
    """The literal of what PEP 702 says of it, or ""."""
    stream: bool
    """Whether it gives a stream or pages, whose class has an asynchronous twin."""
    pages: str
    """The constant that says how pages are gone through, or ""."""
    waiter: str
    """The constant that says which state is waited for, or ""."""
    arguments: tuple[ArgumentView, ...]
    returns: str
    docstring: str
    groups: tuple[GroupView, ...]
    body: str
    """The expression of the body that is one argument, or ""."""
    model: str
    """The class of a body whose members are arguments, or ""."""
    members: tuple[EntryView, ...]
    chosen: bool
    """Whether the caller chooses the media type of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A tag: its operations as constants, and as methods."""

    attribute: str
    module: str
    type: str
    heading: str
    """Its docstring where it is an attribute of the client."""
    docstring: str
    operations: ModuleView
    envelopes: tuple[ItemView, ...]
    headers: tuple[HeadersView, ...]
    constants: tuple[ItemView, ...]
    module_sync: ModuleView
    module_async: ModuleView
    streams: bool
    """Whether any method gives a stream, or can."""
    paged: bool
    """Whether any method goes through pages."""
    waits: bool
    """Whether any method waits for a state."""
    whole: tuple[WholeView, ...]
    """Methods that can give their whole response."""
    downloads: tuple[str, ...]
    """Methods that can give their bytes as they come."""
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """The client's class and what it is made with."""

    name: str
    docstring: str
    module_sync: ModuleView
    module_async: ModuleView
    schemes: tuple[EntryView, ...]
    servers: tuple[EntryView, ...]
    keywords: tuple[EntryView, ...]
    credentials: tuple[EntryView, ...]
    """Key of the scheme (a literal) -> keyword."""
    arguments: tuple[ArgumentView, ...]
    environment: str
    variables: tuple[EntryView, ...]
    downloads: bool
    """Whether any call gives bytes, which may be too many to be held."""
    tokens: bool
    """Whether it can get OAuth 2 tokens by itself."""
    formats: bool
    """Whether bodies travel as JSV."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page in Markdown."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSummary:
    """What became of an operation, for reports."""

    pointer: Pointer
    method: str
    path: str
    call: str
    sync: str
    asynchronous: str
    status: Literal["generated", "approximated", "left-out"]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionView:
    """A function of a test module."""

    signature: str
    """`def name(parameters) -> type:`."""
    docstring: str
    body: tuple[str, ...]
    """Statements; "" is an empty line."""
    decorators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """What a model is made of, for tests: a call of `required` or the like a member.

    `like` is the model whose table says the same; there are no rows, then.
    """

    model: str
    rows: tuple[str, ...]
    like: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """What tests state of an operation or a client: its constant, then a fact a line."""

    constant: str
    kind: str = "Operation"
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestView:
    """A module of the package's own tests."""

    path: str
    module: ModuleView
    functions: tuple[FunctionView, ...] = ()
    statements: tuple[StatementView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UntestedView:
    """A promise that the tests do not hold, and why."""

    pointer: Pointer
    promise: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TestsView:
    """The package's own tests."""

    credentials: tuple[EntryView, ...] = ()
    settings: tuple[EntryView, ...] = ()
    """What else the client is made with."""
    modules: tuple[TestView, ...] = ()
    tables: tuple[TableView, ...] = ()
    alike: tuple[TableView, ...] = ()
    """The models that are made of the same members as others."""
    unions: tuple[TableView, ...] = ()
    """A value of each kind of each union."""
    root: str = ""
    """Where calls go, unless an operation says where, as an expression."""
    signer: bool = False
    """Whether only callers can sign."""
    untested: tuple[UntestedView, ...] = ()
    pages: tuple[PageView, ...] = ()
    """What the tests exercise, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package, ready to be written down."""

    distribution: str
    distribution_text: str
    """As a string of TOML, like `summary_text`."""
    import_name: str
    version: str
    """PEP 440."""
    summary_text: str
    location: str
    header: str
    docstring: str
    models: ModuleView
    classes: tuple[ModelView, ...]
    aliases: tuple[AliasView, ...]
    errors: ModuleView
    exceptions: tuple[ErrorView, ...]
    resources: tuple[ResourceView, ...]
    client: ClientView
    links: ConstantsView | None
    webhooks: ConstantsView | None
    pages: tuple[PageView, ...]
    examples: str
    """The answers that the document shows, as JSON."""
    runtime: tuple[str, ...]
    """The modules of the runtime that this package needs."""
    grows: bool
    """Whether some union may have members that the document does not know yet."""
    frozen: bool = False
    """Whether models cannot be changed, only replaced."""
    tests: TestsView
    operations: tuple[OperationSummary, ...]
