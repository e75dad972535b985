"""What became of each operation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..link import Api, Operation, Pointer, reached, received, sent
from ..name import Names
from ..read import split
from ..report import RULES, Diagnostic, Effect
from .package import OperationSummary

__all__ = ["summaries"]

_PARTS = re.compile(r"[/@]")

Places = Mapping[Pointer, list[Diagnostic]]
"""Findings by every place that holds the one that they are about."""


def summaries(
    api: Api,
    names: Names,
    diagnostics: Iterable[Diagnostic],
    authored: Callable[[Pointer], Pointer],
) -> Iterator[OperationSummary]:
    """One summary an operation in the document's order, then those that are left out.

    Places are compared as the author has them (Swagger 2.0 is rewritten).
    """
    found = tuple(replace(each, pointer=authored(each.pointer)) for each in diagnostics)
    places = _places(each for each in found if _effect(each) is Effect.APPROXIMATED)
    for operation in api.operations:
        held = _held(api, operation) if places else ()
        reasons = (each for p in held for each in places.get(authored(p), ()))
        yield _summary(names, operation, reasons)
    yield from (_left_out(each) for each in found if _effect(each) is Effect.LEFT_OUT)


def _effect(diagnostic: Diagnostic) -> Effect:
    return RULES[diagnostic.code].effect


def _places(diagnostics: Iterable[Diagnostic]) -> Places:
    places: defaultdict[Pointer, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        pointer = diagnostic.pointer
        for end in (*(m.start() for m in _PARTS.finditer(pointer)), len(pointer)):
            places[pointer[:end]].append(diagnostic)
    return places


def _held(api: Api, operation: Operation) -> tuple[Pointer, ...]:
    """The operation, and the schemas that it reaches."""
    schemas = reached(api, (*sent(operation), *received(operation)))
    return (operation.pointer, *schemas)


def _summary(
    names: Names, operation: Operation, reasons: Iterable[Diagnostic]
) -> OperationSummary:
    name = names.operations[operation.pointer]
    resource = names.resources[name.resource]
    package, module, method = names.package, resource.module, name.method
    said = tuple(dict.fromkeys(f"{each.code}: {each.message}" for each in reasons))
    return OperationSummary(
        pointer=operation.pointer,
        method=operation.method,
        path=operation.path,
        call=f"client.{resource.attribute}.{method}",
        sync=f"{package}.resources.{module}:{resource.type}.{method}",
        asynchronous=f"{package}.aio.{module}:Async{resource.type}.{method}",
        status="approximated" if said else "generated",
        reasons=said,
    )


def _left_out(diagnostic: Diagnostic) -> OperationSummary:
    *_, path, method = ("", "", *split(diagnostic.pointer)[1])
    return OperationSummary(
        pointer=diagnostic.pointer,
        method=method.upper(),
        path=path,
        call="",
        sync="",
        asynchronous="",
        status="left-out",
        reasons=(f"{diagnostic.code}: {diagnostic.message}",),
    )
