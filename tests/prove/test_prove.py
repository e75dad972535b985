"""Can tests fail? The catalogue of breaks, and the command that tries them."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import commands
from specloom.prove import CATALOGUE, mutants
from specloom.prove.runtime import RUNTIME, Patch

ROOT = Path(__file__).parents[2]
PACKAGES = sorted((ROOT / "generated").iterdir())


@pytest.mark.parametrize("patch", RUNTIME, ids=lambda patch: patch.name)
def test_every_break_of_the_runtime_has_its_place(patch: Patch) -> None:
    """The text that is broken stands once in its module, and is Python when broken."""
    text = (ROOT / "templates" / "runtime" / patch.module).read_text("utf-8")
    assert text.count(patch.old) == 1
    ast.parse(text.replace(patch.old, patch.new))


def test_the_catalogue_knows_forty_breaks() -> None:
    """At least forty kinds of breaks are known, and each has a name of its own."""
    assert len(CATALOGUE) >= 40
    assert len(set(CATALOGUE)) == len(CATALOGUE)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_mutants_are_python_and_differ(package: Path) -> None:
    """Each mutant is a module that differs in one place from the package's own."""
    found = list(mutants(package))
    assert len(found) > 100
    assert len({(each.path, each.after) for each in found}) > len(found) * 0.95
    for each in found:
        ast.parse(each.after)
        assert each.diff().startswith(f"--- {each.path}")


def prove(package: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which mutants are forked from."""
    command = [sys.executable, "-m", "specloom", "prove", str(package), *options]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of a package, to be harmed."""
    target = tmp_path / "ahamove-v1"
    shutil.copytree(ROOT / "generated" / "ahamove-v1", target)
    return target


def test_breaks_are_found_by_the_package_s_own_tests(package: Path) -> None:
    """A package whose tests hold the method kills every mutant of it."""
    done = prove(package, "--only", "another method")
    assert done.returncode == 0
    assert "1 of 1 mutants killed (100.0%)" in done.stdout


def test_the_score_stands_in_the_readme(package: Path) -> None:
    """A whole run is stated where people read of the package."""
    assert prove(package, "--most", "2").returncode == 0
    told = "as last measured: <!-- measured -->**2 of 2 (100.0%)**<!-- /measured -->"
    assert told in (package / "README.md").read_text("utf-8")


def test_survivors_are_shown(package: Path) -> None:
    """Without the tests of operations the mutant survives, and is shown as a diff."""
    for path in (package / "tests").glob("test_*.py"):
        path.write_text("def test_nothing() -> None:\n    assert True\n")
    done = prove(package, "--only", "another method")
    assert done.returncode == 1
    assert "-REGISTER" in done.stdout or "method='POST'" in done.stdout
    assert "0 of 1 mutants killed (0.0%)" in done.stdout


def test_tests_that_fail_prove_nothing(package: Path) -> None:
    """A package whose tests fail as it is gets no score."""
    (package / "tests" / "test_accounts.py").write_text("assert False\n")
    done = prove(package)
    assert done.returncode == 1
    assert "fail as it is" in done.stderr


FORM = """
openapi: 3.1.0
info: {title: Forms, version: "1"}
servers: [{url: "https://forms.example.com"}]
security: []
components:
  securitySchemes:
    unused: {type: apiKey, in: header, name: X-Key}
  schemas:
    Upload:
      type: object
      properties: {name: {type: string}, note: {type: string}}
paths:
  /forms:
    post:
      operationId: send
      requestBody:
        content:
          multipart/form-data: {schema: {$ref: "#/components/schemas/Upload"}}
      responses: {"204": {description: Taken}}
"""


@pytest.fixture(params=["multipart/form-data", "application/json"])
def found(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, set[str]]:
    """The media type of a body, and the breaks that are tried where it travels."""
    document = tmp_path / "forms.yaml"
    document.write_text(FORM.replace("multipart/form-data", request.param), "utf-8")
    options = ["generate", str(document), "--output", str(tmp_path / "out")]
    assert CliRunner().invoke(commands, options).exit_code == 0
    (package,) = (tmp_path / "out").iterdir()
    return request.param, {each.mutation for each in mutants(package)}


def test_what_nobody_could_notice_is_not_tried(found: tuple[str, set[str]]) -> None:
    """A form has no null and is never read back; a credential that nobody asks for is none."""
    media_type, names = found
    assert ("null for absent" in names) is (media_type == "application/json")
    assert ("another type" in names) is (media_type == "application/json")
    assert "a credential not passed on" not in names
    assert "a member of the body dropped" in names


ROWS = """
openapi: 3.2.0
info: {title: Rows, version: "1"}
servers: [{url: "https://rows.example.com"}]
paths:
  /rows:
    post:
      operationId: send
      requestBody:
        required: true
        content:
          multipart/mixed:
            schema:
              type: array
              prefixItems: [{type: string}, {type: string, format: binary}]
              items: {type: string}
            prefixEncoding: [{contentType: text/csv}, {contentType: image/png}]
            itemEncoding: {contentType: text/html}
      responses: {"204": {description: Taken}}
"""


def test_parts_without_names_are_held_to_their_types(tmp_path: Path) -> None:
    """A package that sends such parts notices when one has another one's type, or none."""
    document = tmp_path / "rows.yaml"
    document.write_text(ROWS, "utf-8")
    options = ["generate", str(document), "--output", str(tmp_path / "out")]
    assert CliRunner().invoke(commands, options).exit_code == 0
    (package,) = (tmp_path / "out").iterdir()

    done = prove(package, "--only", "parts without names")

    assert "2 of 2 mutants killed (100.0%)" in done.stdout
