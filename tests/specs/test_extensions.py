"""`specs/README.md` says of each extension what its JSON Schema says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from tests.support.trees import Json, members

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "specs" / "README.md").read_text("utf-8")
FILE = ROOT / "generator" / "specloom" / "check" / "extensions.json"
SCHEMAS: dict[str, Json] = json.loads(FILE.read_text("utf-8"))["properties"]
SECTIONS: dict[str, str] = {
    part.partition("`")[0]: part for part in TEXT.split("\n### `")[1:]
}


def keys(schema: Json, path: str = "") -> Iterator[tuple[str, bool]]:
    """Every key that a schema knows, as the pages write it, and whether it is required."""
    for alternative in schema.get("anyOf", ()):
        if alternative.get("type") != "array":
            yield from keys(alternative, path)
    required = schema.get("required", ())
    for key, value in members(schema.get("properties")).items():
        yield f"{path}{key}", key in required
        yield from keys(value, f"{path}{key}.")
        yield from keys(value.get("items", {}), f"{path}{key}[].")


def test_each_extension_has_a_section() -> None:
    """No extension is read that the page does not describe, and the other way round."""
    assert sorted(SECTIONS) == sorted(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_table_has_each_key(name: str) -> None:
    """Every key is a row, which says whether the key is required."""
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", SECTIONS[name], re.MULTILINE)
    told = {(key, type_.strip().endswith(", required")) for key, type_ in rows}
    assert told == set(keys(SCHEMAS[name]))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_example_is_valid(name: str) -> None:
    """The example is a mapping with the extension, and its value has the right form."""
    (example,) = re.findall(r"```yaml\n(.*?)```", SECTIONS[name], re.DOTALL)
    tree: Json = yaml.safe_load(example)
    assert list(tree) == [name]
    assert jsonschema_rs.Draft202012Validator(SCHEMAS[name]).is_valid(tree[name])
