"""The conformance corpus, and the smallest document of each row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

__all__ = [
    "BODIES",
    "CORPUS",
    "PARAMETERS",
    "RESPONSES",
    "Row",
    "named",
    "operation",
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
