"""What stands at the top of the repository."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FOLDERS: Final = {"generated", "generator", "specs", "templates", "tests"}


def test_a_reader_finds_five_folders() -> None:
    """Specifications, the generator, its templates, what it makes, and the tests."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True
    )
    places = (Path(each) for each in listed.stdout.split("\0") if "/" in each)
    assert {p.parts[0] for p in places if p.parts[0][0] != "."} == FOLDERS
