"""Small documents, read and checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from specloom.check import Document, check
from specloom.read import read
from specloom.report import Report

Checked = Callable[..., tuple[Document, dict[str, str]]]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """Check a document (and its other files); the findings are codes by pointer."""

    def run(text: str, **files: str) -> tuple[Document, dict[str, str]]:
        for name, other in files.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(other), "utf-8")
        path = tmp_path / "openapi.yaml"
        path.write_text(dedent(text), "utf-8")
        report = Report()
        source = read(path, report)
        assert source is not None
        document = check(source, report)
        assert document is not None
        return document, {d.pointer: d.code for d in report.diagnostics}

    return run
