"""Strict mypy and pyright over all packages of a set at once.

    python -m tests.corpus.together [--set real|multi|features] [--only WORD] [--tests]

Looks at what the last `python -m tests.corpus` of the set generated. All packages share one
copy of the runtime, which is the same in each, byte for byte: it is looked at once instead
of several hundred times.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from .documents import SETS

ROOT = Path(__file__).parents[2]
PYTHON = "3.11"


def packages(kept: Path, only: str) -> dict[str, Path]:
    """A name of its own -> the import package of each document."""
    found = {
        f"p{folder.name[:3]}_{re.sub(r'[^a-z0-9]+', '_', folder.name[4:].lower())}": (
            typed.parent
        )
        for folder in sorted(kept.iterdir())
        if only in folder.name
        for typed in folder.glob("*/*/py.typed")
    }
    return dict(found.items())


def gathered(found: Mapping[str, Path], root: Path, *, tests: bool) -> None:
    """Copy all packages side by side, with one runtime.

    Raises:
        ValueError: Two packages have another text for one file of the runtime.
    """
    shutil.rmtree(root, ignore_errors=True)
    runtime: dict[str, str] = {}
    for name, package in found.items():
        shutil.copytree(package, root / name)
        own = root / name / "_runtime"
        for path in own.rglob("*.py"):
            part, text = path.relative_to(own).as_posix(), path.read_text("utf-8")
            if runtime.setdefault(part, text) != text:
                raise ValueError(f"{package}: another _runtime/{part}")
        shutil.rmtree(own)
        if tests and (package.parent / "tests").is_dir():
            shutil.copytree(package.parent / "tests", root / name / "own_tests")
        for path in (root / name).rglob("*.py"):
            text = path.read_text("utf-8")
            path.write_text(shared(text, name, package.name), "utf-8")
    for part, text in runtime.items():
        path = root / "runtime_of_all" / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def shared(text: str, name: str, known: str) -> str:
    """A module that imports the common runtime."""
    text = re.sub(
        r"^( *from )(?:\.+|" + known + r"\.)_runtime\b",
        r"\1runtime_of_all",
        text,
        flags=re.MULTILINE,
    )
    return re.sub(
        rf"^( *(?:from|import) ){known}\b( as)?",
        lambda found: (
            f"{found[1]}{name}{found[2] or ''}"
            if found[1].strip() == "from" or found[2]
            else f"{found[1]}{name} as {known}"
        ),
        text,
        flags=re.MULTILINE,
    )


def mypy(root: Path, names: Iterable[str]) -> list[str]:
    """Errors of strict mypy."""
    listed = [word for name in names for word in ("--package", name)]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--python-version", PYTHON),
            *("--no-error-summary", "--cache-dir", str(root.parent / "mypy-together")),
            *listed,
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    return errors or ([done.stdout + done.stderr] if done.returncode else [])


def pyright(root: Path) -> list[str]:
    """Errors of strict pyright."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": PYTHON}
    (root / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pyright", "--outputjson", "-p", str(root)),
            *("--pythonpath", sys.executable),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found = json.loads(done.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        return [(done.stderr or done.stdout).strip()[-300:]]
    return [
        f"{Path(each['file']).relative_to(root)}:{each['range']['start']['line'] + 1}: "
        f"{each['message'].splitlines()[0]} [{each.get('rule', '')}]"
        for each in found
        if each["severity"] == "error"
    ]


def show(tool: str, errors: list[str], count: int) -> None:
    """Print how many packages have errors, and which."""
    of: dict[str, list[str]] = defaultdict(list)
    for error in errors:
        of[error.partition("/")[0]].append(error)
    print(f"{tool}: {len(errors)} errors in {len(of)} of {count} packages", flush=True)
    for name, listed in of.items():
        kinds = Counter(error.rpartition("[")[2].rstrip("]") for error in listed)
        print(f"  {name}: {', '.join(f'{n} {kind}' for kind, n in kinds.items())}")
        for error in listed[:4]:
            print(f"      {error[:300]}")


def main() -> None:
    """Check a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="features", choices=SETS)
    parser.add_argument("--only", default="")
    parser.add_argument("--tests", action="store_true")
    parser.add_argument("--keep", type=Path, default=ROOT / ".cache" / "corpus")
    parser.add_argument("--tool", default="both", choices=("both", "mypy", "pyright"))
    options = parser.parse_args()
    found = packages(options.keep / options.set, options.only)
    root = options.keep / f"{options.set}-together"
    gathered(found, root, tests=options.tests)
    if options.tool != "pyright":
        show("mypy", mypy(root, (*found, "runtime_of_all")), len(found))
    if options.tool != "mypy":
        show("pyright", pyright(root), len(found))


if __name__ == "__main__":
    main()
