"""The Python verdict against what happens: callers type-checked and run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from specloom.compare import Severity, Side, compare
from specloom.link import link
from specloom.name import Pins, name
from specloom.render import render
from specloom.report import Report
from specloom.shape import shape

from .documents import Tree
from .oracle import BASE, CALLER, PAIRS, Pair
from .sides import TODAY, document, written

PETS = {"id": 1, "name": "Tom", "kind": "cat", "owner": {"email": "a@b.example"}}
RUN = """
import importlib, json, sys
from pathlib import Path
results = {}
for name, answers in json.loads(Path(sys.argv[1]).read_text()).items():
    try:
        module = importlib.import_module(f"caller_{name}")
        transport = importlib.import_module(f"shop_{name}._runtime.transport")
        class Wire:
            def send(self, request):
                path = request.url.partition(".example")[2].partition("?")[0]
                body = answers[f"{request.method} {path}"]
                sent = {"Content-Type": "application/json", "X-Total": "3"}
                headers = transport.Headers(sent)
                status = 201 if request.method == "POST" else 200
                if b"Nobody" in (request.body or b""):
                    status, body = 404, answers["404"]
                return transport.Response(status, headers, json.dumps(body).encode())
            def close(self):
                pass
        module.main(Wire())
        results[name] = ""
    except Exception as error:
        results[name] = f"{type(error).__name__}: {error}"
Path(sys.argv[2]).write_text(json.dumps(results))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a caller met, and what was said before."""

    mypy: tuple[str, ...]
    pyright: tuple[str, ...]
    run: str
    source: Severity
    runtime: Severity
    changes: tuple[str, ...]


def key(pair: Pair) -> str:
    """A pair's name as a piece of an identifier."""
    return pair.name.replace("-", "_")


def _side(tree: Tree, package: str, folder: Path) -> Side:
    report = Report()
    api = link(document(written(folder, package, tree)), report)
    names = name(api, Pins(package=package, client="Shop"), report)
    return Side(api=api, names=names, package=shape(api, names, report))


def _write(side: Side, folder: Path) -> None:
    """The package, with the runtime of the first one: it is checked once."""
    first = folder / "shop_nothing" / "_runtime"
    for path, text in render(side.package).items():
        place = folder / path
        shared = place.parent.name == "_runtime" and first.is_dir()
        if place.parts[len(folder.parts)].startswith("shop_"):
            place.parent.mkdir(parents=True, exist_ok=True)
            module = f"shop_nothing._runtime.{place.stem}".removesuffix(".__init__")
            again = (
                f"from {module} import *\n" if shared and not _is_first(place) else text
            )
            place.write_text(again, "utf-8")


def _is_first(place: Path) -> bool:
    return "shop_nothing" in place.parts


def _answers(pair: Pair) -> Mapping[str, Any]:
    pet = {**PETS, **pair.answers.get("pet", {})}
    pets: Any = {"pets": [pet]} if "page" in pair.answers else [pet]
    return {
        "GET /pets": pets,
        "POST /pets": pet,
        "GET /pets/1": {"lives": 7},
        "404": pair.answers.get("problem", {"message": "Nobody is known."}),
    }


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """All callers, type-checked and run against the revisions."""
    return _outcomes(tmp_path_factory.mktemp("oracle"))


def _outcomes(folder: Path) -> dict[str, Outcome]:
    said: dict[str, tuple[Severity, Severity, tuple[str, ...]]] = {}
    for pair in PAIRS:
        package = f"shop_{key(pair)}"
        base, revision = (_side(t, package, folder) for t in (BASE, pair.revision))
        _write(revision, folder)
        caller = re.sub(r"\bshop\b", package, CALLER)
        (folder / f"caller_{key(pair)}.py").write_text(caller, "utf-8")
        said[pair.name] = _said(base, revision)
    answers = folder / "answers.json"
    answers.write_text(json.dumps({key(pair): _answers(pair) for pair in PAIRS}))
    mypy, pyright, run = _mypy(folder), _pyright(folder), _run(folder)
    return {
        pair.name: Outcome(
            mypy.get(key(pair), ()),
            pyright.get(key(pair), ()),
            run[key(pair)],
            *said[pair.name],
        )
        for pair in PAIRS
    }


def _said(base: Side, revision: Side) -> tuple[Severity, Severity, tuple[str, ...]]:
    found = [c for c in compare(base, revision, TODAY).changes if c.family == "py"]
    source = max((c.under("python-source") for c in found), default=Severity.NONE)
    runtime = max((c.under("python-runtime") for c in found), default=Severity.NONE)
    return (
        source,
        runtime,
        tuple(f"{c.severity.word} {c.subject} {c.what}" for c in found),
    )


def _mypy(folder: Path) -> dict[str, tuple[str, ...]]:
    callers = sorted(map(str, folder.glob("caller_*.py")))
    command = [sys.executable, "-m", "mypy", "--follow-imports=silent", *callers]
    config = ["--config-file=", "--strict", f"--cache-dir={folder / '.mypy'}"]
    made = subprocess.run(
        [*command, *config], cwd=folder, capture_output=True, text=True, check=False
    )
    return _grouped(re.findall(r"^caller_(\w+)\.py:(\d+: error.*)$", made.stdout, re.M))


def _pyright(folder: Path) -> dict[str, tuple[str, ...]]:
    settings = {"include": ["caller_*.py"], "typeCheckingMode": "strict"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath"]
    made = subprocess.run(
        [*command, sys.executable, "-p", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(made.stdout)["generalDiagnostics"]
    return _grouped(
        (Path(each["file"]).stem.removeprefix("caller_"), each["message"])
        for each in found
        if each["severity"] == "error" and each.get("rule") not in _UNCALLED
    )


_UNCALLED = (
    "reportUnnecessaryIsInstance",
    "reportUnnecessaryComparison",
    "reportDeprecated",
)
"""Told where code is more careful than it has to be: it works as it did."""


def _grouped(found: Any) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, tuple[str, ...]] = {}
    for caller, message in found:
        grouped[caller] = (*grouped.get(caller, ()), message)
    return grouped


def _run(folder: Path) -> dict[str, str]:
    (folder / "run.py").write_text(RUN, "utf-8")
    result = folder / "result.json"
    command = [sys.executable, "run.py", "answers.json", str(result)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    made: dict[str, str] = json.loads(result.read_text())
    return made


@pytest.mark.parametrize("pair", [pair.name for pair in PAIRS])
def test_source_breaks_exactly_when_callers_do(
    outcomes: dict[str, Outcome], pair: str
) -> None:
    """The Python verdict is breaking exactly when a checker or a run fails."""
    outcome = outcomes[pair]
    failed = bool(outcome.mypy or outcome.pyright or outcome.run)
    assert (outcome.source is Severity.BREAKING) == failed, outcome


@pytest.mark.parametrize("pair", [pair.name for pair in PAIRS])
def test_runtime_breaks_exactly_when_programs_do(
    outcomes: dict[str, Outcome], pair: str
) -> None:
    """Without type-checkers, the verdict is breaking exactly when the program stops."""
    outcome = outcomes[pair]
    assert (outcome.runtime is Severity.BREAKING) == bool(outcome.run), outcome


def test_there_are_enough_pairs() -> None:
    """The oracle asks about at least 60 documents, each once."""
    assert len({pair.name for pair in PAIRS}) == len(PAIRS) >= 60
