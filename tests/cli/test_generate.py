"""`specloom generate`: what it writes, says and returns."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest
from specloom.settings import Target

from tests.support.trees import Json

from .conftest import SHOP, Run, state

SETTINGS = '[tool.specloom.documents.shop]\npath = "openapi.yaml"\n'


def test_without_settings_a_package_is_written_under_output(
    run: Run, document: Path
) -> None:
    """`generate openapi.yaml --output out` writes `out/<distribution>/`, and nothing else."""
    done = run("generate", "openapi.yaml", "--output", "out")
    assert done.exit_code == 0
    top = {path.name for path in document.parent.iterdir()}
    assert top == {"openapi.yaml", "out"}
    assert [path.name for path in (document.parent / "out").iterdir()] == ["shop"]
    first, last = done.stdout.splitlines()
    assert first.startswith("openapi.yaml -> out/shop: 1 operation; ")
    assert last.startswith("done in ")


def test_check_writes_nothing_and_returns_3(run: Run, document: Path) -> None:
    """Differences are exit code 3, none are 0."""
    before = state(document.parent)
    assert run("generate", "openapi.yaml", "--output", "out", "--check").exit_code == 3
    assert state(document.parent) == before
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == 0
    assert run("generate", "openapi.yaml", "--output", "out", "--check").exit_code == 0


def test_settings_name_the_documents(run: Run, document: Path) -> None:
    """Without arguments all documents of the settings are made, from any folder below."""
    (document.parent / "pyproject.toml").write_text(SETTINGS)
    assert run("generate").exit_code == 0
    assert (document.parent / "generated/shop/shop/__init__.py").is_file()
    assert "nothing to do" in run("generate").stdout


def report(run: Run, *words: str) -> Json:
    """The report of a run."""
    run("generate", "openapi.yaml", "--output", "out", "--report", "r/a.json", *words)
    return json.loads(Path("r/a.json").read_text("utf-8"))


def test_the_report_says_what_became_of_each_operation(
    run: Run, document: Path
) -> None:
    """Every key that the report promises is there, and its paths lead to methods."""
    (entry,) = report(run)["documents"]
    assert {k: v for k, v in entry.items() if k != "operations"} == {
        "document": "openapi.yaml",
        "package": "out/shop",
        "import_name": "shop",
        "diagnostics": [],
    }
    (operation,) = entry["operations"]
    assert operation == {
        "pointer": "#/paths/~1orders/get",
        "method": "GET",
        "path": "/orders",
        "call": "client.orders.list",
        "sync": "shop.resources.orders:Orders.list",
        "async": "shop.aio.orders:AsyncOrders.list",
        "status": "generated",
        "reasons": [],
    }
    sys.path.insert(0, str(document.parent / "out" / "shop"))
    try:
        for path in (operation["sync"], operation["async"]):
            module, _, attribute = path.partition(":")
            owner, _, method = attribute.partition(".")
            assert callable(
                getattr(getattr(importlib.import_module(module), owner), method)
            )
    finally:
        sys.path.pop(0)
        for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
            del sys.modules[name]


@pytest.mark.parametrize(
    ("old", "new", "status", "code", "exit_code"),
    [
        ('schemas/Order"', 'schemas/Ordr"', "approximated", "SP204", 1),
        ("properties: {id", "x-envelope: 1\n      properties: {id", "generated", "", 0),
        ("      type: object\n", "      type: thing\n", "approximated", "SP219", 0),
    ],
)
def test_a_broken_part_is_told_in_the_report(
    run: Run, document: Path, old: str, new: str, status: str, code: str, exit_code: int
) -> None:
    """An operation that reaches something unsound is approximated, and says why."""
    document.write_text(SHOP.replace(old, new))
    assert document.read_text() != SHOP
    (entry,) = report(run)["documents"]
    (operation,) = entry["operations"]
    assert operation["status"] == status
    assert [reason.partition(":")[0] for reason in operation["reasons"]] == (
        [code] if code else []
    )
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == exit_code


SWAGGER = """
swagger: '2.0'
info: {title: Shop, version: '1'}
paths:
  /orders:
    get: {responses: {'200': {description: ok, schema: {$ref: '#/definitions/Order'}}}}
  /users:
    get: {responses: {'200': {description: ok}}}
definitions:
  Order: {type: object, properties: {id: {type: thing}}}
