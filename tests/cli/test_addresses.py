"""A document on another machine, named by its URL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from specloom.cli import commands

from tests.support.standin import Answer, Received, StandIn, serving

SHOP = b"""
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: Pets.
          content: {application/json: {schema: {$ref: 'parts/pet.yaml#/Pet'}}}
"""
PET = b"Pet: {type: object, required: [name], properties: {name: {type: string}}}"
FILES = {"/api/shop.yaml?s3cr3t": SHOP, "/api/parts/pet.yaml?": PET}


@pytest.fixture
def machine() -> Iterator[StandIn]:
    """A machine that serves a document and the file that it refers to."""

    def answer(request: Received) -> Answer:
        body = FILES.get(f"{request.path}?{request.query.get('key', '')}")
        return Answer(body=body, media_type="text/yaml") if body else Answer(status=404)

    with serving(answer) as found:
        yield found


def run(*arguments: str) -> Result:
    """Run `specloom generate`."""
    return CliRunner().invoke(commands, ["generate", *arguments])


def test_a_document_is_fetched_only_where_that_was_allowed(
    machine: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its host is named by whoever runs it; from then on the lock is enough."""
    monkeypatch.chdir(tmp_path)
    address = f"{machine.url}/api/shop.yaml?key=s3cr3t"
    refused = run(address)
    assert (refused.exit_code, machine.received) == (1, [])
    assert "--allow-remote 127.0.0.1" in refused.output
    made = run(address, "--allow-remote", "127.0.0.1")
    assert made.exit_code == 0, made.output
    assert "name: str" in Path("generated/shop/shop/models.py").read_text()
    assert "s3cr3t" not in "".join(
        path.read_text() for path in Path("generated").rglob("*.*") if path.is_file()
    )
    asked = len(machine.received)
    assert run(address, "--check").exit_code == 0
    assert len(machine.received) == asked == 2


def test_settings_name_a_document_by_its_url(
    machine: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`path` may be a URL; a run without arguments finds it in the lock."""
    monkeypatch.chdir(tmp_path)
    address = f"{machine.url}/api/shop.yaml?key=s3cr3t"
    Path("pyproject.toml").write_text(
        f'[tool.specloom.documents.my-shop]\npath = "{address}"\n'
    )
    assert run("--allow-remote", "127.0.0.1").exit_code == 0
    assert Path("generated/my-shop/my_shop/models.py").is_file()
    again = run()
    assert (again.exit_code, len(machine.received)) == (0, 2)
