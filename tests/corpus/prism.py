"""What clients send, judged by a running Prism (`@stoplight/prism-cli`, from npm).

    python -m tests.corpus.prism [DOCUMENT ...]

Without documents: those of `specs`, and the smaller ones of the corpus. Prism mocks each
document with errors on; every operation is called once with what is required and once
with everything, and what Prism refuses is listed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import httpx2

from tests.support.trees import items, members

from .documents import CORPUS, operations, paths
from .mismatches import reason_of
from .wire import BASE, requests

SPECS: Final = Path(__file__).parents[2] / "specs"
PRISM: Final = ("npx", "--yes", "@stoplight/prism-cli@5", "mock", "--errors")
MOST: Final = 20
"""Documents with no more operations are taken from the corpus."""
COUNT: Final = 20
PATIENCE: Final = 90.0
"""Seconds until Prism answers."""
OWN: Final = (
    "NO_COMPLEX_OBJECT_TEXT",
    "NO_RESPONSE_DEFINED",
    "NO_RESPONSE_RESPONSE_DEFINED",
    "NOT_ACCEPTABLE",
    "UNKNOWN",
)
"""Troubles that Prism has with making an answer up; the request was taken."""
PROBLEM: Final = "https://stoplight.io/prism/errors#"


def chosen() -> Iterator[Path]:
    """The documents of `specs`, then of the corpus."""
    yield from sorted(SPECS.glob("*.yaml"))
    if CORPUS.is_dir():
        few = (
            path
            for path in paths("real")
            if path.stat().st_size < 200_000
            and sum(1 for _ in operations(path)) <= MOST
        )
        yield from list(few)[:COUNT]


@contextmanager
def prism(document: Path) -> Generator[str]:
    """The address of a Prism that mocks a document."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (*PRISM, "--port", str(port), str(document))
    with tempfile.TemporaryFile() as log:
        # npx starts others, which would outlive it.
        process = subprocess.Popen(
            command, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until somebody listens.

    Raises:
        RuntimeError: Prism refuses the document, or is too slow.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("Prism refuses the document")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"Prism did not start in {PATIENCE:.0f} s")


def judged(client: httpx2.Client, address: str, request: Any) -> str:
    """What Prism says of a request, "" for nothing.

    What it says of the answer that it made up itself is no matter of the request's.
    """
    try:
        answer = client.request(
            request.method,
            str(request.url).replace(BASE, address),
            headers=list(request.headers.pairs),
            content=request.body,
        )
    except httpx2.TimeoutException:
        return "Prism makes no answer up in time"
    try:
        problem = members(answer.json())
    except ValueError:
        return ""
    kind = str(problem.get("type", ""))
    name = kind.removeprefix(PROBLEM)
    if name == kind or name in OWN:
        return ""
    found = [members(each) for each in items(problem.get("validation"))]
    told = [each for each in found if items(each.get("location"))[:1] != ["response"]]
    if found and not told:
        return ""
    return f"{name}: {json.dumps(told or problem.get('detail'))}"[:300]


def check(document: Path) -> Iterator[tuple[str, str]]:
    """Each request of a document and what is wrong with it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        prism(document) as address,
        httpx2.Client(timeout=30, follow_redirects=False) as client,
    ):
        for where, request in requests(document, Path(folder)):
            if isinstance(request, str):
                yield where, request
            else:
                yield where, judged(client, address, request)


def main() -> None:
    """Check documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path)
    options = parser.parse_args()
    if shutil.which("npx") is None:
        print("npx is not here: there is no Prism to ask")
        return
    total = wrong = known = 0
    for document in options.documents or chosen():
        try:
            found = [*check(document)]
        except RuntimeError as error:
            print(f"{document.name}: {error}")
            continue
        told = [(where, what) for where, what in found if what]
        said = [it for it in told if not reason_of(document.name, *it)]
        total, wrong = total + len(found), wrong + len(said)
        known += len(told) - len(said)
        explained = len(told) - len(said)
        line = f"{len(found)} requests, {explained} refusals explained, {len(said)} not"
        print(f"{document.name}: {line}", flush=True)
        for where, what in said:
            print(f"      {where}: {what}")
    print(f"{total} requests, {known} refusals explained, {wrong} not")


if __name__ == "__main__":
    main()
