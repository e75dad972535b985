"""The parts of a package as views whose leaves are finished text."""

from __future__ import annotations

import ast
from dataclasses import dataclass

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
    "GroupView",
    "HeadersView",
    "ItemView",
    "LinkView",
    "LinksView",
    "MethodView",
    "ModelView",
    "ModuleView",
    "PageView",
    "ResourceView",
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
class LinkView:
    """A link: the function that takes what it does not say."""

    name: str
    origin: str
    """What the first operation returns."""
    facts: tuple[EntryView, ...]
    rest: MethodView


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksView:
    """The module of links."""

    module: ModuleView
    links: tuple[LinkView, ...]


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
