"""The same document gives the same bytes, and the disk holds one state or the other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from specloom.write import unmeasured

from .documents import ROOT, TARGETS

COMMAND = (sys.executable, "-m", "specloom", "generate")


def state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def generated(folder: Path, seed: str, start: Path) -> dict[str, bytes]:
    """What a run of its own writes for all documents."""
    documents = [str(target.document) for target in TARGETS.values()]
    subprocess.run(
        [*COMMAND, *documents, "--output", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=start,
        check=True,
        capture_output=True,
    )
    return state(folder)


def test_neither_hashes_nor_folders_show(tmp_path: Path) -> None:
    """Runs under other hash seeds and from other folders write the committed bytes."""
    once = generated(tmp_path / "once", "1", ROOT)
    again = generated(tmp_path / "again", "2", ROOT / "specs")
    assert once == again
    committed = state(ROOT / "generated")
    assert once.keys() <= committed.keys()
    differing = [
        path
        for path, data in once.items()
        if unmeasured(committed[path]) != unmeasured(data)
    ]
    assert differing == []


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, text=True, capture_output=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one document, generated once."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.specloom.documents.shop]\npath = "openapi.yaml"\n'
    )
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n"
        "  /orders: {get: {summary: All orders, responses: {'200': {description: OK}}}}\n"
    )
    assert run(tmp_path).returncode == 0
    return tmp_path


def test_a_run_with_nothing_to_do_says_so(project: Path) -> None:
    """Nothing is written, no room is entered, and the last line says how it is."""
    before = {path: path.stat().st_mtime_ns for path in project.rglob("generated/**/*")}
    done = run(project)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("nothing to do in 0.")
    after = {path: path.stat().st_mtime_ns for path in project.rglob("generated/**/*")}
    assert after == before


def test_a_change_anywhere_is_noticed(project: Path) -> None:
    """A document, a setting and a generated file are each looked at again."""
    document, settings = project / "openapi.yaml", project / "pyproject.toml"
    document.write_text(document.read_text().replace("All orders", "Every order"))
    assert run(project, "--check").returncode == 3
    assert run(project).returncode == 0
    settings.write_text(settings.read_text() + 'client = "OurShop"\n')
    assert run(project, "--check").returncode == 3
    assert run(project).returncode == 0
    model = project / "generated" / "shop" / "shop" / "client.py"
    model.write_text(model.read_text() + "# edited\n")
    assert run(project).returncode == 1
    model.unlink()
    assert run(project, "--check").returncode == 3
    assert run(project).returncode == 0
    assert run(project, "--check").returncode == 0


KILLER = """
import os, pathlib, sys

left = int(sys.argv.pop(1))

def dying(original):
    def call(*args, **kwargs):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return original(*args, **kwargs)
    return call

for name in ("rename", "replace", "write_bytes", "unlink"):
    setattr(pathlib.Path, name, dying(getattr(pathlib.Path, name)))

from specloom.cli import main

main()
"""


@pytest.mark.parametrize("steps", [2, 7])
def test_a_killed_run_leaves_whole_files_and_is_finished(
    steps: int, project: Path
) -> None:
    """Whenever a process dies, each file is the old or the new one, and the next run ends it."""
    document, folder = project / "openapi.yaml", project / "generated"
    old = state(folder)
    document.write_text(document.read_text().replace("All orders", "Every order"))
    died = subprocess.run(
        [sys.executable, "-c", KILLER, str(steps), "generate"],
        cwd=project,
        capture_output=True,
        check=False,
    )
    assert died.returncode == 9
    between = state(folder)
    assert run(project).returncode == 0
    new = state(folder)
    assert new.keys() == old.keys()
    assert new != old
    whole = {path: data for path, data in between.items() if "/.specloom/" not in path}
    assert whole.keys() == old.keys()
    assert all(data in (old[path], new[path]) for path, data in whole.items())
