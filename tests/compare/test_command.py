"""`specloom diff` as users meet it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result
from specloom.cli import commands
from specloom.cli.mentions import mentions
from specloom.compare import Change, Severity

from .documents import SHOP, Tree, changed
from .sides import written

HOSTILE = "x</code><script>alert(1)</script>`|*[a](b)\n## Title"
GONE = changed(SHOP, "paths/~1pets/post", None)
NEEDED = changed(SHOP, "components/schemas/NewPet/required", ["name", "age"])
LIMITED = changed(SHOP, "paths/~1pets/get/parameters/0/required", True)

Compare = Callable[..., Result]


@pytest.fixture
def compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Runs the command on two trees, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(base: Tree, revision: Tree, *options: str) -> Result:
        written(tmp_path, "base", base)
        written(tmp_path, "revision", revision)
        command = ["diff", "base.json", "revision.json", *options]
        return CliRunner().invoke(commands, command, catch_exceptions=False)

    return run


@pytest.mark.parametrize(
    ("revision", "options", "code"),
    [
        (SHOP, (), 0),
        (GONE, (), 1),
        (GONE, ("--fail-on", "never"), 0),
        (changed(SHOP, "paths/~1pets/get/deprecated", True), (), 0),
        (changed(SHOP, "paths/~1pets/get/deprecated", True), ("--fail-on", "any"), 1),
        (changed(SHOP, "paths/~1pets/get/x-python-name", "all_"), (), 1),
        (
            changed(SHOP, "paths/~1pets/get/x-python-name", "all_"),
            ("--profile", "wire"),
            0,
        ),
        (
            changed(SHOP, "components/schemas/Pet/required", ["id"]),
            ("--profile", "python-runtime"),
            0,
        ),
        (
            changed(SHOP, "components/schemas/Pet/required", ["id"]),
            ("--profile", "python-source"),
            1,
        ),
    ],
)
def test_exit_codes(
    compare: Compare, revision: Tree, options: tuple[str, ...], code: int
) -> None:
    """0, or 1 where something is as severe as the profile and the threshold say."""
    assert compare(SHOP, revision, *options).exit_code == code


def test_a_missing_side_is_bad_usage(compare: Compare) -> None:
    """A path that does not exist is exit code 2, and its name is told."""
    result = CliRunner().invoke(commands, ["diff", "nothing.yaml", "git:HEAD:specs"])
    assert result.exit_code == 2
    assert "nothing.yaml" in result.output


def test_a_side_that_is_no_document_is_told(compare: Compare, tmp_path: Path) -> None:
    """A text that is no OpenAPI document is exit code 1, with a diagnostic."""
    written(tmp_path, "base", SHOP)
    (tmp_path / "revision.yaml").write_text("a: [")
    result = CliRunner().invoke(commands, ["diff", "base.json", "revision.yaml"])
    assert result.exit_code == 1
    assert "revision.yaml" in result.output


def test_text_shows_both_worlds(compare: Compare) -> None:
    """A change is told once, with its place, its reach and both signatures."""
    said = compare(SHOP, NEEDED).output
    assert "revision.json   wire: breaking (next 2.0.0)   Python: breaking" in said
    assert "NewPet.age is now required" in said
    assert "age: int = …  ->  age: int" in said
    assert "affects 1 operation: POST /pets" in said
    assert "#/components/schemas/NewPet/properties/age" in said


def test_json_has_the_published_form(compare: Compare) -> None:
    """What comes out fits the schema that is published, lines and fingerprints included."""
    text = (
        files("specloom.compare.formats")
        .joinpath("diff.schema.json")
        .read_text("utf-8")
    )
    validator = jsonschema_rs.Draft202012Validator(json.loads(text))
    for revision in (SHOP, NEEDED, GONE):
        tree = json.loads(compare(SHOP, revision, "--format", "json").output)
        assert [error.message for error in validator.iter_errors(tree)] == []
    assert tree["wire"] == {"verdict": "breaking", "bump": "major"}
    assert all(each["base"]["line"] for each in tree["changes"] if each["base"])


def test_markdown_fits_a_comment_and_obeys_nobody(compare: Compare) -> None:
    """Text of the document is text: no tags, no links, no headings of its own."""
    pet = "components/schemas/Pet/properties"
    revision = changed(SHOP, f"{pet}/{HOSTILE.replace('/', '~1')}", {"type": "string"})
    said = compare(SHOP, revision, "--format", "markdown").output
    assert said.startswith("<!-- specloom diff -->\n")
    assert "<script" not in said
    assert "\n## Title" not in said
    assert len(said) < 65_536


def test_markdown_is_cut_where_a_comment_ends(compare: Compare) -> None:
    """Of very many changes the most severe come first, and the rest is counted."""
    paths = {
        f"/p{n}": {
            "get": {"tags": [f"t{n}"], "responses": {"204": {"description": "d"}}}
        }
        for n in range(400)
    }
    said = compare({**SHOP, "paths": paths}, SHOP, "--format", "markdown").output
    assert len(said) < 65_536
    assert "more; `specloom diff` shows them all" in said
    assert said.index("Breaking") < said.index("more; `specloom")


def test_the_page_obeys_nobody(compare: Compare) -> None:
    """Text of the document stands on the page as text, and each change has an address."""
    pet = "components/schemas/Pet/properties"
    revision = changed(SHOP, f"{pet}/{HOSTILE.replace('/', '~1')}", {"type": "string"})
    said = compare(SHOP, revision, "--format", "html").output
    assert said.count("<script>") == 1
    assert "&lt;script&gt;" in said
    assert "<details" in said
    assert 'id="' in said.partition("<article")[2]
    assert "http" not in said.replace("http-equiv", "").partition("<style>")[0]


def test_github_annotates_lines(compare: Compare) -> None:
    """Each change is a command of its severity at its line."""
    said = compare(SHOP, NEEDED, "--format", "github").output
    first = said.splitlines()[0]
    assert first.startswith("::error file=revision.json,line=1,col=")
    assert "title=wire/member-required::NewPet.age is now required" in first


def test_sarif_names_rules_and_places(compare: Compare) -> None:
    """Every result has a rule of the run, a level, a region and a fingerprint."""
    (run,) = json.loads(compare(SHOP, NEEDED, "--format", "sarif").output)["runs"]
    rules = {each["id"] for each in run["tool"]["driver"]["rules"]}
    assert {each["ruleId"] for each in run["results"]} == rules
    assert run["results"][0]["level"] == "error"
    for each in run["results"]:
        place = each["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "revision.json"
        assert place["region"]["startLine"] >= 1
        assert each["partialFingerprints"]["specloom/v1"]


def test_junit_fails_from_the_threshold_on(compare: Compare) -> None:
    """A change is a test case, and a failure where it is severe enough."""
    said = compare(SHOP, NEEDED, "--format", "junit", "--fail-on", "risky").output
    suite = ElementTree.fromstring(said.encode())[0]
    failures = [case for case in suite if case.find("failure") is not None]
    assert len(failures) == int(suite.attrib["failures"]) >= 2
    assert int(suite.attrib["tests"]) == len(suite)


def test_versions_and_changelog(compare: Compare) -> None:
    """The next versions, and the words for callers of the package."""
    assert compare(SHOP, NEEDED, "--format", "next-version").output.splitlines() == [
        "revision.json 2.0.0",
        "shop 2.0.0",
    ]
    said = compare(SHOP, NEEDED, "--format", "changelog").output
    assert said.startswith("## shop 2.0.0\n\n### Breaking\n")
    assert "- `client.pets.add(age=)` must now be given" in said


ACCEPTED = """accepted:
  - rule: "*/*"
    at: "#/components/schemas/NewPet*"
    reason: Everybody sends it.
    for: the shop's own app
    expires: {expires}
