"""Generate every document of the corpus and measure what comes out.

    python -m tests.bench.corpus [--set real|multi|features] [--only WORD] [--fast] [--json FILE]

One line a document: exit code, operations in the document (counted here, not by `link`),
operations callable on the imported client, modules that import, findings of mypy and pyright in
strict mode, tests of the package, CPU seconds, peak memory, lines. `--fast` leaves the
type-checkers and the packages' tests out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import cast

import yaml

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
ENTRY_POINTS = ("openapi", "swagger", "api", "root", "index", "main")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured of one document."""

    document: str
    exit_code: int
    operations: int = 0
    callable: int = 0
    modules: int = 0
    broken: tuple[str, ...] = ()
    """Modules that do not import, answers that do not lower, calls that are not there."""
    left_out: int = 0
    mypy: int | None = None
    pyright: int | None = None
    tests: str = ""
    cpu: float = 0.0
    memory: int = 0
    """Peak, in MB."""
    lines: int = 0
    traceback: str = ""

    @property
    def complete(self) -> bool:
        """A caller gets a whole package."""
        return (
            self.exit_code in (0, 1)
            and not self.broken
            and not self.traceback
            and self.callable == self.operations
            and not self.mypy
            and not self.pyright
            and self.tests in ("", "passed")
        )


def documents(which: str) -> Iterator[Path]:
    """The documents of one set."""
    if which == "real":
        yield from sorted(p for p in (CORPUS / which).iterdir() if p.suffix != ".tsv")
    elif which == "multi":
        rows = (CORPUS / "multi" / "multi.tsv").read_text("utf-8").splitlines()
        yield from (p for row in rows if (p := _entry(row)) is not None)
    else:
        suffixes = {".json", ".yaml", ".yml"}
        yield from sorted(
            p for p in (CORPUS / which).rglob("*") if p.suffix in suffixes
        )


def _entry(row: str) -> Path | None:
    """The root document that a row of `multi.tsv` names."""
    for cell in row.split("\t"):
        for base in (CORPUS / "multi", CORPUS):
            path = base / cell
            if cell and path.is_file():
                return path
    return None


def count(path: Path) -> int:
    """Operations of a document, counted from its text alone."""
    text = path.read_text("utf-8", errors="replace").lstrip("\ufeff")
    try:
        tree = json.loads(text, strict=False)
    except ValueError:
        tree = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return sum(1 for _ in _operations(tree, path))


def _operations(tree: object, path: Path) -> Iterator[str]:
    for name, item in _mapping(_mapping(tree).get("paths")).items():
        if name.startswith("x-"):
            continue
        seen = _followed(_mapping(item), _mapping(tree), path)
        yield from (m for m in METHODS if isinstance(seen.get(m), dict))
        yield from _mapping(seen.get("additionalOperations"))


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _followed(
    item: Mapping[str, object], tree: Mapping[str, object], path: Path
) -> Mapping[str, object]:
    ref = item.get("$ref")
    if not isinstance(ref, str):
        return item
    file, _, pointer = ref.partition("#")
    node: object = tree
    if file:
        target = path.parent / file
        if not target.is_file():
            return item
        node = yaml.load(target.read_text("utf-8"), yaml.CBaseLoader)
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        node = _mapping(node).get(key)
    return {**_mapping(node), **item}


PROBE = """
import importlib, json, pkgutil, sys, warnings
warnings.simplefilter("error")
sys.path.insert(0, sys.argv[1])
name, calls = sys.argv[2], json.load(open(sys.argv[3]))
package = importlib.import_module(name)
broken, modules = [], 0
for info in pkgutil.walk_packages(package.__path__, name + "."):
    modules += 1
    try:
        importlib.import_module(info.name)
    except BaseException as error:
        broken.append(f"{info.name}: {type(error).__name__}: {error}"[:300])
found = 0
for call in calls:
    try:
        for path in (call["sync"], call["async"]):
            module, _, attribute = path.partition(":")
            value = importlib.import_module(module)
            for part in attribute.split("."):
                value = getattr(value, part)
            assert callable(value)
        found += 1
    except BaseException as error:
        broken.append(f"{call['call']}: {type(error).__name__}: {error}"[:300])
try:
    codec = importlib.import_module(name + "._runtime.codec")
    operations = importlib.import_module(name + ".operations")
    kinds = importlib.import_module(name + "._runtime.operations")
    for info in pkgutil.iter_modules(operations.__path__):
        module = importlib.import_module(f"{name}.operations.{info.name}")
        for key, value in vars(module).items():
            if isinstance(value, kinds.Operation):
                for answer in (*value.answers, *value.failures):
                    if answer.type is None:
                        continue
                    try:
                        codec.prepare(answer.type)
                    except BaseException as error:
                        broken.append(f"{info.name}.{key}: {type(error).__name__}: {error}"[:300])
except BaseException as error:
    broken.append(f"decoders: {type(error).__name__}: {error}"[:300])
print(json.dumps({"modules": modules, "callable": found, "broken": broken}))
"""