"""


def test_a_broken_part_of_swagger_is_told_where_it_is_reached(
    run: Run, document: Path
) -> None:
    """What is rewritten first is found again at the author's place."""
    document.write_text(SWAGGER)
    (entry,) = report(run)["documents"]
    told = [each["status"] for each in entry["operations"]]
    assert told == ["approximated", "generated"]


def test_a_left_out_operation_is_listed(run: Run, document: Path) -> None:
    """What can't be generated has an entry without a call; all else is written; exit 1."""
    document.write_text(SHOP.replace("paths:\n", "paths:\n  /users: {get: all}\n"))
    (entry,) = report(run)["documents"]
    assert [(o["path"], o["status"]) for o in entry["operations"]] == [
        ("/orders", "generated"),
        ("/users", "left-out"),
    ]
    left_out = entry["operations"][1]
    assert (left_out["call"], left_out["sync"], left_out["method"]) == (
        None,
        None,
        "GET",
    )
    assert "/users" in Path("out/shop/README.md").read_text()
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == 1


def test_diagnostics_come_as_json_and_for_github(run: Run, document: Path) -> None:
    """Both formats carry file, line, column, code and words."""
    document.write_text(SHOP.replace('schemas/Order"', 'schemas/Ordr"'))
    command = ("generate", "openapi.yaml", "--output", "out", "--format")
    (finding,) = json.loads(run(*command, "json").stdout)
    place = (finding["file"], finding["line"], finding["column"], finding["code"])
    assert place == ("openapi.yaml", 15, 51, "SP204")
    line = run(*command, "github").stdout
    assert line.startswith("::error file=openapi.yaml,line=15,col=51,endColumn=")
    assert "title=SP204 dangling-reference::" in line


def test_nothing_of_the_users_is_touched(run: Run, document: Path) -> None:
    """An edited file and a foreign one stop their package, and every byte stays."""
    folder = document.parent / "out" / "shop"
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == 0
    (folder / "notes.txt").write_text("mine")
    (folder / "shop" / "client.py").write_text("# mine\n")
    document.write_text(SHOP.replace("List orders", "List all orders"))
    before = state(document.parent)
    done = run("generate", "openapi.yaml", "--output", "out")
    assert done.exit_code == 1
    assert "out/shop/shop/client.py:1:1: error SP601 hand-edited-file" in done.stderr
    assert "nothing written" in done.stdout
    assert state(document.parent) == before

    (folder / "shop" / "client.py").unlink()
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == 0
    assert (folder / "notes.txt").read_text() == "mine"


def test_one_broken_document_does_not_stop_the_others(run: Run, document: Path) -> None:
    """Each document is a matter of its own; the exit code is the worst."""
    Path("broken.yaml").write_text("openapi: [\n")
    done = run("generate", "broken.yaml", "openapi.yaml", "--output", "out")
    assert done.exit_code == 1
    assert "broken.yaml: no package" in done.stdout
    assert Path("out/shop/README.md").is_file()


def test_a_report_that_cannot_be_written_is_an_error(run: Run) -> None:
    """The packages are written, and the report's path is named."""
    Path("r").write_text("")
    done = run("generate", "openapi.yaml", "--output", "out", "--report", "r/a.json")
    assert done.exit_code == 1
    assert "the report r/a.json can't be written" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("generate",),
        ("generate", "--format", "xml", "openapi.yaml"),
        ("generate", "--nope"),
        ("lint",),
        ("dump", "soup", "openapi.yaml"),
        ("explain", "SP999"),
        ("explode",),
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    """What cannot be asked for is told on stderr, and nothing is written."""
    before = state(Path.cwd())
    done = run(*words)
    assert done.exit_code == 2
    assert done.stderr
    assert state(Path.cwd()) == before


def test_a_fault_of_our_own_is_exit_code_70(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception is told as ours, with its traceback, and never as the document's."""
    from specloom import cli

    def fail(*_: object, **__: object) -> Target:
        raise ZeroDivisionError

    monkeypatch.setattr("specloom.cli.make.generate", fail)
    monkeypatch.setattr(sys, "argv", ["specloom", "generate", "openapi.yaml"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "fault of specloom's own" in told


def test_a_document_without_a_title_is_an_api(run: Run, document: Path) -> None:
    """Neither its package nor its heading is a hash or nothing."""
    document.write_text("openapi: 3.1.0\ninfo: {title: ' ', version: '1'}\npaths: {}\n")
    assert run("generate", "openapi.yaml", "--output", "out").exit_code == 0
    made = document.parent / "out" / "api"
    assert (made / "API.md").read_text().startswith("# API\n")
    assert (made / "api" / "client.py").exists()
