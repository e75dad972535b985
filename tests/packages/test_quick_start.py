"""The programs of each README, run as printed, against services that behave like the real ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from venv import EnvBuilder

import pytest

from tests.support import standin
from tests.support.standin import Received, Service, StandIn

GENERATED = Path(__file__).parents[2] / "generated"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A package, the service that it talks to, and what its programs say and send."""

    distribution: str
    service: Service
    credentials: dict[str, str]
    said: str
    sent: tuple[str, str]
    programs: int = 2

    @property
    def blocks(self) -> list[str]:
        """The programs of the README."""
        text = (GENERATED / self.distribution / "README.md").read_text("utf-8")
        return BLOCK.findall(text)


CASES = (
    Case(
        distribution="ahamove-v1",
        service=standin.ahamove_v1,
        credentials={"AHAMOVE_V1_API_KEY": standin.API_KEY},
        said="AccountToken(token='***', refresh_token='***')",
        sent=("GET", "/v1/partner/register_account"),
    ),
    Case(
        distribution="ahamove-v3",
        service=standin.ahamove_v3,
        credentials={"AHAMOVE_V3_TOKEN": standin.TOKEN},
        said="AccountToken(token='***', refresh_token='***')",
        sent=("POST", "/v3/accounts"),
    ),
    Case(
        distribution="futa-bus",
        service=standin.futa,
        credentials={},
        said="AuthenticateResponse(user_id='007'",
        sent=("POST", "/api/createuser"),
        programs=3,
    ),
    Case(
        distribution="quantum-metal",
        service=standin.metal,
        credentials={
            "QUANTUM_METAL_KEY": standin.API_KEY,
            "QUANTUM_METAL_SECRET": standin.SECRET,
        },
        said="RegistrationSession(session_id='s-1'",
        sent=("POST", "/v1/customer/register"),
    ),
)


@pytest.fixture(params=CASES, ids=lambda case: case.distribution)
def case(request: pytest.FixtureRequest) -> Case:
    """Each of the four packages."""
    found: Case = request.param
    return found


@pytest.fixture
def service(case: Case) -> Iterator[StandIn]:
    """The service, running."""
    with standin.serving(case.service) as running:
        yield running


def run(python: Path | str, program: str, case: Case, url: str, path: str = "") -> str:
    """What a program prints."""
    base = f"{case.distribution.replace('-', '_')}_base_url".upper()
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": path,
        base: url,
        **case.credentials,
    }
    done = subprocess.run(
        [str(python), "-W", "error", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_program_of_a_readme_runs_as_printed(
    case: Case, service: StandIn
) -> None:
    """Each program makes its call, and prints what the service answered."""
    assert len(case.blocks) == case.programs
    for program in case.blocks:
        path = str(GENERATED / case.distribution)
        printed = run(sys.executable, program, case, service.url, path)
        assert case.said in printed
        sent: Received = service.received[-1]
        assert (sent.method, sent.path) == case.sent


def test_futa_sends_jsv_with_its_length() -> None:
    """The program for JSV sends a body with Content-Length, for FUTA reads no other."""
    (futa,) = (each for each in CASES if each.distribution == "futa-bus")
    path = str(GENERATED / futa.distribution)
    with standin.serving(standin.futa) as service:
        run(sys.executable, futa.blocks[2], futa, service.url, path)
    (sent,) = service.received
    assert sent.headers["content-type"] == "text/jsv"
    assert sent.headers["content-length"] == str(len(sent.body))
    assert "transfer-encoding" not in sent.headers
    assert sent.body.startswith(b"{Email:String,")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment with the four packages and nothing else."""
    folder = tmp_path_factory.mktemp("fresh")
    EnvBuilder(with_pip=True).create(folder)
    python = folder / "bin" / "python"
    packages = [str(GENERATED / each.distribution) for each in CASES]
    command = [str(python), "-m", "pip", "install", "--quiet", *packages]
    subprocess.run(command, check=True, timeout=300, capture_output=True)
    return python


def test_an_installed_package_needs_nothing_else(
    installed: Path, case: Case, service: StandIn
) -> None:
    """`pip install ./generated/<name>` is all that the first program needs."""
    assert case.said in run(installed, case.blocks[0], case, service.url)
