"""The oracle's JSV against the vectors that real implementations wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from specloom.check import check
from specloom.link import link
from specloom.oracle import Reading, jsv
from specloom.read import read
from specloom.report import Report

FILE = Path(__file__).parents[3] / "shared" / "jsv" / "vectors.json"
VECTORS: list[dict[str, Any]] = (
    [
        each
        for each in json.loads(FILE.read_text("utf-8"))
        if each["op"] in ("roundtrip", "encode")
        and each["class"] in ("core", "edge")
        and "recursive" not in str(each.get("note", ""))
    ]
    if FILE.exists()
    else []
)


@pytest.mark.skipif(not FILE.exists(), reason="../shared/jsv is not here")
def test_the_oracle_writes_every_vector(tmp_path: Path) -> None:
    """Each vector that is written comes out as ServiceStack wrote it."""
    schemas: dict[str, object] = {
        f"V{number}": each.get("schema_hint") or {}
        for number, each in enumerate(VECTORS)
    }
    tree: dict[str, object] = {
        "openapi": "3.1.1",
        "info": {"title": "JSV", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(tree), "utf-8")
    report = Report()
    source = read(path, report)
    assert source is not None
    checked = check(source, report)
    assert checked is not None
    reading = Reading(link(checked, report))
    wrong = {
        each["id"]: (each["jsv"], text)
        for number, each in enumerate(VECTORS)
        for text in (
            jsv.written(reading, f"#/components/schemas/V{number}", each["value"]),
        )
        if text != (each["jsv"] or "")
    }
    assert not wrong
    assert len(VECTORS) > 100
