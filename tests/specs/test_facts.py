"""The documents show every fact that the vendors' pages state, and invent none."""

from __future__ import annotations

import base64
import copy
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


def unescaped(token: str) -> str:
    """A reference token as the key that it means."""
    return token.replace("~1", "/").replace("~0", "~")


def at(tree: object, pointer: str) -> object:
    """What stands at a JSON pointer, or `Absent`."""
    for token in pointer.split("/")[1:]:
        key = unescaped(token)
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


def is_container(value: object) -> bool:
    """Whether it has members or items."""
    return isinstance(value, dict | list)


def holds(fact: Fact, document: object) -> bool:
    """Whether a document shows a fact."""
    found = at(document, fact.pointer)
    items = cast("Items", found) if is_container(found) else None
    match fact.check:
        case "?":
            return found is not Absent
        case "!":
            return found is Absent
        case "=":
            return bool(found == json.loads(fact.value))
        case "~":
            return folded(fact.value) in folded(found)
        case "#":
            return items is not None and len(items) == int(fact.value)
        case "@":
            return items is not None and list(items) == json.loads(fact.value)
        case _:
            raise ValueError(f"{fact.check} is no check")


def without(fact: Fact, document: object) -> object:
    """A copy of a document in which the fact is not so."""
    changed = copy.deepcopy(document)
    parent, _, token = fact.pointer.rpartition("/")
    around = at(changed, parent)
    key = int(token) if isinstance(around, list) else unescaped(token)
    holder = cast("dict[str | int, object]", around)
    match fact.check:
        case "?":
            del holder[key]
        case "#":
            holder[key] = [{}] if fact.value == "0" else []
        case "@":
            holder[key] = dict(reversed(cast("dict[str, object]", holder[key]).items()))
        case _:
            holder[key] = "another"
    return changed


@pytest.fixture(scope="module")
def documents() -> dict[str, object]:
    """The four documents by name."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in SPECS.glob("*.yaml")
    }


FACTS = list(facts())


@pytest.mark.parametrize("fact", FACTS, ids=lambda f: f"{f.row}{f.pointer}{f.check}")
def test_a_document_shows_the_fact(fact: Fact, documents: dict[str, object]) -> None:
    """Each row of the checklist holds at the place that it names."""
    assert holds(fact, documents[fact.document])


@pytest.mark.parametrize("row", sorted({fact.row for fact in FACTS}))
def test_a_missing_fact_is_missed(row: str, documents: dict[str, object]) -> None:
    """Each line of a row fails where the document does not show what it says."""
    for fact in FACTS:
        if fact.row == row:
            assert not holds(fact, without(fact, documents[fact.document])), fact


@pytest.mark.parametrize("row", ["X01", "X02", "X05", "X06", "X17", "X18", "X19"])
def test_what_completes_a_flow_is_there_and_marked(
    row: str, documents: dict[str, object]
) -> None:
    """Facts from beyond the pages that a user needs say where they come from."""
    assert any(
        fact.row == row and fact.pointer.endswith("/x-source/standing")
        for fact in FACTS
    )


def test_the_list_has_every_row_of_the_checklist() -> None:
    """No fact of the five pages is left out of the list."""
    if not CHECKLIST.is_file():
        pytest.skip("the checklist of facts stands in ../shared, which is not here")
    rows = re.findall(r"^\| ([A-E]\d\d) \|", CHECKLIST.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 190
    assert sorted(set(rows) - {fact.row for fact in facts()}) == []


def test_no_token_of_a_person_is_published(documents: dict[str, object]) -> None:
    """The tokens of the examples are synthetic: their claims name nobody."""
    for document in documents.values():
        for token in re.findall(r"eyJ[\w-]+\.([\w-]+)\.", json.dumps(document)):
            claims = json.loads(base64.urlsafe_b64decode(token + "=="))
            assert claims["eoc"].endswith("@example.com")
            assert claims["noc"] == "Example Partner"
            assert claims["iss"] == "aha"
            assert claims["exp"] == 1695276368
