"""What was measured, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Row", "show"]

HEADS = (
    *("exit", "ops", "calls", "mods", "decod", "drift", "mypy", "pyr", "tests"),
    *("black", "same", "cpu", "MB", "lines"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured of one document; `None` where it was not measured."""

    document: str
    valid: bool | None = None
    """Whether a JSON Schema of OpenAPI accepts it."""
    exit_code: int
    traceback: str = ""
    package: bool = False
    operations: int = 0
    callable: int = 0
    modules: int = 0
    decoded: int = 0
    """Answers made up or taken from the document that decode."""
    drifted: int = 0
    """Examples of the document that decode with deviations, or not at all."""
    broken: tuple[str, ...] = ()
    mypy: int | None = None
    pyright: int | None = None
    tests: int | None = None
    black: int | None = None
    stable: bool | None = None
    findings: tuple[str, ...] = ()
    cpu: float = 0.0
    memory: int = 0
    """Peak, in MB."""
    lines: int = 0

    @property
    def complete(self) -> bool:
        """A caller gets a whole package."""
        return (
            self.package
            and self.exit_code in (0, 1)
            and not self.broken
            and not self.traceback
            and self.callable == self.operations
            and not (self.mypy or self.pyright or self.tests or self.black)
            and self.stable is not False
        )

    @property
    def cells(self) -> tuple[object, ...]:
        """What the table shows."""
        return (
            *(self.exit_code, self.operations, self.callable, self.modules),
            *(self.decoded, self.drifted, self.mypy, self.pyright, self.tests),
            *(self.black, self.stable, self.cpu, self.memory, self.lines),
        )


def show(rows: Iterable[Row]) -> None:
    """Print the table and the bars."""
    rows = tuple(rows)
    print(f"{'document':47}" + "".join(f"{head:>6}" for head in HEADS))
    for row in rows:
        shown = "".join(f"{'-' if it is None else it!s:>6}" for it in row.cells)
        print(f"{' ' if row.complete else '!'}{row.document[:45]:46}{shown}")
    for row in rows:
        faults = (row.traceback, *row.broken[:5], *row.findings[:6])
        for line in filter(None, faults):
            print(f"  {row.document}: {line}")
    whole = sum(row.complete for row in rows)
    valid = [row for row in rows if row.valid]
    print(f"\ncomplete {whole} of {len(rows)}")
    if valid:
        print(
            f"complete {sum(row.complete for row in valid)} of {len(valid)} valid ones"
        )
    tracebacks = sum(bool(row.traceback) for row in rows)
    called = sum(row.callable for row in rows)
    stated = sum(row.operations for row in rows)
    print(f"tracebacks {tracebacks}; operations callable {called} of {stated}")
