"""The tests that are written into packages: they pass, and each holds something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import commands

HERE = Path(__file__).parent
BREAKS = {
    "explode swapped": ("operations/things.py", "explode=True", "explode=False"),
    "a query key dropped": ("resources/things.py", '"page": page,', ""),
    "a style dropped": (
        "operations/things.py",
        'style="pipeDelimited"',
        'style="form"',
    ),
    "the wrong alias": ("models.py", 'name="class"', 'name="klass"'),
    "a float for a decimal": ("models.py", "price: Decimal", "price: float"),
    "an error code forgotten": ("operations/things.py", '"NO_SHOP":', '"NO_SHIP":'),
    "another union member": ("models.py", '"firm": Firm', '"firm": Person'),
    "no idempotency key": (
        "operations/things.py",
        'idempotency="Idempotency-Key",',
        "",
    ),
    "files without a name": (
        "_runtime/bodies.py",
        '; filename="{quoted(value.name() or name)}"',
        "",
    ),
    "the next page sought elsewhere": (
        "operations/lists.py",
        '"meta", "next"',
        '"meta", "nxt"',
    ),
    "a stream that is not asked for": ("resources/talks.py", "stream=True,", ""),
    "no word of deprecation": ("operations/things.py", "    deprecated=True,\n", ""),
    "the caller's signer not called": (
        "_runtime/security.py",
        "    for name, value in fields.items():\n        draft.set(name, value)",
        "    pass",
    ),
    "a cookie misspelled": ("client.py", '"sid"', '"side"'),
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a document with something of everything."""
    return generated("everything", tmp_path_factory.mktemp("out"))


def generated(name: str, output: Path) -> Path:
    """The package of a document that stands here."""
    document = HERE / f"{name}.yaml"
    done = CliRunner().invoke(
        commands, ["generate", str(document), "--output", str(output)]
    )
    assert done.exit_code == 0, done.output
    return output / name


def outcome(package: Path) -> int:
    """The exit code of a package's own tests."""
    options = ["-q", "-x", "--tb=no", "-p", "no:cacheprovider", "-W", "error"]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", *options],
        cwd=package,
        capture_output=True,
        check=False,
    )
    return done.returncode


def test_they_pass(package: Path) -> None:
    """The tests of a package pass as they are written, and nothing in them warns."""
    assert outcome(package) == 0


def test_they_pass_whatever_a_document_does(tmp_path: Path) -> None:
    """What real documents do beside the specification does not fail the tests."""
    package = generated("quirks", tmp_path)
    assert outcome(package) == 0
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--select=F",
        "tests",
    ]
    unused = subprocess.run(command, cwd=package, capture_output=True, check=False)
    assert unused.returncode == 0, unused.stdout.decode()
    told = (package / "tests" / "test_plans.py").read_text("utf-8")
    assert "FETCH_RESULT = Operation(" in told


def test_they_pass_where_no_schema_is_an_object(tmp_path: Path) -> None:
    """A union of scalars is told apart in a package without any model.

    A method is sent as the document spells it (OpenAPI 3.2 section 4.9), and the answer that is
    null in any media type shows nothing strange.
    """
    assert outcome(generated("scalars", tmp_path)) == 0


@pytest.mark.parametrize("name", BREAKS)
def test_they_fail_when_the_client_is_broken(package: Path, name: str) -> None:
    """A client that is broken in one place fails its own tests."""
    module, old, new = BREAKS[name]
    path = package / "everything" / module
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        assert outcome(package) == 1
    finally:
        path.write_text(text, "utf-8")


def test_they_read_without_a_network_or_a_plugin(package: Path) -> None:
    """Only pytest is imported beside the package, and every test has a promise."""
    for path in (package / "tests").glob("*.py"):
        text = path.read_text("utf-8")
        assert "import socket" not in text
        for block in text.split("\ndef test_")[1:]:
            assert '"""' in block
            assert any(word in block for word in ("assert ", ".raises(", ".warns("))
