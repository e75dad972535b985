"""Documents written to a folder of their own and read from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest
from specloom.read import Source, Tree, locate, read
from specloom.report import Located, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What reading gave."""

    source: Source | None
    located: tuple[Located, ...]

    @property
    def tree(self) -> Tree:
        """The root document's tree."""
        assert self.source is not None
        return self.source.root.tree

    @property
    def codes(self) -> list[str]:
        """The rules that were broken."""
        return [finding.diagnostic.code for finding in self.located]

    @property
    def only(self) -> Located:
        """The one finding."""
        (finding,) = self.located
        return finding

    @property
    def marked(self) -> str:
        """The text that the one finding marks."""
        position, excerpt = self.only.position, self.only.excerpt
        assert position is not None
        assert excerpt is not None
        start, end = (
            column - excerpt.column for column in (position.column, position.end_column)
        )
        return f"{position.line}: {excerpt.text[start:end]}"


Reading: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Write the files, the first of which is the root document, and read it."""

    def write_and_read(
        files: dict[str, str | bytes], *, allowed: Path | None = tmp_path
    ) -> Outcome:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        root = next(iter(files))
        report = Report()
        source = read(tmp_path / root, report, allowed=allowed, location=root)
        return Outcome(source=source, located=locate(source, root, report.diagnostics))

    return write_and_read
