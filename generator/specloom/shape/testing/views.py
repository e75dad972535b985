"""A package's own tests as views whose leaves are finished text."""

from __future__ import annotations

from dataclasses import dataclass

from ...link import Pointer
from ..views import EntryView, ModuleView, PageView

__all__ = [
    "FunctionView",
    "StatementView",
    "TableView",
    "TestView",
    "TestsView",
    "UntestedView",
]


NOTHING = ModuleView(docstring="", imports="")
WIDTH = 88
"""Columns of a line, as black has it."""


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
    """What a model or a union is made of, for tests: a member each, as expressions.

    `like` is the model whose table says the same; there are no rows, then.
    """

    name: str
    rows: tuple[str, ...] = ()
    short: str = ""
    """All of it as one expression, where that fits on the line of its name."""
    like: str = ""

    @classmethod
    def of(cls, name: str, rows: tuple[str, ...], beside: str) -> TableView:
        """A table on one line, if it fits there after what stands `beside` it."""
        short = f"({', '.join(rows)}{',' if len(rows) == 1 else ''})"
        fits = len(beside) + len(short) <= WIDTH
        return cls(name=name, rows=rows, short=short if fits else "")


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

    words: ModuleView = NOTHING
    """The module of what all tests share."""
    failures: tuple[str, ...] = ()
    """How most operations fail."""
    credentials: tuple[EntryView, ...] = ()
    secured: tuple[EntryView, ...] = ()
    """The headers that credentials add to most calls, where they are long."""
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
