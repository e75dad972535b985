"""Arrays, of all parts that say what their items are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .api import AnyValue, Array, Pointer
from .node import Node
from .objects import together

if TYPE_CHECKING:
    from .schemas import Schemas

__all__ = ["array_of"]


def array_of(schemas: Schemas, pointer: Pointer, parts: tuple[Node, ...]) -> Array:
    """Each item by all that holds at its place (JSON Schema 2020-12 section 10.3.1)."""
    stated = [(tuple(p.items("prefixItems")), p.get("items")) for p in parts]
    prefix = (
        _item(
            schemas,
            f"{pointer}/prefixItems/{at}",
            (own[at] if at < len(own) else rest for own, rest in stated),
        )
        for at in range(max((len(own) for own, _ in stated), default=0))
    )
    items = _item(schemas, f"{pointer}/items", (rest for _, rest in stated))
    return Array(items=items, prefix=tuple(prefix))


def _item(schemas: Schemas, pointer: Pointer, stated: Iterable[Node | None]) -> Pointer:
    found = [each for each in stated if each is not None]
    if found:
        return together(schemas, pointer, found)
    return schemas.state(pointer, AnyValue())
