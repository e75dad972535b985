"""What the hand-written pages say is so."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest
from specloom.cli import commands
from specloom.settings import load

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / name
    for name in (
        *("README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
        *("generator/README.md", "specs/README.md"),
    )
]


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file or a folder of the project."""
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path) -> None:
    """Every `make` target and every `specloom` command with its options is there."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for block in blocks(page, "console"):
        for line in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
            words = shlex.split(line, comments=True)
            if words[0] == "make":
                assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), line
            if words[0] == "specloom":
                command = commands.commands[words[1]]
                known = {option for each in command.params for option in each.opts}
                assert {w for w in words[2:] if w.startswith("--")} <= known, line


def test_the_settings_of_the_readme_are_settings(tmp_path: Path) -> None:
    """The example of the settings is read without a finding."""
    (block,) = blocks(ROOT / "README.md", "toml")
    (tmp_path / "pyproject.toml").write_text(block)
    settings = load(tmp_path / "pyproject.toml", "pyproject.toml")
    assert settings.problems == ()
    (target,) = settings.targets
    assert (target.distribution, target.client) == ("quantum-metal", "QuantumMetal")
    assert set(target.environments) == {"sandbox"}
    assert set(target.names.values()) == {"create"}


def test_the_program_of_the_readme_names_what_there_is() -> None:
    """The first call uses a client, a method and an error of the generated package."""
    (block,) = blocks(ROOT / "README.md", "python")
    ast.parse(block)
    surface = (ROOT / "generated" / "ahamove-v3" / "API.md").read_text("utf-8")
    assert "children.activate(*, child_id: str, activation_code: str" in surface
    assert "class InvalidActivationCodeError(" in surface
    assert "children.activate" in block


def test_exit_codes_are_told() -> None:
    """The table of exit codes has a row for each."""
    rows = re.findall(r"^\| (\d+) \|", PAGES[0].read_text("utf-8"), re.MULTILINE)
    assert rows == ["0", "1", "2", "3", "70"]
