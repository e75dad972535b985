"""The documents show every fact that the vendors' pages state, and invent none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias, cast

import pytest
import yaml

HERE = Path(__file__).parent
SPECS = HERE.parents[1] / "specs"
CHECKLIST = HERE.parents[2] / "shared" / "apis" / "FACTS.md"

SHORT = {
    "A": {"$R": "/paths/~1v1~1partner~1register_account/get"},
    "B": {"$R": "/paths/~1v3~1accounts~1childs/post"},
    "C": {"$R": "/paths/~1v3~1accounts~1childs~1{child_id}~1activate/post"},
    "D": {
        "$R": "/paths/~1api~1createuser/post",
        "$B": "/components/schemas/CreateUser/allOf/0/properties",
        "$A": "/components/schemas/AuthenticateResponse/properties",
    },
    "E": {
        "$R": "/paths/~1v1~1customer~1register/post",
        "$C": "/components/schemas/Customer/properties",
        "$V": "/components/schemas/RegistrationEnvelope/properties",
    },
    "X": {"$R": ""},
}


Items: TypeAlias = list[object]


class Fact(NamedTuple):
    """One line of `facts.txt`."""

    row: str
    document: str
    pointer: str
    check: str
    value: str


class Absent:
    """Nothing stands at the place."""


def facts() -> Iterator[Fact]:
    """All lines of the list, their short forms spelled out."""
    for line in (HERE / "facts.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            row, document, pointer, check, *value = line.split(" ", 4)
            for short, full in SHORT[row[0]].items():
                pointer = pointer.replace(short + "/", full + "/")
                pointer = full if pointer == short else pointer
            yield Fact(row, document, pointer, check, "".join(value))


def at(tree: object, pointer: str) -> object:
    """What stands at a JSON pointer, or `Absent`."""
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        match tree:
            case dict() if key in tree:
                tree = cast("dict[str, object]", tree)[key]
            case list() if key.isdigit() and int(key) < len(cast("Items", tree)):
                tree = cast("Items", tree)[int(key)]
            case _:
                return Absent
    return tree


def folded(text: object) -> str:
    """Text without regard to case and white space."""
    return re.sub(r"\s+", " ", str(text)).casefold().strip()


@pytest.fixture(scope="module")
def documents() -> dict[str, object]:
    """The four documents by name."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in SPECS.glob("*.yaml")
    }


@pytest.mark.parametrize(
    "fact", list(facts()), ids=lambda fact: f"{fact.row}{fact.pointer}"
)
def test_a_document_shows_the_fact(fact: Fact, documents: dict[str, object]) -> None:
    """Each row of the checklist holds at the place that it names."""
    found = at(documents[fact.document], fact.pointer)
    match fact.check:
        case "?":
            assert found is not Absent
        case "!":
            assert found is Absent
        case "=":
            assert found == json.loads(fact.value)
        case "~":
            assert folded(fact.value) in folded(found)
        case "#":
            assert isinstance(found, dict | list)
            assert len(cast("Items", found)) == int(fact.value)
        case "@":
            assert isinstance(found, dict)
            assert list(cast("Items", found)) == json.loads(fact.value)
        case _:
            pytest.fail(f"{fact.check} is no check")


def test_the_list_has_every_row_of_the_checklist() -> None:
    """No fact of the five pages is left out of the list."""
    if not CHECKLIST.is_file():
        pytest.skip("the checklist of facts stands in ../shared, which is not here")
    rows = re.findall(r"^\| ([A-E]\d\d) \|", CHECKLIST.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 190
    assert sorted(set(rows) - {fact.row for fact in facts()}) == []


def test_no_token_of_a_person_is_published(documents: dict[str, object]) -> None:
    """The tokens of the examples are synthetic: their claims name nobody."""
    import base64

    for document in documents.values():
        for token in re.findall(r"eyJ[\w-]+\.([\w-]+)\.", json.dumps(document)):
            claims = json.loads(base64.urlsafe_b64decode(token + "=="))
            assert claims["eoc"].endswith("@example.com")
            assert claims["noc"] == "Example Partner"
            assert claims["iss"] == "aha"
            assert claims["exp"] == 1695276368
