"""What other tools say about a generated package."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Findings", "black", "mypy", "own_tests", "pyright"]


@dataclass(frozen=True, slots=True)
class Findings:
    """How much a checker found, and one example of each kind."""

    count: int = 0
    kinds: tuple[str, ...] = ()


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a module of this environment."""
    return subprocess.run(
        ["nice", sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def mypy(package: Path, name: str, cache: Path) -> Findings:
    """Errors of strict mypy."""
    done = run(
        *("mypy", "--strict", "--python-version", "3.11", "--no-error-summary"),
        *("--cache-dir", str(cache), "-p", name),
        cwd=package,
    )
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    if done.returncode and not errors:
        return Findings(1, (f"mypy: {(done.stderr or done.stdout).strip()[-300:]}",))
    return summed(errors, r"\[([\w-]+)\]$", "mypy")


def pyright(package: Path, name: str) -> Findings:
    """Errors of strict pyright."""
    settings = package / "pyrightconfig.json"
    settings.write_text(
        json.dumps(
            {"include": [name], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
        )
    )
    done = run(
        *("pyright", "--outputjson", "-p", str(settings)),
        *("--pythonpath", sys.executable),
        cwd=package,
    )
    settings.unlink()
    try:
        found = json.loads(done.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        return Findings(1, (f"pyright: {(done.stderr or done.stdout).strip()[-300:]}",))
    errors = [
        f"{Path(each['file']).name}:{each['range']['start']['line'] + 1}: "
        f"{each['message'].splitlines()[0]} [{each.get('rule', '')}]"
        for each in found
        if each["severity"] == "error"
    ]
    return summed(errors, r"\[([\w-]*)\]$", "pyright")


def summed(errors: list[str], kind: str, tool: str) -> Findings:
    """Errors with one example of each kind."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for error in errors:
        match = re.search(kind, error)
        key = match[1] if match else ""
        counts[key] += 1
        examples.setdefault(key, error)
    kinds = (
        f"{tool} {count} x {examples[key]}"[:300] for key, count in counts.most_common()
    )
    return Findings(len(errors), tuple(kinds))


def own_tests(package: Path) -> Findings:
    """Failures of a package's generated tests; a package without any has none."""
    if not (package / "tests").is_dir():
        return Findings()
    options = ("-q", "-x", "--no-header", "-p", "no:cacheprovider")
    done = run("pytest", *options, cwd=package)
    if done.returncode == 0:
        return Findings()
    return Findings(1, (f"tests: {done.stdout.strip()[-300:]}",))


def black(package: Path) -> Findings:
    """Files that black would write otherwise."""
    done = run("black", "--check", str(package), cwd=package)
    changed = [line for line in done.stderr.splitlines() if "would reformat" in line]
    if done.returncode and not changed:
        return Findings(1, (f"black: {done.stderr.strip()[-300:]}",))
    return Findings(len(changed), tuple(f"black: {line}" for line in changed[:2]))
