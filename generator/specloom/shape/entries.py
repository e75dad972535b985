"""Keyword arguments and tuples of generated code."""

from __future__ import annotations

from collections.abc import Iterable

from ..link import Server
from .text import literal
from .views import EntryView

__all__ = ["entry", "lines", "served", "tupled"]


def entry(key: str, value: str) -> EntryView:
    """A keyword argument."""
    return EntryView(key=key, value=value)


def tupled(items: Iterable[str]) -> str:
    """A tuple on one line."""
    found = list(items)
    return f"({found[0]},)" if len(found) == 1 else f"({', '.join(found)})"


def lines(items: Iterable[str]) -> str:
    """A tuple with one item a line."""
    return f"({''.join(f'{item}, ' for item in items)})"


def served(server: Server) -> str:
    """A server, as the runtime knows it."""
    variables = ", ".join(
        f"{literal(each.name)}: {literal(each.default)}" for each in server.variables
    )
    more = f", variables={{{variables}}}" if variables else ""
    return f"Server({literal(server.url)}{more})"
