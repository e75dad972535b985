"""The fixtures and hooks of a package's own tests: clients of either kind, and a network."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Generic, TypeVar, cast

import pytest

from .members import MODELS, UNIONS
from .network import AsyncWire, Bound, Wire
from .objects import named
from .statements import KINDS, Client, Operation, label

__all__ = [
    "Subject",
    "client",
    "environment",
    "given",
    "make",
    "pytest_generate_tests",
    "pytest_pycollect_makeitem",
    "root",
    "stated",
    "wire",
]

ClientT = TypeVar("ClientT")
FunctionT = TypeVar("FunctionT", bound=Callable[..., None])

for _name in ("clients", "promises"):
    pytest.register_assert_rewrite(f"{__package__}.{_name}")

PREFIX: Final = f"{__name__.partition('.')[0]}_".upper()
"""How the package's environment variables begin."""


@dataclass(frozen=True)
class Subject(Generic[ClientT]):
    """The client that is tested, of either kind, and what it is made with."""

    kind: type[ClientT]
    asynchronous: type[object]
    root: str = ""
    """Where calls go, unless an operation says where."""
    credentials: Mapping[str, object] = field(default_factory=dict[str, object])
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    """What else it cannot be without."""


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the environment of whoever runs the tests says nothing here."""
    for name in list(os.environ):
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


@pytest.fixture
def wire() -> Wire:
    """A network that answers as it is told."""
    return Wire()


@pytest.fixture(params=["sync", "async"])
def make(
    request: pytest.FixtureRequest, wire: Wire, subject: Subject[ClientT]
) -> Callable[..., ClientT]:
    """Makes clients of either kind: each test runs with both."""
    if request.param == "sync":
        return partial(cast("Callable[..., ClientT]", subject.kind), transport=wire)

    new = cast("Callable[..., object]", subject.asynchronous)

    def made(**arguments: object) -> ClientT:
        return cast("ClientT", Bound(new(**arguments, transport=AsyncWire(wire))))

    return made


@pytest.fixture
def client(make: Callable[..., ClientT], given: Mapping[str, object]) -> ClientT:
    """A client with made-up credentials, to which nothing strange may be said."""
    return make(**given, strict=True)


@pytest.fixture
def root(subject: Subject[ClientT]) -> str:
    """Where calls go, unless an operation says where."""
    return subject.root


@pytest.fixture
def given(subject: Subject[ClientT]) -> Mapping[str, object]:
    """What clients are made with: credentials, and what else they cannot be without."""
    return {**subject.credentials, **subject.settings}


@pytest.fixture
def stated(request: pytest.FixtureRequest) -> Client:
    """What a module states of the client."""
    return cast("Client", facts(cast("Any", request).module)["CLIENT"])


def needs(name: str) -> Callable[[FunctionT], FunctionT]:
    """A test of what a client may or may not state."""

    def noted(test: FunctionT) -> FunctionT:
        test.__dict__["need"] = name
        return test

    return noted


def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> list[pytest.Item] | None:
    """Leave out the promises for which a module states nothing."""
    if not (name.startswith("test_") and inspect.isfunction(obj)):
        return None
    said = facts(cast("Any", collector.getparent(pytest.Module)).obj)
    need = cast("str", getattr(obj, "need", ""))
    if need:
        return None if getattr(said.get("CLIENT"), need, None) else []
    names = inspect.signature(obj).parameters
    kind = next((KINDS[each] for each in KINDS if each in names), None)
    if kind is not None and not any(it.every(kind) for it in operations(said)):
        return []
    return [] if "union" in names and not UNIONS else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what holds for all with every model, and every operation of the module."""
    names = metafunc.fixturenames
    if "model" in names:
        metafunc.parametrize("model", MODELS, ids=named)
    if "union" in names:
        metafunc.parametrize("union", UNIONS)
    said = facts(cast("Any", metafunc).module)
    if "reads" in names:
        every_read = cast("Client", said["CLIENT"]).reads
        ids = [each.operation.name for each in every_read]
        metafunc.parametrize("reads", every_read, ids=ids)
    if "operation" not in names:
        return
    every = operations(said)
    kind = next((kind for kind in KINDS if kind in names), "")
    if not kind:
        metafunc.parametrize("operation", every, ids=[each.name for each in every])
        return
    cases = [(each, said) for each in every for said in each.every(KINDS[kind])]
    ids = [f"{each.name}-{label(said)}" for each, said in cases]
    metafunc.parametrize(("operation", kind), cases, ids=ids)


def facts(module: object) -> Mapping[str, object]:
    """What a module of tests defines."""
    return vars(module)


def operations(stated: Mapping[str, object]) -> list[Operation[Any]]:
    """What a module states of operations."""
    return [each for each in stated.values() if isinstance(each, Operation)]
