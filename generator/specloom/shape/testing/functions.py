"""Test functions as views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..text import docstring
from .views import FunctionView

__all__ = ["promise"]


def promise(
    name: str, said: str, body: Iterable[str], parameters: Sequence[str] = ()
) -> FunctionView:
    """A test of one promise, which its docstring states."""
    return FunctionView(
        signature=f"def test_{name}({', '.join(parameters)}) -> None:",
        docstring=docstring(said, indent=4),
        body=tuple(body),
    )