"""


def test_what_is_accepted_does_not_fail(compare: Compare, tmp_path: Path) -> None:
    """An entry with a reason takes a change out of the verdict, not out of the report."""
    (tmp_path / "accepted.yaml").write_text(ACCEPTED.format(expires="2999-01-01"))
    result = compare(SHOP, NEEDED, "--accepted", "accepted.yaml", "--format", "json")
    assert result.exit_code == 0
    tree = json.loads(result.output)
    assert tree["wire"]["verdict"] == "none"
    told = [each["accepted"] for each in tree["changes"] if each["family"] == "wire"]
    assert told == ["Everybody sends it. (for the shop's own app)"]


@pytest.mark.parametrize(
    ("revision", "expires", "rule"),
    [
        (NEEDED, "2020-01-01", "policy/acceptance-expired"),
        (LIMITED, "2999-01-01", "policy/acceptance-unused"),
    ],
)
def test_entries_that_are_not_needed_are_told(
    compare: Compare, tmp_path: Path, revision: Tree, expires: str, rule: str
) -> None:
    """An expired entry accepts nothing; an unused one is told."""
    (tmp_path / "accepted.yaml").write_text(ACCEPTED.format(expires=expires))
    result = compare(SHOP, revision, "--accepted", "accepted.yaml", "--format", "json")
    assert result.exit_code == 1
    assert rule in [each["rule"] for each in json.loads(result.output)["changes"]]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("accepted: 1", "list"),
        ("accepted: [1]", "rule, at, reason, for"),
        (
            "accepted: [{rule: wire/member-requird, at: a, reason: b, for: c}]",
            "member-required",
        ),
        ("accepted: [{rule: '*', at: a, reason: b}]", "`for`"),
        (
            "accepted: [{rule: '*', at: a, reason: b, for: c, expires: soon}]",
            "2030-01-31",
        ),
        ("accepted: [{rule: '*', at: a, reason: b, for: c, until: 1}]", "until"),
    ],
)
def test_bad_acceptances_are_bad_usage(
    compare: Compare, tmp_path: Path, text: str, word: str
) -> None:
    """What cannot be read as acceptances is exit code 2, and why."""
    (tmp_path / "accepted.yaml").write_text(text)
    result = compare(SHOP, NEEDED, "--accepted", "accepted.yaml")
    assert result.exit_code == 2
    assert word in result.output


def test_fingerprints_outlive_other_changes(compare: Compare) -> None:
    """A change keeps its fingerprint when other things change and lines move."""
    more = changed(NEEDED, "components/schemas/Aardvark", {"type": "object"})
    found = [
        _fingerprints(compare(SHOP, each, "--format", "json"))
        for each in (NEEDED, more)
    ]
    assert found[0] <= found[1]
    assert len(found[0]) == len(
        json.loads(compare(SHOP, NEEDED, "--format", "json").output)["changes"]
    )


def _fingerprints(result: Result) -> set[str]:
    tree: Any = json.loads(result.output)
    return {each["fingerprint"] for each in tree["changes"]}


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.example")
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True
    )


def test_a_commit_is_a_side(compare: Compare, tmp_path: Path) -> None:
    """`git:REF:PATH` is the file or folder as it was, with what it refers to."""
    folder = tmp_path / "specs"
    folder.mkdir()
    reference = changed(SHOP, "components/schemas/Owner", {"$ref": "owner.json"})
    written(folder, "shop", reference)
    written(folder, "owner", SHOP["components"]["schemas"]["Owner"])
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "First")
    written(folder, "owner", {"type": "object", "properties": {}})
    for paths in (
        ("git:HEAD:specs/shop.json", "specs/shop.json"),
        ("git:HEAD:specs", "specs"),
    ):
        command = ["diff", *paths, "--format", "json"]
        tree = json.loads(CliRunner().invoke(commands, command).output)
        assert "wire/member-removed" in [each["rule"] for each in tree["changes"]]


def test_documents_that_come_and_go_are_told(compare: Compare, tmp_path: Path) -> None:
    """In folders, documents are compared by name; one that is gone breaks its callers."""
    other: Tree = {"openapi": "3.1.0", "info": {"title": "Other", "version": "1"}}
    for folder, names in (("old", ("a", "b")), ("new", ("b", "c"))):
        (tmp_path / folder).mkdir()
        for name in names:
            written(tmp_path / folder, name, other if name == "c" else SHOP)
    result = CliRunner().invoke(commands, ["diff", "old", "new"])
    assert "old/a.json: the document is removed" in result.output
    assert "new/c.json: the document is new" in result.output
    assert "new/b.json   wire: none   Python: none" in result.output
    assert result.exit_code == 1


def test_a_renamed_document_is_the_same_one(compare: Compare, tmp_path: Path) -> None:
    """What is gone from a folder is found in the new document that says mostly the same."""
    for folder, name, tree in (("old", "shop", SHOP), ("new", "pets", GONE)):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, name, tree)
    result = CliRunner().invoke(commands, ["diff", "old", "new", "--format", "json"])
    assert "new/pets.json: the document was old/shop.json" in result.stderr
    tree = json.loads(result.stdout)
    rules = {each["rule"] for each in tree["changes"]}
    assert "wire/operation-removed" in rules
    assert result.exit_code == 1


def test_dialects_are_compared_by_meaning(compare: Compare) -> None:
    """The same API in 3.0 and in 3.1 has not changed."""
    old = changed(SHOP, "openapi", "3.0.3")
    name = "components/schemas/Pet/properties/name"
    old = changed(old, f"{name}/nullable", True)
    new = changed(SHOP, f"{name}/type", ["string", "null"])
    result = compare(old, new, "--format", "json", "--fail-on", "any")
    assert json.loads(result.output)["changes"] == []
    assert result.exit_code == 0


CALLER = """\
from shop import Shop, models

