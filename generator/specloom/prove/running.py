"""A package's own tests, run against its mutants in forked processes."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import CodeType
from typing import TYPE_CHECKING

from .mutant import Mutant

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["Verdict", "passes", "prepared", "verdicts"]

LIMIT = 60.0
"""Seconds: a mutant that makes the tests run longer is found out, too."""
OPTIONS = ("-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider")
FOUND = (1, 2)
"""Exit codes of pytest that mean failing tests, or modules that cannot be imported."""
NOTHING = 5
"""The exit code of pytest where no test was chosen."""
KNOWN = ("asyncio", "msgspec", "pytest", "email", "_pytest.assertion.rewrite")
"""What every run needs, imported once, before the processes part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the tests of a package fail for a mutant."""

    mutant: Mutant
    killed: bool


class Loader(SourceFileLoader):
    """Loads a module from another text, and keeps no byte code of it."""

    def __init__(self, fullname: str, path: str, text: str) -> None:
        super().__init__(fullname, path)
        self.text = text

    def get_code(self, fullname: str) -> CodeType:
        """The code of the text."""
        return self.source_to_code(self.text.encode(), self.path)


class Finder:
    """Finds one module: the broken one."""

    def __init__(self, folder: Path, mutant: Mutant) -> None:
        self.name = mutant.path.removesuffix(".py").replace("/", ".")
        self.path = str(folder / mutant.path)
        self.text = mutant.after

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """The broken module, if it is asked for."""
        if fullname != self.name:
            return None
        loader = Loader(fullname, self.path, self.text)
        return spec_from_file_location(fullname, self.path, loader=loader)


def passes(folder: Path) -> bool:
    """Whether the tests pass as they are."""
    return _wait(_start(folder, None)) == 0


@contextmanager
def prepared() -> Generator[None]:
    """Import what every run needs, and keep byte code away from the package."""
    for name in KNOWN:
        importlib.import_module(name)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    with TemporaryDirectory() as folder:
        prefix, sys.pycache_prefix = sys.pycache_prefix, folder
        try:
            yield
        finally:
            sys.pycache_prefix, sys.dont_write_bytecode = prefix, writes


def verdicts(
    folder: Path, mutants: Iterable[Mutant], workers: int
) -> Iterator[Verdict]:
    """The verdict about each mutant, as they come."""
    running: dict[int, tuple[Mutant, float]] = {}
    waiting = iter(mutants)
    done = False
    while running or not done:
        while len(running) < workers and not done:
            mutant = next(waiting, None)
            if mutant is None:
                done = True
            else:
                running[_start(folder, mutant)] = (mutant, monotonic())
        if running:
            pid, status = _next(running)
            mutant, _ = running.pop(pid)
            yield Verdict(mutant=mutant, killed=_killed(status))


def _killed(status: int) -> bool:
    """Whether the tests failed, or the process died of the break.

    Raises:
        RuntimeError: pytest could not run.
    """
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, *FOUND) and code > 0:
        raise RuntimeError(f"pytest ended with {code}")
    return code != 0


def _next(running: dict[int, tuple[Mutant, float]]) -> tuple[int, int]:
    """The process that ended first; one that takes too long is ended."""
    while True:
        for pid, (_, began) in running.items():
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return pid, status
            if monotonic() - began > LIMIT:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return pid, 1
        signal.sigtimedwait([], 0.004)


def _wait(pid: int) -> int:
    return os.waitpid(pid, 0)[1]


def _start(folder: Path, mutant: Mutant | None) -> int:
    """Fork; the child runs the tests and ends with their exit code."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.chdir(folder)
        code = _run(folder, mutant)
    finally:
        os._exit(code)


def _run(folder: Path, mutant: Mutant | None) -> int:
    import pytest

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(folder))
    if mutant is not None:
        sys.meta_path.insert(0, Finder(folder, mutant))
    for chosen in _ordered(folder, mutant):
        code = int(pytest.main([*OPTIONS, *chosen]))
        if code not in (0, NOTHING):
            return code
    return 0


def _ordered(folder: Path, mutant: Mutant | None) -> Iterator[list[str]]:
    """What pytest is given, one module after the other: what most likely fails first.

    A module is collected when its turn comes, which large packages need not wait for.
    """
    paths = sorted((folder / "tests").glob("test_*.py"), key=lambda p: p.stat().st_size)
    names = [f"tests/{path.name}" for path in paths]
    if mutant is not None:
        first = f"tests/test_{Path(mutant.path).stem}.py"
        names.sort(key=lambda name: name != first)
        if first in names and mutant.owners:
            yield [first, "-k", " or ".join(mutant.owners)]
    for name in names:
        yield [name]
