"""Generate every document of the corpus and measure what comes out.

    python -m tests.corpus [--set real|multi|features] [--only WORD]
        [--level fast|types|stable|full] [--json FILE]

`fast`: generated, imported, called, answers decoded. `types` also: strict mypy and pyright,
the packages' own tests. `stable` instead: black, other hash seeds, shuffled keys. `full`: all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from . import checkers
from .documents import CORPUS, SETS, load, operations, paths
from .rows import Row, show
from .samples import answers
from .stability import same_names, same_seeds
from .validity import valid

ROOT = Path(__file__).parents[2]
PROBE = Path(__file__).with_name("probe.py")


def measure(document: Path, output: Path, level: str) -> Row:
    """Generate one document and look at the package from all sides."""
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    report = output / "report.json"
    arguments = ("--output", str(output), "--report", str(report), "--format", "json")
    command = ("-m", "specloom", "generate", str(document), *arguments)
    code, printed, cpu, memory = timed((sys.executable, *command), output)
    row = Row(document=document.name, exit_code=code, cpu=cpu, memory=memory)
    if "Traceback" in printed or code == 70:
        row = replace(row, traceback=printed.strip()[-400:].replace("\n", " | "))
    row = counted(row, document)
    if not report.is_file():
        return row
    entry: dict[str, Any] = json.loads(report.read_text("utf-8"))["documents"][0]
    if not entry["package"]:
        return row
    package, name = output / entry["package"], entry["import_name"]
    texts = (path.read_text("utf-8") for path in package.rglob("*.py"))
    row = replace(row, package=True, lines=sum(text.count("\n") for text in texts))
    row = probed(row, document, entry, package)
    if level in ("types", "full"):
        row = checked(row, package, name)
    return steady(row, document, package) if level in ("stable", "full") else row


def counted(row: Row, document: Path) -> Row:
    """With the operations that the text holds, and whether it is valid."""
    try:
        stated = sum(1 for _ in operations(document))
    except (ValueError, RecursionError):
        return replace(row, valid=False)
    return replace(row, operations=stated, valid=valid(load(document)))


def probed(row: Row, document: Path, entry: dict[str, Any], package: Path) -> Row:
    """With what a fresh interpreter makes of the package."""
    calls, promised = package.parent / "calls.json", package.parent / "answers.json"
    calls.write_text(json.dumps(entry["operations"]))
    listed = [
        (it.method, it.path, it.status, it.media_type, it.body, it.kind)
        for method, path, operation in operations(document)
        for it in answers(method, path, operation)
    ]
    promised.write_text(json.dumps(listed))
    arguments = (package, entry["import_name"], calls, promised)
    done = subprocess.run(
        [sys.executable, str(PROBE), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return replace(row, broken=(done.stderr.strip()[-300:],))
    facts = json.loads(done.stdout.splitlines()[-1])
    return replace(
        row,
        modules=facts["modules"],
        callable=facts["callable"],
        decoded=facts["decoded"],
        drifted=facts["drifted"] + facts["refused"],
        broken=tuple(facts["broken"]),
    )


def checked(row: Row, package: Path, name: str) -> Row:
    """With what type-checkers and its own tests find."""
    typed = checkers.mypy(package, name, ROOT / ".cache" / "mypy-corpus")
    strict = checkers.pyright(package, name)
    tests = checkers.own_tests(package)
    return replace(
        row,
        mypy=typed.count,
        pyright=strict.count,
        tests=tests.count,
        findings=(*typed.kinds, *strict.kinds, *tests.kinds),
    )


def steady(row: Row, document: Path, package: Path) -> Row:
    """With what black would change, and what chance changes."""
    style = checkers.black(package)
    seeds, names = same_seeds(document, package), same_names(document)
    unstable = [*([] if seeds else ["other bytes under other hash seeds"])]
    unstable += [] if names else ["another surface from shuffled keys"]
    return replace(
        row,
        black=style.count,
        stable=not unstable,
        findings=(*row.findings, *style.kinds, *unstable),
    )


def timed(command: tuple[str, ...], folder: Path) -> tuple[int, str, float, int]:
    """Exit code, output, CPU seconds and peak memory in MB of a command."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    return process.returncode, text, round(cpu, 2), usage.ru_maxrss // 1024


def main() -> None:
    """Measure a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="real", choices=SETS)
    parser.add_argument("--only", default="")
    parser.add_argument(
        "--level", default="full", choices=("fast", "types", "stable", "full")
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, default=ROOT / ".cache" / "corpus")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"{CORPUS} is not here: there is nothing to measure")
        return
    rows: list[Row] = []
    started = time.monotonic()
    for number, path in enumerate(paths(options.set)):
        if options.only in str(path):
            output = options.keep / options.set / f"{number:03}-{path.stem[:40]}"
            rows.append(measure(path, output, options.level))
            load.cache_clear()
            spent = time.monotonic() - started
            said = "" if rows[-1].complete else "  incomplete"
            print(f"{spent:6.0f} s  {path.name}{said}", file=sys.stderr, flush=True)
    show(rows)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))


if __name__ == "__main__":
    main()
