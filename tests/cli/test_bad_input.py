"""Whatever a file holds, it is generated from or told what is wrong, at once."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from specloom.cli import commands

HEAD: Final = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n"
JSON: Final = '{"openapi": "3.1.0", "info": {"title": "S", "version": "1"}, "paths": {}'
DEEP: Final = 100_000
BOMB: Final = "x-0: &a0 [1, 1]\n" + "".join(
    f"x-{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
)
CASES: Final[dict[str, tuple[str, str | bytes, str]]] = {
    # name -> file, contents, the finding's code
    "empty": ("a.yaml", "", "SP111"),
    "only blanks": ("a.json", " \n\n", "SP111"),
    "truncated": ("a.json", JSON[:-20], "SP104"),
    "compressed": ("a.json", gzip.compress(HEAD.encode()), "SP102"),
    "a web page": ("a.yaml", "<!doctype html><html></html>", "SP202"),
    "prose": ("a.yaml", "hello world\n", "SP202"),
    "a list": ("a.json", "[1, 2]", "SP202"),
    "AsyncAPI": ("a.yaml", "asyncapi: 2.6.0\ninfo: {title: S}\nchannels: {}", "SP202"),
    "a later version": ("a.yaml", HEAD.replace("3.1.0", "9.9.9"), "SP203"),
    "an alias of itself": ("a.yaml", f"{HEAD}x-a: &a [*a]\n", "SP109"),
    "aliases of aliases": ("a.yaml", HEAD + BOMB, "SP108"),
    "deep JSON": ("a.json", f'{JSON}, "x": {"[" * DEEP}{"]" * DEEP}}}', "SP106"),
    "deep YAML": ("a.yaml", f"{HEAD}x: {'[' * DEEP}{']' * DEEP}\n", "SP103"),
    "a deep schema": (
        "a.json",
        f'{JSON}, "components": {{"schemas": {{"A": '
        f'{{"items": {"[" * DEEP}{"]" * DEEP}}}}}}}}}',
        "SP106",
    ),
    "two documents": ("a.yaml", HEAD + HEAD, "SP105"),
}
LONG: Final = "name_" * 12_000
NAMED: Final = f"""
openapi: 3.1.0
info: {{title: {LONG}, version: '1'}}
paths:
  /a: {{get: {{tags: [{LONG}], operationId: {LONG}, responses: {{'204': {{description: ok}}}}}}}}
"""
SLOW: Final = f"""{HEAD.replace("{}", "")}
  /a:
    get:
      parameters: [{{name: a, in: query, example: {"a" * 28}!, schema: {{type: string, pattern: ^(a+)+$}}}}]
      responses: {{'204': {{description: ok}}}}
"""
MANY: Final = f"""{HEAD.replace("{}", "")}
  /a:
    post:
      requestBody: {{required: true, content: {{application/json: {{schema: {
    "{type: array, minItems: 60, items: " * 5
}{{type: string}}{"}" * 5}}}}}}}
      responses: {{'204': {{description: ok}}}}
"""
READ: Final[dict[str, bytes]] = {
    "UTF-16": HEAD.encode("utf-16"),
    "UTF-16 without a mark": HEAD.encode("utf-16-le"),
    "UTF-32": HEAD.encode("utf-32"),
    "a byte-order mark": HEAD.encode("utf-8-sig"),
    "control characters": HEAD.replace("Shop", "Sh\x00\x07op").encode(),
    "a lone surrogate": (JSON.replace('"S"', '"\\ud800"') + "}").encode(),
    "a tag that would run code": f"{HEAD}x-a: !!python/object/apply:os._exit [9]".encode(),
    "a number of 100,000 digits": f"{HEAD}x-a: 1{'0' * DEEP}\n".encode(),
    "names of 60,000 characters": NAMED.encode(),
    "777,600,000 values": MANY.encode(),
    "a pattern that takes for ever": SLOW.encode(),
    "50 MB": f"{HEAD}x-a: {json.dumps('a' * 50_000_000)}\n".encode(),
}
SECONDS: Final = 30
"""No file takes longer, however slow the machine; most take hundredths."""


def generate(name: str) -> tuple[int, str]:
    """The exit code, and all that was said."""
    started = time.monotonic()
    made = CliRunner().invoke(commands, ["generate", name, "--output", "out"])
    assert made.exception is None or isinstance(made.exception, SystemExit)
    assert time.monotonic() - started < SECONDS
    return made.exit_code, made.output


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_read_is_told(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1, and a finding with its code; nothing is written."""
    name, contents, code = CASES[case]
    monkeypatch.chdir(tmp_path)
    data = contents.encode() if isinstance(contents, str) else contents
    Path(name).write_bytes(data)
    exit_code, said = generate(name)
    assert (exit_code, f"error {code} " in said) == (1, True), said[:500]
    assert len(said) < 5_000


@pytest.mark.parametrize("case", READ)
def test_what_is_odd_is_read_all_the_same(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package comes out, whatever the encoding, the size or what is hidden in it."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(READ[case])
    exit_code, said = generate("a.yaml")
    assert exit_code == 0, said[:500]
    assert [*Path("out").glob("*/*/client.py")]


def test_a_folder_is_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder in the place of a document is told."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").mkdir()
    exit_code, said = generate("a.yaml")
    assert exit_code == 1
    assert "error SP101 " in said