def use(shop: Shop) -> None:
    shop.pets.add(name="Tom")
    shop.pets.add(name="Tom", age=3)
    shop.pets.list()
"""


def nothing(_: str) -> None:
    """What `find_spec` says of a module that is not installed."""


@pytest.mark.parametrize("finder", ["mypy", "names"])
def test_callers_are_named(
    compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finder: str
) -> None:
    """The lines of a caller's code that a change breaks stand with it, mypy or not."""
    if finder == "names":
        monkeypatch.setattr("specloom.cli.callers.find_spec", nothing)
    (tmp_path / "app.py").write_text(CALLER)
    result = compare(SHOP, NEEDED, "--callers", "app.py", "--format", "json")
    told = {
        each["subject"]: each["callers"]
        for each in json.loads(result.stdout)["changes"]
        if each["callers"]
    }
    ((subject, (caller,)),) = told.items()
    assert caller.startswith("app.py:4: ")
    assert subject == "client.pets.add(age=)"


@pytest.mark.parametrize(
    ("rule", "subject", "lines"),
    [
        ("py/method-removed", "client.pets.add", [4, 5]),
        ("py/argument-removed", "client.pets.add(age=)", [5]),
        ("py/required-argument-added", "client.pets.add(age=)", [4]),
        ("py/model-removed", "models.NewPet", [7, 10]),
        ("py/field-removed", "models.NewPet.age", [7, 8]),
        ("py/required-field-added", "models.NewPet.nick", [7]),
        ("py/error-removed", "errors.NotFoundError", [1, 9]),
        ("py/client-renamed", "Shop", [1, 3]),
    ],
)
def test_lines_that_name_a_change(
    tmp_path: Path, rule: str, subject: str, lines: list[int]
) -> None:
    """Each kind of change is found where its name stands as a caller writes it."""
    path = tmp_path / "app.py"
    path.write_text(NAMING)
    change = Change(
        rule=rule,
        severity=Severity.BREAKING,
        base="#",
        revision="#",
        subject=subject,
        what="changed",
        why="it did",
    )
    found = [int(each.split(":")[1]) for each in mentions(change, tmp_path)]
    assert found == lines


NAMING = """\
from shop import NotFoundError, Shop, models

def use(shop: Shop, more: dict[str, object]) -> None:
    shop.pets.add(name="Tom")
    shop.pets.add(name="Tom", age=3)
    shop.owners.add(age=3)
    pet = models.NewPet(age=3)
    print(pet.age)
    raise NotFoundError
    assert isinstance(pet, models.NewPet)
"""


def test_kinds_of_changes_are_explained() -> None:
    """`specloom explain` shows an example, what the law says, and what it does not."""
    said = CliRunner().invoke(commands, ["explain", "wire/enum-value-added"]).output
    assert "{enum: [a, b, c]}" in said
    assert "compatible, in what callers send, if it allows more" in said
    assert "but risky, in what callers receive" in said
