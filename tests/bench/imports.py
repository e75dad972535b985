"""What it costs to have a client: `import` and construction, as a ratio to `import httpx2`.

    python -m tests.bench.imports

Each in a fresh interpreter, in turns, with compiled files at hand; the ratio is that of
the medians of CPU. Measured for the packages of this repository, and for GitHub's where
the corpus is at hand; then with what the first call loads, and with everything.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
GITHUB = (
    ROOT.parent
    / "shared"
    / "corpus"
    / "real"
    / "progenitor-sample__api.github.com.json"
)
ROUNDS = 7
BAR = 1.3

BARE = "import httpx2"
OPEN = "import httpx2\nhttpx2.Client()"
FIRST = """
import {package}
{package}.{client}(base_url="http://127.0.0.1")
"""
CALLABLE = FIRST + "import {package}._runtime.http\n"
ALL = CALLABLE + "{package}.preload()\n"
TIMED = """
from time import process_time
began = process_time()
exec(compile({code!r}, "timed", "exec"))
print(process_time() - began)
"""


def spent(code: str, path: Path) -> float:
    """CPU seconds of some code in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", TIMED.format(code=code)],
        cwd=path,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def ratios(codes: Mapping[str, tuple[str, Path]]) -> Iterator[tuple[str, float, float]]:
    """Name, milliseconds and ratio to the first one, which is bare."""
    for code, path in codes.values():
        spent(code, path)  # compiles what is not yet
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(ROUNDS):
        for name, (code, path) in codes.items():
            times[name].append(spent(code, path))
    medians = {name: statistics.median(found) for name, found in times.items()}
    bare = next(iter(medians.values()))
    for name, seconds in medians.items():
        yield name, seconds * 1000, seconds / bare


def codes(project: Path) -> Iterator[tuple[str, tuple[str, Path]]]:
    """What to measure of a generated project."""
    (package,) = (
        each.parent
        for each in project.glob("*/__init__.py")
        if each.parent.name != "tests"
    )
    values = {"package": package.name, "client": class_of(package)}
    yield project.name, (FIRST.format(**values), project)
    yield f"{project.name}, its transport too", (CALLABLE.format(**values), project)
    yield f"{project.name}, all of it", (ALL.format(**values), project)


def class_of(package: Path) -> str:
    """The name of a package's client."""
    text = (package / "client.py").read_text()
    return text.partition("\nclass ")[2].partition("(")[0]


def main() -> None:
    """Measure and print."""
    found = {"import httpx2": (BARE, ROOT), "httpx2, its transport too": (OPEN, ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        projects = [
            path.parent for path in sorted(ROOT.glob("generated/*/specloom.json"))
        ]
        if GITHUB.exists():
            specloom = Path(sys.executable).with_name("specloom")
            subprocess.run(
                [specloom, "generate", GITHUB, "--output", folder],
                capture_output=True,
                check=False,
            )
            projects += [path.parent for path in Path(folder).glob("*/specloom.json")]
        for project in projects:
            found.update(codes(project))
        for name, milliseconds, ratio in ratios(found):
            more = "," in name
            verdict = "" if more or ratio <= BAR else f"  (above {BAR})"
            print(f"{name:<40} {milliseconds:6.0f} ms   ratio {ratio:.2f}{verdict}")
    if not GITHUB.exists():
        print("GitHub's document is not at hand")


if __name__ == "__main__":
    main()
