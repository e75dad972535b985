"""Every rule of the catalogue says what it should, at the right place.

A folder is named after its rule's slug and holds documents; what documents alone don't show
is set up by the function of that name in `making`. `expected.txt` is what a user sees: the
command, all findings, the exit code. `make goldens` writes it anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from specloom.cli import commands
from specloom.report import RULES, rule

from tests.diagnostics import making

HERE = Path(__file__).parent
FOLDERS = sorted(
    path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_"
)
PROMPT = "$ specloom "
COMMAND = f"{PROMPT}generate openapi.yaml --output out"


def transcript(command: str) -> str:
    """What a command prints about documents, as a user sees it in a terminal."""
    runner = CliRunner()
    done = runner.invoke(commands, command.removeprefix(PROMPT).split())
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return f"{command}\n{done.stderr}exit {done.exit_code}\n"


@pytest.mark.parametrize("slug", FOLDERS)
def test_a_finding_reads_as_it_should(
    slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is printed is what `expected.txt` holds, and the rule's code is in it."""
    work = tmp_path / "work"
    ignored = shutil.ignore_patterns("expected.txt")
    shutil.copytree(HERE / slug, work, ignore=ignored)
    monkeypatch.chdir(work)
    getattr(making, slug.replace("-", "_"), lambda: None)()
    golden = HERE / slug / "expected.txt"
    old = golden.read_text("utf-8") if golden.is_file() else COMMAND
    new = transcript(old.partition("\n")[0])
    if os.environ.get("SPECLOOM_GOLDENS"):
        golden.write_text(new, "utf-8")
        old = new
    assert new == old
    assert f"{rule(slug).severity} {rule(slug).code} {slug}\n" in new


def test_every_rule_has_a_folder() -> None:
    """No rule is without an example, and no example without a rule."""
    assert sorted(entry.slug for entry in RULES.values()) == FOLDERS
