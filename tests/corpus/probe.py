"""Runs inside a fresh interpreter: what of a package can be imported, called and decoded.

    python probe.py FOLDER IMPORT_NAME CALLS ANSWERS

`CALLS` is the `operations` of a report, `ANSWERS` a list of the answers that the document
promises. One object is printed.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Fault = tuple[str, BaseException]


def main() -> None:
    """Probe, and print what was found."""
    warnings.simplefilter("error")
    folder, name, calls, answers = sys.argv[1:]
    sys.path.insert(0, folder)
    faults: list[Fault] = []
    modules = list(imported(name, faults))
    listed = json.loads(Path(calls).read_text("utf-8"))
    reached = sum(callable_(call, faults) for call in listed)
    outcomes = {"decoded": 0, "drifted": 0, "refused": 0}
    try:
        operations = dict(constants(name))
        prepared(name, operations.values(), faults)
        promised = json.loads(Path(answers).read_text("utf-8"))
        decode(name, operations, promised, outcomes, faults)
    except Exception as error:
        faults.append(("decoders", error))
    print(
        json.dumps(
            {
                "modules": len(modules),
                "callable": reached,
                "broken": [shown(fault) for fault in faults],
                **outcomes,
            }
        )
    )


def shown(fault: Fault) -> str:
    """A fault on one line."""
    where, error = fault
    return f"{where}: {type(error).__name__}: {error}"[:400].replace("\n", " ")


def imported(name: str, faults: list[Fault]) -> Iterator[str]:
    """Import every module of a package, and what it imports lazily."""
    package = importlib.import_module(name)
    for info in pkgutil.walk_packages(package.__path__, f"{name}."):
        try:
            importlib.import_module(info.name)
            yield info.name
        except Exception as error:
            faults.append((info.name, error))
    try:
        package.preload()
        for exported in package.__all__:
            getattr(package, exported)
    except Exception as error:
        faults.append((name, error))


def callable_(call: dict[str, str], faults: list[Fault]) -> bool:
    """Whether an operation can be called, sync and async."""
    try:
        for path in (call["sync"], call["async"]):
            module, _, attribute = path.partition(":")
            value: Any = importlib.import_module(module)
            for part in attribute.split("."):
                value = getattr(value, part)
            assert callable(value)
    except Exception as error:
        faults.append((call["call"], error))
        return False
    return True


def constants(name: str) -> Iterator[tuple[tuple[str, str], Any]]:
    """Method and path -> the constant of every operation."""
    kind = importlib.import_module(f"{name}._runtime.operations").Operation
    package = importlib.import_module(f"{name}.operations")
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{name}.operations.{info.name}")
        for value in vars(module).values():
            if isinstance(value, kind):
                yield (value.method, value.path), value


def prepared(name: str, operations: Any, faults: list[Fault]) -> None:
    """Build every decoder."""
    codec = importlib.import_module(f"{name}._runtime.codec")
    for operation in operations:
        for outcome in (*operation.answers, *operation.failures):
            if outcome.type is not None:
                try:
                    codec.prepare(outcome.type)
                except Exception as error:
                    faults.append((operation.name, error))


def decode(
    name: str,
    operations: dict[tuple[str, str], Any],
    promised: list[list[str]],
    outcomes: dict[str, int],
    faults: list[Fault],
) -> None:
    """Decode what a document promises; an example may drift, for many are wrong."""
    codec = importlib.import_module(f"{name}._runtime.codec")
    failure = importlib.import_module(f"{name}._runtime.deviations").DecodeFailure
    for method, path, status, media_type, body, kind in promised:
        operation = operations.get((method, path))
        if operation is None:
            continue
        for outcome in (*operation.answers, *operation.failures):
            if (outcome.status, outcome.media_type) != (status, media_type):
                continue
            if outcome.envelope is not None or outcome.type is None:
                continue
            where = f"{operation.name} {status} {kind}"
            try:
                _, deviations = codec.decode(body.encode(), outcome.type, media_type)
            except failure as error:
                outcomes["refused"] += 1
                if kind != "example":
                    faults.append((where, error))
            except Exception as error:
                faults.append((where, error))
            else:
                outcomes["drifted" if deviations else "decoded"] += 1
                if deviations and kind != "example":
                    faults.append((where, ValueError(str(deviations[0]))))


if __name__ == "__main__":
    main()
