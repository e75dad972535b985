"""A document is all the files that it may read, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.read import read
from specloom.report import Report

from .conftest import Reading

REF = "a: {{$ref: '{}'}}\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_unicode_in_every_encoding(reading: Reading, name: str, encoding: str) -> None:
    """A text reads the same however its characters are encoded."""
    outcome = reading({name: '{"info": "Đặt xe 😀"}'.encode(encoding)})
    assert (outcome.tree, outcome.codes) == ({"info": "Đặt xe 😀"}, [])


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"a: \xff\xfe\n", "SP102"), (b"", "SP111"), (b"\xef\xbb\xbf \n\n", "SP111")],
)
def test_what_is_no_text(reading: Reading, content: bytes, code: str) -> None:
    """Bytes that aren't text, and files without any, are refused with a reason."""
    outcome = reading({"a.yaml": content})
    assert (outcome.source, outcome.codes) == (None, [code])


def test_a_root_that_is_not_there(reading: Reading, tmp_path: Path) -> None:
    """A missing document and a folder in its place are reported, not raised."""
    (tmp_path / "b.yaml").mkdir()
    assert reading({"a.yaml": REF.format("b.yaml")}).codes == ["SP114"]
    (tmp_path / "a.yaml").unlink()
    for name in ("a.yaml", "b.yaml"):
        report = Report()
        assert read(tmp_path / name, report) is None
        assert [found.code for found in report.diagnostics] == ["SP101"]


def test_files_too_large_are_not_opened(reading: Reading, tmp_path: Path) -> None:
    """A file beyond 64 MB is refused by its size alone."""
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    outcome = reading({"a.yaml": REF.format("big.yaml")})
    assert (outcome.codes, outcome.marked) == (["SP107"], "1: 'big.yaml'")


def test_follows_references_from_file_to_file(reading: Reading) -> None:
    """Paths are relative to the file that they stand in, and a way back finds the root."""
    outcome = reading(
        {
            "api/root.yaml": REF.format("parts/a.yaml#/x"),
            "api/parts/a.yaml": "x: {$ref: '../../shared/b%20c.json#/y'}\n",
            "shared/b c.json": '{"y": {"$ref": "../api/root.yaml#/a"}, "z": '
            '{"$ref": "../api/parts/a.yaml"}}',
        }
    )
    assert outcome.codes == []
    assert outcome.source is not None
    assert list(outcome.source.files) == ["", "parts/a.yaml", "../shared/b c.json"]
    assert outcome.source.files["../shared/b c.json"].name == "../shared/b c.json"


def test_discriminators_name_files_too(reading: Reading) -> None:
    """A `mapping` value that looks like a file is followed; the name of a schema is not."""
    outcome = reading(
        {
            "a.yaml": "discriminator:\n  propertyName: t\n"
            "  mapping: {x: b.yaml, y: 'c.json#/z', z: Pet}\n",
            "b.yaml": "type: object\n",
            "c.json": "{}",
        }
    )
    assert outcome.source is not None
    assert list(outcome.source.files) == ["", "b.yaml", "c.json"]


def test_data_is_not_followed(reading: Reading) -> None:
    """A `$ref` inside an example or default is data; a property so named is a schema."""
    text = (
        "example: {}\n"
        "s:\n  example: {$ref: no1.yaml}\n  default: {$ref: no2.yaml}\n"
        "  examples: [{$ref: no3.yaml}]\n"
        "m:\n  examples: {e: {value: {$ref: no4.yaml}}}\n"
        "t:\n  properties:\n    default: {$ref: yes.yaml}\n    $ref: {type: string}\n"
    )
    outcome = reading({"a.yaml": text, "yes.yaml": "type: object\n"})
    assert outcome.source is not None
    assert list(outcome.source.files) == ["", "yes.yaml"]
    assert outcome.codes == []


def test_descriptions_in_files_of_their_own(reading: Reading) -> None:
    """A Markdown file is one string, whatever YAML would make of it."""
    outcome = reading({"a.yaml": REF.format("b.md"), "b.md": "# Hi: there: [\n"})
    assert outcome.source is not None
    assert outcome.source.files["b.md"].tree == "# Hi: there: [\n"


@pytest.mark.parametrize(
    "reference",
    ["https://example.com/a.yaml#/x", "//host/a.yaml", "file:///etc/passwd", "urn:x:y"],
)
def test_nothing_is_fetched(reading: Reading, reference: str) -> None:
    """A reference by URI is reported at its place."""
    outcome = reading({"a.yaml": REF.format(reference)})
    assert (outcome.codes, outcome.marked) == (["SP205"], f"1: '{reference}'")


@pytest.mark.parametrize(
    "reference",
    ["../outside.yaml", "/etc/hostname", "x/../../outside.yaml", "%2e%2e/outside.yaml"],
)
def test_nothing_outside_is_read(
    reading: Reading, tmp_path: Path, reference: str
) -> None:
    """Ways out of the allowed folder, and absolute ones, are reported and not taken."""
    (tmp_path / "outside.yaml").write_text("secret: 1\n", "utf-8")
    outcome = reading({"in/a.yaml": REF.format(reference)}, allowed=tmp_path / "in")
    assert outcome.source is not None
    assert list(outcome.source.files) == [""]
    assert (outcome.codes, outcome.marked) == (["SP115"], f"1: '{reference}'")


def test_links_do_not_lead_outside(reading: Reading, tmp_path: Path) -> None:
    """A symbolic link counts as what it leads to, and a loop of links as missing."""
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.yaml").write_text("secret: 1\n", "utf-8")
    (tmp_path / "in" / "b.yaml").symlink_to(tmp_path / "outside.yaml")
    (tmp_path / "in" / "c.yaml").symlink_to(tmp_path / "in" / "c.yaml")
    text = "a: {$ref: b.yaml}\nb: {$ref: c.yaml}\n"
    outcome = reading({"in/a.yaml": text}, allowed=tmp_path / "in")
    assert outcome.source is not None
    assert list(outcome.source.files) == [""]
    assert outcome.codes == ["SP115", "SP114"]


def test_the_checkout_is_the_limit(reading: Reading, tmp_path: Path) -> None:
    """Without other word a document may read its checkout, and else its own folder."""
    files: dict[str, str | bytes] = {
        "repo/api/a.yaml": REF.format("../b.yaml"),
        "repo/b.yaml": "x: 1\n",
    }
    assert reading(files, allowed=None).codes == ["SP115"]
    (tmp_path / "repo" / ".git").mkdir()
    assert reading(files, allowed=None).codes == []


def test_missing_parts_are_reported_where_they_are_wanted(reading: Reading) -> None:
    """A missing file is reported at its `$ref`, a broken one in itself."""
    outcome = reading(
        {"a.yaml": "a: {$ref: gone.yaml}\nb: {$ref: bad.json#/x}\n", "bad.json": "{\n]"}
    )
    assert [
        (found.path, found.diagnostic.code, found.position and found.position.line)
        for found in outcome.located
    ] == [("a.yaml", "SP114", 1), ("bad.json", "SP104", 2)]
