"""Test functions as views: their signatures, tables of cases, and values of columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..package import FunctionView
from ..text import docstring, literal

__all__ = ["Column", "Table", "promise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a table of cases says about each: a name and its type."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cases of one promise. What is the same in all of them is no column.

    `rows` hold an expression a column.
    """

    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, str], ...]

    @property
    def varying(self) -> tuple[Column, ...]:
        """The columns in which the cases differ."""
        return tuple(
            each
            for each in self.columns
            if any(row[each.name] != self.rows[0][each.name] for row in self.rows)
        )

    def said(self, name: str) -> str:
        """The column's name, or the expression that all cases share."""
        if any(each.name == name for each in self.varying):
            return name
        return self.rows[0][name]

    @property
    def decorators(self) -> tuple[str, ...]:
        """`pytest.mark.parametrize(...)`, if there are several cases."""
        columns = self.varying
        match columns:
            case ():
                return ()
            case (one,):
                names, rows = literal(one.name), [row[one.name] for row in self.rows]
            case _:
                names = f"({', '.join(literal(each.name) for each in columns)})"
                rows = [
                    f"({', '.join(row[each.name] for each in columns)})"
                    for row in self.rows
                ]
        return (f"pytest.mark.parametrize({names}, [{', '.join(rows)}])",)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that the cases fill in."""
        return tuple(f"{each.name}: {each.type}" for each in self.varying)


def promise(
    name: str,
    said: str,
    body: Iterable[str],
    parameters: Sequence[str] = (),
    table: Table | None = None,
) -> FunctionView:
    """A test of one promise, which its docstring states."""
    given = [*parameters, *(table.parameters if table else ())]
    return FunctionView(
        signature=f"def test_{name}({', '.join(given)}) -> None:",
        docstring=docstring(said, indent=4),
        body=tuple(body),
        decorators=table.decorators if table else (),
    )
