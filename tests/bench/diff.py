"""What a comparison costs, beside Redocly's and oasdiff's where these can run.

    python -m tests.bench.diff [BASE REVISION]

By default GitHub's document, 22.0.0 to 23.0.2, from the npm package `@octokit/openapi`
(`npm pack`, kept in `.cache/diff`; 13 MB each). Redocly is run by `npx`, oasdiff and
its Go are in none of PyPI, npm and Debian, so it must be on PATH already. Each tool
compares in turns, in processes of their own. Printed are the medians of CPU (user and
system), the most memory, and the ratio of CPU to ours; of ours also the root entries.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".cache" / "diff"
VERSIONS = ("22.0.0", "23.0.2")
INSIDE = "package/generated/api.github.com.json"
ROUNDS = 3
SECONDS, MEGABYTES, ENTRIES = 5.0, 500, 300
"""The bar: CPU, memory, root entries."""


def github() -> list[Path]:
    """Both versions of GitHub's document; none where npm has no network."""
    HOME.mkdir(parents=True, exist_ok=True)
    found = [HOME / f"{version}.json" for version in VERSIONS]
    for version, path in zip(VERSIONS, found, strict=True):
        if not path.exists() and not _fetched(version, path):
            return []
    return found


def _fetched(version: str, path: Path) -> bool:
    command = ["npm", "pack", "--silent", f"@octokit/openapi@{version}"]
    try:
        made = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
    except OSError:
        return False
    if made.returncode:
        return False
    archive = HOME / made.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as files:
        member = files.extractfile(INSIDE)
        assert member is not None
        path.write_bytes(member.read())
    archive.unlink()
    return True


def tools(base: Path, revision: Path) -> Iterator[tuple[str, list[str]]]:
    """The commands that are at hand, ours first."""
    sides = [str(base), str(revision)]
    yield "specloom", [shown("specloom"), "diff", *sides, "--format", "json"]
    redocly = redoclys()
    if redocly:
        yield "Redocly", [redocly, "diff", *sides, "--format", "json"]
    else:
        print("Redocly is not measured: npm can't install @redocly/cli")
    oasdiff = shutil.which("oasdiff")
    if oasdiff:
        yield "oasdiff", [oasdiff, "changelog", *sides, "--format", "json"]
    else:
        print("oasdiff is not measured: it is not on PATH")


def redoclys() -> str | None:
    """Redocly's command, from npm."""
    command = HOME / "node_modules" / ".bin" / "redocly"
    if not command.exists():
        wanted = ["npm", "install", "--silent", "--prefix", str(HOME), "@redocly/cli@2"]
        try:
            subprocess.run(wanted, capture_output=True, check=False)
        except OSError:
            return None
    return str(command) if command.exists() else None


def shown(name: str) -> str:
    """A command of this environment."""
    return str(Path(sys.executable).with_name(name))


def measured(command: list[str], output: Path) -> tuple[float, float]:
    """CPU in seconds and memory in megabytes of one run."""
    with output.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Measure, and print a line for each tool.

    Raises:
        SystemExit: Ours is beyond the bar.
    """
    sides = [Path(each) for each in arguments] or github()
    if len(sides) != 2:
        print("nothing is measured: npm can't fetch @octokit/openapi")
        return
    HOME.mkdir(parents=True, exist_ok=True)
    commands = dict(tools(*sides))
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            runs[name].append(measured(command, HOME / f"{name}.out"))
    cpu = {name: statistics.median(c for c, _ in each) for name, each in runs.items()}
    ours = cpu["specloom"]
    for name, each in runs.items():
        memory = max(m for _, m in each)
        ratio = cpu[name] / ours
        print(f"{name:10} {cpu[name]:6.2f} s CPU {memory:6.0f} MB   ratio {ratio:.2f}")
    said = json.loads((HOME / "specloom.out").read_bytes())
    entries, changes = len(said["roots"]), len(said["changes"])
    print(f"{entries} root entries, {changes} changes")
    memory = max(m for _, m in runs["specloom"])
    if not arguments and (ours > SECONDS or memory > MEGABYTES or entries > ENTRIES):
        raise SystemExit(f"beyond {SECONDS:g} s, {MEGABYTES} MB or {ENTRIES} entries")


if __name__ == "__main__":
    main(sys.argv[1:])
