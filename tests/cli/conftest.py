"""A folder of its own for each test, and the command in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result
from specloom.cli import commands

Run: TypeAlias = Callable[..., Result]

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: 1.2.0}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    get:
      operationId: orders.list
      tags: [orders]
      summary: List orders
      responses:
        "200":
          description: All orders
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Order"}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties: {id: {type: string}}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run specloom in a folder that holds `openapi.yaml`."""
    (tmp_path / "openapi.yaml").write_text(SHOP, "utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Result:
        done = CliRunner().invoke(commands, words)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return command


@pytest.fixture
def document(run: Run, tmp_path: Path) -> Path:
    """The document."""
    return tmp_path / "openapi.yaml"


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
