"""Links as constants."""

from __future__ import annotations

from collections.abc import Iterator

from ..link import Pointer, linked
from .collisions import Claim, settle
from .identifiers import avoid, constant, snake
from .reserved import CONSTANTS
from .scope import Scope

__all__ = ["links"]


def links(scope: Scope, methods: dict[Pointer, tuple[str, str]]) -> dict[str, str]:
    """Links -> their constants, unique in the package: `CREATE_GET_ORDER`."""
    return settle(list(_claims(scope, methods)), scope.report)


def _claims(scope: Scope, methods: dict[Pointer, tuple[str, str]]) -> Iterator[Claim]:
    """The method and the link; then with the whole name of the operation, or the status."""
    for key, operation, response, link in linked(scope.api):
        if link.operation in methods:
            name = f"{methods[operation.pointer][0]} {link.name}"
            longer = f"{operation.operation_id or operation.path} {link.name}"
            texts = (name, longer, f"{name} {response.status}")
            wishes = (constant(snake(each)) for each in texts)
            kept = tuple(avoid(each, CONSTANTS) for each in wishes if each)
            yield Claim(
                key=key,
                wishes=kept,
                pattern=f"{kept[0] if kept else 'LINK'}_{{}}",
                pointer=link.pointer,
            )
