"""The four documents are sound, and what they show as an example is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner
from specloom.cli import commands

from tests.support.standin import jsv
from tests.support.trees import Json, items, members

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))

BASE = "urn:document"


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_document_gives_no_finding(path: Path) -> None:
    """Neither specloom nor openapi-spec-validator has anything to say."""
    done = CliRunner().invoke(commands, ["lint", str(path)])
    assert (done.stdout, done.stderr) == ("1 document, 0 findings\n", "")


def shown(node: Json, pointer: str = "#") -> Iterator[tuple[str, str, Json]]:
    """The pointer of a schema, its media type or "", and a value that is shown for it."""
    for index, each in enumerate(items(node)):
        yield from shown(each, f"{pointer}/{index}")
    own = members(node)
    schema, media = f"{pointer}/schema", pointer.rpartition("/")[2].replace("~1", "/")
    if "schema" in own and "example" in own:
        yield schema, media, own["example"]
    for key, value in own.items():
        if key == "examples":
            yield from ((pointer, "", each) for each in items(value))
            named = members(value).values()
            yield from ((schema, media, members(each)["value"]) for each in named)
        elif key != "example":
            token = key.replace("~", "~0").replace("/", "~1")
            yield from shown(value, f"{pointer}/{token}")


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_every_example_validates(path: Path) -> None:
    """An example that a schema describes as JSON fits it."""
    document: Json = yaml.safe_load(path.read_text("utf-8"))
    registry = jsonschema_rs.Registry([(BASE, document)])
    found = list(shown(document))
    assert len(found) >= 3
    for pointer, media, value in found:
        reference = {"$ref": f"{BASE}{quote(pointer, safe='#/~')}"}
        validator = jsonschema_rs.Draft202012Validator(reference, registry=registry)
        if not media.endswith("/jsv"):
            assert validator.is_valid(value), (pointer, value)


def test_examples_of_jsv_are_those_of_json() -> None:
    """The strings in JSV say what the examples in JSON say, and those fit their schemas."""
    document: Json = yaml.safe_load((SPECS[0].parent / "futa-bus.yaml").read_text())
    found = list(shown(document))
    written = [value for _, media, value in found if media == "text/jsv"]
    meant = [jsv(value) for _, media, value in found if media == "application/json"]
    assert len(written) == 2
    assert set(written) < set(meant)
