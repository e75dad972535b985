"""`python -m tests.house.types`: strict mypy and strict pyright over all generated packages.

Each package is checked as its users have it, with its own folder as the root of imports. One
run of each checker does for all of them, so that what they share is looked at once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "types"
PYTHON = "3.11"


def packages() -> dict[str, Path]:
    """The folder of each generated package, by its import name."""
    folders = sorted(path.parent for path in ROOT.glob("generated/*/specloom.json"))
    return {
        typed.parent.name: folder
        for folder in folders
        for typed in folder.glob("*/py.typed")
    }


def linked(found: dict[str, Path]) -> list[str]:
    """Names for the packages' tests, which are all called `tests` at home."""
    names: list[str] = []
    for name, folder in found.items():
        link = CACHE / f"{name}_tests"
        link.unlink(missing_ok=True)
        if any((folder / "tests").glob("*.py")):
            link.symlink_to(folder / "tests")
            names.append(link.name)
    return names


def mypy(found: dict[str, Path]) -> int:
    """Run mypy, and return its exit code."""
    names = [*found, *linked(found)]
    path = os.pathsep.join(map(str, (*found.values(), CACHE)))
    listed = [word for name in names for word in ("--package", name)]
    (CACHE / "mypy.ini").write_text(
        "[mypy]\nstrict = true\nnamespace_packages = true\n"
    )
    command = [
        *(sys.executable, "-m", "mypy", "--config-file", str(CACHE / "mypy.ini")),
        *("--python-version", PYTHON, "--cache-dir", str(CACHE / "mypy"), *listed),
    ]
    environment = {**os.environ, "MYPYPATH": path}
    return subprocess.run(command, env=environment, check=False).returncode


def pyright(found: dict[str, Path]) -> int:
    """Run pyright, and return its exit code."""
    folders = [os.path.relpath(folder, CACHE) for folder in found.values()]
    settings = {
        "include": folders,
        "executionEnvironments": [{"root": folder} for folder in folders],
        "typeCheckingMode": "strict",
        "pythonVersion": PYTHON,
    }
    file = CACHE / "pyrightconfig.json"
    file.write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--project", str(file)]
    command += ["--pythonpath", sys.executable]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    CACHE.mkdir(parents=True, exist_ok=True)
    sys.exit(mypy(packages()) or pyright(packages()))
