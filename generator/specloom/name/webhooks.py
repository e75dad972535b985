"""Requests that the service makes, as constants."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Operation, Pointer
from .collisions import Claim, settle
from .identifiers import avoid, constant, snake
from .reserved import CONSTANTS
from .scope import Scope

__all__ = ["webhooks"]


def webhooks(
    scope: Scope, methods: dict[Pointer, tuple[str, str]]
) -> dict[Pointer, str]:
    """Webhooks and callbacks -> their constants, unique in the package.

    One that several operations share is called after the first of them.
    """
    claims: dict[Pointer, Claim] = {}
    for each in _claims(scope, methods):
        claims.setdefault(each.key, each)
    return settle(list(claims.values()), scope.report)


def _claims(scope: Scope, methods: dict[Pointer, tuple[str, str]]) -> Iterator[Claim]:
    for each in scope.api.webhooks:
        yield _claim(scope, each, each.path)
    for operation in scope.api.operations:
        for callback in operation.callbacks:
            for each in callback.operations:
                method = methods[operation.pointer][0]
                yield _claim(scope, each, f"{method} {callback.name}")


def _claim(scope: Scope, operation: Operation, text: str) -> Claim:
    """The name of the webhook, then with its method, then as its id says."""
    wishes = (text, f"{text} {operation.method}", operation.operation_id or "")
    names = (constant(snake(each)) for each in wishes if each)
    kept = tuple(dict.fromkeys(avoid(name, CONSTANTS) for name in names if name))
    first = kept[0] if kept else "WEBHOOK"
    stated = scope.stated(operation.pointer, operation.python_name)
    return Claim(
        key=operation.pointer,
        wishes=(constant(stated), *kept) if stated else kept,
        pattern=f"{first}_{{}}",
        pointer=operation.pointer,
        rank=-1 if stated else 0,
    )
