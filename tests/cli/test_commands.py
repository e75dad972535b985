"""`specloom lint`, `dump` and `explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from specloom.report import RULES

from .conftest import SHOP, Run


@pytest.mark.parametrize("door", ["source", "api", "names", "package"])
def test_dump_shows_what_stands_at_a_door(run: Run, door: str) -> None:
    """Each door's value is JSON, and knows the one operation."""
    done = run("dump", door, "openapi.yaml")
    assert done.exit_code == 0
    assert json.loads(done.stdout)
    assert "orders" in done.stdout


def test_dump_of_a_broken_document_says_why(run: Run, document: Path) -> None:
    """A document that gets to no door is told about like everywhere else."""
    document.write_text("openapi: [\n")
    done = run("dump", "api", "openapi.yaml")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "openapi.yaml:1:11: error SP103 broken-yaml" in done.stderr


def test_lint_counts(run: Run, document: Path) -> None:
    """A sound document has no finding; a warning is no error; an error is exit code 1."""
    assert run("lint", "openapi.yaml").stdout == "1 document, 0 findings\n"
    document.write_text(SHOP.replace("{id: {type: string}}", "{id: {type: str}}"))
    done = run("lint", "openapi.yaml", "--format", "json")
    assert done.exit_code == 0
    assert "SP219" in {finding["code"] for finding in json.loads(done.stdout)}
    document.write_text(SHOP.replace('schemas/Order"', 'schemas/Ordr"'))
    assert run("lint", "openapi.yaml").exit_code == 1
    assert {path.name for path in Path.cwd().iterdir()} == {"openapi.yaml"}


@pytest.mark.parametrize("code", RULES)
def test_explain_knows_every_rule(run: Run, code: str) -> None:
    """A rule is explained by its code in any case, and by its slug."""
    rule = RULES[code]
    done = run("explain", code.lower())
    assert done.exit_code == 0
    assert done.stdout == run("explain", rule.slug).stdout
    assert done.stdout.startswith(f"{code} {rule.slug} ({rule.severity})\n")
    assert rule.explanation in done.stdout


def test_explain_guesses(run: Run) -> None:
    """A slip is answered with what was meant."""
    assert "did you mean dangling-reference?" in run("explain", "danglin-ref").stderr
