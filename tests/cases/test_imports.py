"""What a program loads, and when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .conftest import Maker

DOCUMENT = """
paths:
  /things:
    get:
      operationId: listThings
      tags: [things]
      responses: {'204': {description: ok}}
"""
LOADED = """
import sys
import {package} as package
before = set(sys.modules)
{code}
names = (name.removeprefix("{package}.") for name in set(sys.modules) - before)
print(*sorted(names))
"""


def loaded(package: str, folder: Path, code: str) -> set[str]:
    """The modules that a program loads after the import of a package."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(package=package, code=code)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_a_client_costs_little_until_it_is_called(made: Maker, tmp_path: Path) -> None:
    """Making a client loads no codec, no transport and no model."""
    package = type(made(DOCUMENT).client).__module__.partition(".")[0]
    found = loaded(package, tmp_path, "package.Case()")
    assert "_runtime.client" in found
    late = {"models", "httpx2", "importlib.metadata", "email.utils"}
    parts = {"calls", "codec", "drafting", "drift", "hints", "http"}
    assert found.isdisjoint(late | {f"_runtime.{name}" for name in parts})


def test_preload_leaves_nothing_for_the_first_call(made: Maker, tmp_path: Path) -> None:
    """After it a call imports nothing of the package, nor of what speaks HTTP."""
    package = type(made(DOCUMENT).client).__module__.partition(".")[0]
    call = """
package.preload()
before |= set(sys.modules)
with package.Case(base_url="http://127.0.0.1:9", max_retries=0) as client:
    try:
        client.things.list()
    except package.errors.TransportError:
        pass
"""
    assert not {
        name
        for name in loaded(package, tmp_path, call)
        if name.startswith(("_runtime", "httpx2", "httpcore2", "h11", "anyio"))
    }
