"""The conformance corpus, and the smallest document of each row."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from click.testing import CliRunner
from specloom.cli import commands

__all__ = [
    "BODIES",
    "CORPUS",
    "PARAMETERS",
    "RESPONSES",
    "Row",
    "named",
    "operation",
    "packaged",
    "whole",
]

Row: TypeAlias = dict[str, Any]

CORPUS = Path(__file__).resolve().parent.parent / "conformance"
PARAMETERS: list[Row] = json.loads((CORPUS / "parameters.json").read_text("utf-8"))
BODIES: list[Row] = json.loads((CORPUS / "bodies.json").read_text("utf-8"))
RESPONSES: list[Row] = json.loads((CORPUS / "responses.json").read_text("utf-8"))


def named(row: Row) -> str:
    """A row's name in reports."""
    return str(row["id"])


def operation(row: Row, path: str) -> tuple[str, Row]:
    """The path and the operation of a row."""
    answer = {"204": {"description": "Done."}}
    stated: Row = {"operationId": row["id"], "tags": ["rows"], "responses": answer}
    if "response" in row:
        done = {"operationId": row["id"], "tags": ["rows"]}
        return path, {"get": {**done, "responses": {"200": row["response"]}}}
    if "requestBody" in row:
        return path, {"post": {**stated, "requestBody": row["requestBody"]}}
    parameter = row["parameter"]
    if parameter["in"] == "path":
        path = f"{path}/{{{parameter['name']}}}/end"
    return path, {"get": {**stated, "parameters": [parameter]}}


def whole(*rows: Row) -> Row:
    """A document with an operation a row."""
    return {
        "openapi": max(row.get("openapi", "3.1.1") for row in rows),
        "info": {"title": "Conformance", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": dict(operation(row, f"/{row['id']}") for row in rows),
    }


@contextmanager
def packaged(folder: Path, rows: Iterable[Row]) -> Generator[Any]:
    """The imported package of a document with all rows."""
    document = folder / "conformance.json"
    document.write_text(json.dumps(whole(*rows)), "utf-8")
    options = ["generate", str(document), "--output", str(folder / "out")]
    done = CliRunner().invoke(commands, options)
    assert done.exit_code == 0, done.output
    sys.path.insert(0, str(folder / "out" / "conformance"))
    yield importlib.import_module("conformance")
    sys.path.pop(0)
    for name in [each for each in sys.modules if each.startswith("conformance")]:
        del sys.modules[name]
