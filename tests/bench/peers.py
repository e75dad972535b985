"""The same document in the clients of others: what import, decoding and a call cost.

    python -m tests.bench.peers

openapi-python-client, OpenAPI Generator and crozier (Fern's output) are installed from
PyPI into `.cache/peers`; OpenAPI Generator needs Java. Each client is measured in fresh
interpreters, in turns: import with construction, 1,000 records from bytes, a call that
answers 1 kB. What is printed is CPU, and in brackets the ratio to ours.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from tests.support.canned import RECORD, answering  # noqa: E402

HOME = ROOT / ".cache" / "peers"
ROUNDS = 5
REQUIRED = (
    *("openapi-python-client", "openapi-generator-cli", "crozier", "ruff"),
    *("httpx2", "msgspec", "httpx", "attrs", "pydantic", "python-dateutil", "urllib3"),
)
TEXT = {"type": "string"}
ADDRESS = {"street": TEXT, "city": TEXT, "zip": TEXT}
MEMBERS = {
    "id": TEXT,
    "name": TEXT,
    "email": TEXT,
    "status": {"type": "string", "enum": ["active", "closed"]},
    "balance": {"type": "integer"},
    "verified": {"type": "boolean"},
    "created_at": {"type": "string", "format": "date-time"},
    "tags": {"type": "array", "items": TEXT},
    "address": {"$ref": "#/components/schemas/Address"},
}
PAGE = {
    "data": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}},
    "has_more": {"type": "boolean"},
}


def whole(members: object) -> dict[str, object]:
    """An object whose members are all required."""
    assert isinstance(members, dict)
    return {"type": "object", "required": [*members], "properties": members}


DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Records", "version": "1.0.0"},
    "servers": [{"url": "http://127.0.0.1"}],
    "paths": {
        "/records/{size}": {
            "get": {
                "operationId": "readRecords",
                "tags": ["records"],
                "parameters": [
                    {
                        "name": "size",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer"},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "A page.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Page"}
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Address": whole(ADDRESS),
            "Record": whole(MEMBERS),
            "Page": whole(PAGE),
        }
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A generator, and how its client is used."""

    name: str
    command: tuple[str, ...]
    """In the folder of the document `records.json`."""
    path: str
    """Where the package stands then."""
    first: str
    """Imports the package and makes a client of `url`."""
    decode: str
    """Makes a page of `data`."""
    call: str
    """Reads 1 kB."""


PEERS = (
    Peer(
        name="specloom",
        command=("specloom", "generate", "records.json", "--output", "ours"),
        path="ours/records",
        first="import records\nclient = records.Records(base_url=url)",
        decode="codec.decode(data, Page, 'application/json')[0]",
        call="client.records.read(size=1000)",
    ),
    Peer(
        name="openapi-python-client",
        command=(
            *("openapi-python-client", "generate", "--path", "records.json"),
            *("--meta", "none", "--output-path", "opc/opc"),
        ),
        path="opc",
        first=(
            "from opc import Client\n"
            "from opc.api.records import read_records\n"
            "client = Client(base_url=url)"
        ),
        decode="Page.from_dict(json.loads(data))",
        call="read_records.sync(1000, client=client)",
    ),
    Peer(
        name="OpenAPI Generator",
        command=(
            *("openapi-generator-cli", "generate", "-g", "python"),
            *("-i", "records.json", "-o", "oag"),
        ),
        path="oag",
        first=(
            "import openapi_client\n"
            "known = openapi_client.Configuration(host=url)\n"
            "client = openapi_client.RecordsApi(openapi_client.ApiClient(known))"
        ),
        decode="Page.from_dict(json.loads(data))",
        call="client.read_records(1000)",
    ),
    Peer(
        name="crozier (Fern)",
        command=(
            *("crozier", "generate", "python", "--spec", "records.json"),
            *("--output", "cro", "--package-name", "cro"),
        ),
        path="cro/src",
        first="from cro import CroApi\nclient = CroApi(base_url=url)",
        decode="parse_obj_as(type_=Page, object_=json.loads(data))",
        call="client.records.read_records(1000)",
    ),
)
MODELS = {
    "specloom": "from records.models import Page\nfrom records._runtime import codec",
    "openapi-python-client": "from opc.models import Page",
    "OpenAPI Generator": "from openapi_client import Page",
    "crozier (Fern)": (
        "from cro import Page\nfrom cro.core.pydantic_utilities import parse_obj_as"
    ),
}
MEASURED = """
import json, sys
from statistics import median
from time import process_time

url = sys.argv[1]
data = sys.stdin.buffer.read()


def spent(times, once):
    once()
    found = []
    for _ in range(times):
        began = process_time()
        once()
        found.append(process_time() - began)
    return median(found)


began = process_time()
{first}
imported = process_time() - began
{models}
page = {decode}
assert len(page.data) == 1000 and page.data[0].address.city, page
assert len({call}.data) > 1
decoded = spent(20, lambda: {decode})
began = process_time()
for _ in range(300):
    {call}
print(json.dumps([imported, decoded, (process_time() - began) / 300]))
"""


