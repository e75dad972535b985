"""References to other machines: only where that was asked for, and only once."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from specloom.read import Source, read
from specloom.report import Report

HOSTS = frozenset({"127.0.0.1"})


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; `/away.yaml` leads to another host."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve, or send away."""
        if self.path == "/away.yaml":
            self.send_response(302)
            self.send_header("Location", "https://elsewhere.invalid/a.yaml")
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a folder with two files, one of which refers to the other."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "pets.yaml").write_text("Pet: {$ref: 'more/name.yaml#/Name'}\n")
    (folder / "more").mkdir()
    (folder / "more" / "name.yaml").write_text("Name: {type: string}\n")
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def reading(
    folder: Path, reference: str, hosts: frozenset[str] = HOSTS
) -> tuple[Source, list[str]]:
    """Read a document with one reference; the source, and what was said."""
    document = folder / "openapi.yaml"
    document.write_text(f"openapi: 3.1.0\nx: {{$ref: '{reference}'}}\n")
    report = Report()
    source = read(document, report, allowed=folder, hosts=hosts)
    assert source is not None
    return source, [f"{each.code} {each.message}" for each in report.diagnostics]


def test_nothing_is_fetched_unless_its_host_is_allowed(
    tmp_path: Path, served: str
) -> None:
    """Without `--allow-remote` a remote reference is a finding, and no request."""
    source, said = reading(tmp_path, f"{served}/pets.yaml#/Pet", frozenset())
    assert list(source.files) == [""]
    assert said == [f"SP205 {served}/pets.yaml is on another machine"]


def test_each_reference_to_what_is_not_had_is_told(tmp_path: Path) -> None:
    """Two references to one file lose two things: each has its place."""
    document = tmp_path / "a.yaml"
    document.write_text(
        "a: {$ref: 'https://s.test/a#/A'}\nb: {$ref: 'https://s.test/a#/B'}\n"
    )
    report = Report()
    assert read(document, report) is not None
    assert [each.pointer for each in report.diagnostics] == ["#/a/$ref", "#/b/$ref"]


def test_the_lock_makes_later_runs_offline(tmp_path: Path, served: str) -> None:
    """What was fetched, files that it refers to included, is read from the lock."""
    source, said = reading(tmp_path, f"{served}/pets.yaml#/Pet")
    assert (said, len(source.files)) == ([], 3)
    source.remote.pin()
    again, said = reading(tmp_path, f"{served}/pets.yaml#/Pet", frozenset())
    assert said == []
    assert {n: f.text for n, f in again.files.items()} == {
        name: file.text for name, file in source.files.items()
    }


def test_a_lock_that_was_changed_is_refused(tmp_path: Path, served: str) -> None:
    """A text that is not what was fetched is never read."""
    source, _ = reading(tmp_path, f"{served}/pets.yaml#/Pet")
    source.remote.pin()
    lock = source.remote.lock
    lock.write_text(lock.read_text().replace("Pet:", "Cat:"))
    assert json.loads(lock.read_text())
    _, said = reading(tmp_path, f"{served}/pets.yaml#/Pet")
    assert said == ["SP205 its copy in specloom.lock is not what was fetched"]


@pytest.mark.parametrize("path", ["away.yaml", "missing.yaml"])
def test_what_leads_elsewhere_or_nowhere_is_a_finding(
    tmp_path: Path, served: str, path: str
) -> None:
    """Redirects to other hosts are not followed, and errors are told."""
    source, said = reading(tmp_path, f"{served}/{path}#/Pet")
    assert list(source.files) == [""]
    assert len(said) == 1
    assert said[0].startswith("SP205 ")
