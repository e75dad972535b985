"""What became of each operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..link import Api, Operation, Pointer, reached, received, sent
from ..name import Names
from ..report import Diagnostic, Effect
from .package import OperationSummary

__all__ = ["summaries"]


def summaries(
    api: Api, names: Names, diagnostics: Iterable[Diagnostic]
) -> Iterator[OperationSummary]:
    """One summary an operation, in the document's order."""
    affecting = [each for each in diagnostics if each.effect is not Effect.NONE]
    for operation in api.operations:
        yield _summary(api, names, operation, affecting)


def _summary(
    api: Api, names: Names, operation: Operation, affecting: list[Diagnostic]
) -> OperationSummary:
    name = names.operations[operation.pointer]
    resource = names.resources[name.resource]
    reasons = [each for each in affecting if _touches(api, operation, each)]
    left_out = any(each.effect is Effect.LEFT_OUT for each in reasons)
    package, module, method = names.package, resource.module, name.method
    return OperationSummary(
        pointer=operation.pointer,
        method=operation.method,
        path=operation.path,
        call=f"client.{resource.attribute}.{method}",
        sync=f"{package}.resources.{module}:{resource.type}.{method}",
        asynchronous=f"{package}.aio.{module}:Async{resource.type}.{method}",
        status="left-out" if left_out else "approximated" if reasons else "generated",
        reasons=tuple(
            dict.fromkeys(f"{each.code}: {each.message}" for each in reasons)
        ),
    )


def _touches(api: Api, operation: Operation, diagnostic: Diagnostic) -> bool:
    """Whether a finding lies in the operation or in a schema that it reaches."""
    if within(diagnostic.pointer, operation.pointer):
        return True
    roots = (*sent(operation), *received(operation))
    return any(within(diagnostic.pointer, each) for each in reached(api, roots))


def within(pointer: Pointer, outer: Pointer) -> bool:
    """Whether a place is inside another one."""
    return pointer == outer or pointer.startswith((f"{outer}/", f"{outer}@"))