def program(name: str) -> str:
    """A program of the environment of the peers."""
    return str(HOME / "bin" / name)


def equipped() -> bool:
    """Whether the peers are there; they are installed once."""
    if (HOME / ".ready").exists():
        return True
    venv.create(HOME, with_pip=True)
    done = subprocess.run(
        [program("python"), "-m", "pip", "install", "--quiet", *REQUIRED], check=False
    )
    if done.returncode == 0:
        (HOME / ".ready").touch()
    return done.returncode == 0


def generated(peer: Peer, folder: Path) -> bool:
    """Whether a peer wrote its client."""
    search = f"{HOME / 'bin'}{os.pathsep}{Path(sys.executable).parent}"
    path = f"{search}{os.pathsep}{os.environ['PATH']}"
    found = shutil.which(peer.command[0], path=path)
    if found is None:
        return False
    (folder / peer.path).parent.mkdir(exist_ok=True)
    done = subprocess.run(
        [found, *peer.command[1:]],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{peer.name} wrote nothing: {(done.stderr or done.stdout)[-300:]}")
    return done.returncode == 0


def measured(peer: Peer, folder: Path, url: str, data: bytes) -> list[float]:
    """CPU seconds of import, decoding and a call."""
    code = MEASURED.format(
        first=peer.first, models=MODELS[peer.name], decode=peer.decode, call=peer.call
    )
    done = subprocess.run(
        [program("python"), "-c", code, url],
        cwd=folder / peer.path,
        input=data,
        stdout=subprocess.PIPE,
        check=True,
    )
    times: list[float] = json.loads(done.stdout)
    return times


def rows(url: str) -> Iterator[tuple[str, list[float]]]:
    """Each peer with its medians."""
    data = json.dumps({"data": [RECORD] * 1000, "has_more": False}).encode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "records.json").write_text(json.dumps(DOCUMENT))
        peers = [peer for peer in PEERS if generated(peer, folder)]
        for peer in peers:
            measured(peer, folder, url, data)  # compiles what is not yet
        times = [
            [measured(peer, folder, url, data) for peer in peers] for _ in range(ROUNDS)
        ]
    for index, peer in enumerate(peers):
        columns = zip(*(found[index] for found in times), strict=True)
        yield peer.name, [statistics.median(column) for column in columns]


def main() -> None:
    """Measure and print."""
    if not equipped():
        print("the peers cannot be had from PyPI")
        return
    with answering() as url:
        found = list(rows(url))
    ours = found[0][1]
    for name, times in found:
        shown = "   ".join(
            f"{what} {seconds * 1e3:7.2f} ms ({seconds / own:5.2f})"
            for what, seconds, own in zip(
                ("import", "decode", "call"), times, ours, strict=True
            )
        )
        print(f"{name:<22} {shown}")


if __name__ == "__main__":
    main()