def measure(path: Path, output: Path) -> tuple[Row, Path | None, str]:
    """Generate one document and probe the package; its folder and import name too."""
    report = output / "report.json"
    command = [sys.executable, "-m", "specloom", "generate", str(path)]
    command += ["--output", str(output), "--report", str(report), "--format", "json"]
    code, printed, cpu, memory = _timed(command)
    row = Row(document=path.name, exit_code=code, cpu=cpu, memory=memory)
    row = replace(row, operations=_counted(path))
    if "Traceback" in printed:
        return replace(row, traceback=printed.strip()[-400:]), None, ""
    if not report.is_file():
        return row, None, ""
    entry = json.loads(report.read_text("utf-8"))["documents"][0]
    if not entry["package"]:
        return row, None, ""
    package, name = Path(entry["package"]), entry["import_name"]
    lines = sum(len(p.read_text("utf-8").splitlines()) for p in package.rglob("*.py"))
    left_out = sum(o["status"] == "left-out" for o in entry["operations"])
    row = replace(row, lines=lines, left_out=left_out)
    return _probed(row, entry["operations"], package, name, output), package, name


def _counted(path: Path) -> int:
    try:
        return count(path)
    except (yaml.YAMLError, RecursionError):
        return -1


def _probed(row: Row, calls: object, package: Path, name: str, output: Path) -> Row:
    listed = output / "calls.json"
    listed.write_text(json.dumps(calls))
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(package), name, str(listed)],
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
        broken=tuple(facts["broken"]),
    )


def _timed(command: list[str]) -> tuple[int, str, float, int]:
    """Exit code, output, CPU seconds and peak memory in MB of a command."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=ROOT.parent)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    return process.returncode, text, round(cpu, 2), usage.ru_maxrss // 1024


def _mypy(package: Path, name: str) -> int:
    cache = ROOT / ".cache" / "mypy-corpus"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--python-version", "3.11"),
            *("--cache-dir", str(cache), "--no-error-summary", "-p", name),
        ],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    (package / ".mypy.txt").write_text(done.stdout + done.stderr)
    errors = len(re.findall(r": error:", done.stdout))
    return errors or (done.returncode and 1)


def _pyright(package: Path, name: str) -> int:
    settings = package / "pyrightconfig.json"
    settings.write_text(
        json.dumps(
            {"include": [name], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
        )
    )
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pyright", "--outputjson", "-p", str(settings)),
            *("--pythonpath", sys.executable),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    settings.unlink()
    (package / ".pyright.json").write_text(done.stdout)
    return int(json.loads(done.stdout)["summary"]["errorCount"])


def own_tests(package: Path) -> str:
    """Run a package's generated tests."""
    if not (package / "tests").is_dir():
        return "none"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "--no-header",
            "-p",
            "no:cacheprovider",
        ],
        cwd=package,
        capture_output=True,
        text=True,
        check=False,
    )
    return "passed" if done.returncode == 0 else done.stdout.strip()[-300:]


def show(rows: list[Row]) -> None:
    """Print the table and the bars."""
    heads = ("document", "exit", "ops", "calls", "mods", "mypy", "pyr", "tests")
    print(
        f"{heads[0]:58}"
        + "".join(f"{h:>7}" for h in (*heads[1:], "cpu", "MB", "lines"))
    )
    for row in rows:
        tests = {"passed": "ok", "": "-", "none": "none"}.get(row.tests, "FAIL")
        cells: tuple[int | float | str | None, ...] = (
            *(row.exit_code, row.operations, row.callable, row.modules, row.mypy),
            *(row.pyright, tests, row.cpu, row.memory, row.lines),
        )
        mark = " " if row.complete else "!"
        shown = "".join(f"{'-' if c is None else c:>7}" for c in cells)
        print(f"{mark}{row.document[:56]:57}{shown}")
        for line in (*row.broken[:3], *((row.traceback,) if row.traceback else ())):
            print(f"      {line}")
    whole = sum(row.complete for row in rows)
    tracebacks = sum(bool(row.traceback) for row in rows)
    print(f"\ncomplete {whole} of {len(rows)}; tracebacks {tracebacks}")


def main() -> None:
    """Measure a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="real", choices=("real", "multi", "features"))
    parser.add_argument("--only", default="")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, default=ROOT / ".cache" / "corpus")
    options = parser.parse_args()
    rows: list[Row] = []
    packages: dict[str, tuple[Path, str]] = {}
    started = time.monotonic()
    for number, path in enumerate(documents(options.set)):
        if options.only not in str(path):
            continue
        output = options.keep / options.set / f"{number:03}-{path.stem[:40]}"
        output.mkdir(parents=True, exist_ok=True)
        row, package, name = measure(path, output)
        if package is not None:
            packages[row.document] = (package, name)
            if not options.fast:
                mypy, pyright = _mypy(package, name), _pyright(package, name)
                row = replace(row, mypy=mypy, pyright=pyright, tests=own_tests(package))
        rows.append(row)
        print(f"{time.monotonic() - started:6.0f} s  {path.name}", file=sys.stderr)
    show(rows)
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))


if __name__ == "__main__":
    main()
