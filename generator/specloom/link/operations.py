"""Operations: the methods of paths, of webhooks and of callbacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, Protocol, TypeAlias

from .api import (
    Callback,
    JsonValue,
    Operation,
    Pagination,
    Pointer,
    SchemeUse,
    SecurityScheme,
    Server,
    Waiter,
)
from .authorization import asked, without_credentials
from .node import Node
from .parameters import body, parameters
from .responses import responses
from .schemas import Schemas
from .security import requirements, servers

__all__ = ["METHODS", "Linker", "Verb", "operation", "verbs"]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fixed fields of a path item (OpenAPI 3.2 adds `query`)."""


Style: TypeAlias = Literal["cursor", "page", "offset", "link", "url"]
STYLES: Final[tuple[Style, ...]] = (
    "cursor",
    "page",
    "offset",
    "link",
    "url",
)


class Linker(Protocol):
    """What operations need to know of the document."""

    @property
    def schemas(self) -> Schemas:
        """Where schemas are wanted."""
        ...

    @property
    def identifiers(self) -> Mapping[str, Pointer]:
        """`operationId` -> operation."""
        ...

    @property
    def known(self) -> Mapping[str, SecurityScheme]:
        """The document's security schemes by key."""
        ...

    @property
    def security(self) -> tuple[tuple[SchemeUse, ...], ...]:
        """The document's own requirements."""
        ...


class Verb:
    """A method of a path item: where it stands and what surrounds it."""

    __slots__ = ("item", "method", "node", "path")

    def __init__(self, path: str, method: str, item: Node, node: Node) -> None:
        self.path = path
        self.method = method
        self.item = item
        self.node = node


def verbs(path: str, item: Node) -> Iterator[Verb]:
    """The methods of a path item in the document's order (OpenAPI 3.1 section 4.8.9)."""
    item = item.followed()
    tree = item.tree if isinstance(item.tree, dict) else {}
    for key in tree:
        if key in METHODS:
            node = item.get(key)
            if node is not None and isinstance(node.tree, dict):
                yield Verb(path, key.upper(), item, node)
        elif key == "additionalOperations":
            for method, node in item.members(key):
                yield Verb(path, method, item, node)


def operation(linker: Linker, verb: Verb, *, inner: bool = False) -> Operation:
    """One operation. Those inside callbacks (`inner`) have no callbacks of their own."""
    node, schemas = verb.node, linker.schemas
    stated = requirements(node, linker.known)
    security = asked(
        linker.security if stated is None else stated, linker.known, (node, verb.item)
    )
    found = parameters(schemas, verb.item, node)
    return Operation(
        pointer=node.pointer,
        method=verb.method,
        path=verb.path,
        operation_id=node.text("operationId") or None,
        tags=node.texts("tags"),
        summary=node.text("summary") or verb.item.text("summary"),
        description=node.text("description") or verb.item.text("description"),
        deprecated=node.flag("deprecated"),
        lifecycle=node.lifecycle or verb.item.lifecycle,
        parameters=without_credentials(found, security, linker.known),
        body=body(schemas, node),
        responses=responses(schemas, node, verb.method, linker.identifiers),
        security=security,
        servers=_servers(verb),
        callbacks=() if inner else tuple(_callbacks(linker, node)),
        unsafe=node.flag("x-unsafe"),
        idempotency=_idempotency(node.value("x-idempotency")),
        pagination=_pagination(node.get("x-pagination")),
        waiter=_waiter(node.get("x-waiter")),
        python_name=node.python_name,
        source=node.source or verb.item.source,
    )


def _servers(verb: Verb) -> tuple[Server, ...]:
    return servers(verb.node) or servers(verb.item)


def _idempotency(value: JsonValue) -> Mapping[str, JsonValue] | None:
    """`x-idempotency`; a string names the header."""
    return {"header": value} if isinstance(value, str) else _mapping(value)


def _pagination(node: Node | None) -> Pagination | None:
    """`x-pagination`, if it is ours: another tool's has no `style`."""
    if node is None:
        return None
    styles: dict[str, Style] = {each: each for each in STYLES}
    style = styles.get(node.text("style"))
    if style is None:
        return None
    first = node.value("first")
    return Pagination(
        style=style,
        items=node.text("items"),
        parameter=node.text("parameter"),
        next=node.text("next"),
        cursor=node.text("cursor"),
        more=node.text("more"),
        first=first if isinstance(first, int) else int(style != "offset"),
    )


def _waiter(node: Node | None) -> Waiter | None:
    """`x-waiter`."""
    if node is None or not node.text("member"):
        return None
    return Waiter(
        member=node.text("member"),
        until=_states(node.value("until")),
        unless=_states(node.value("unless")),
        every=_seconds(node.value("every")),
        within=_seconds(node.value("within")),
    )


def _states(value: JsonValue) -> tuple[str | int | bool, ...]:
    found = value if isinstance(value, list) else []
    return tuple(each for each in found if isinstance(each, str | int | bool))


def _seconds(value: JsonValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _mapping(value: JsonValue) -> Mapping[str, JsonValue] | None:
    return value if isinstance(value, dict) else None


def _callbacks(linker: Linker, node: Node) -> Iterator[Callback]:
    """Requests that the service makes (OpenAPI 3.1 section 4.8.18)."""
    for name, each in node.members("callbacks"):
        callback = each.followed()
        tree = callback.tree if isinstance(callback.tree, dict) else {}
        for expression in tree:
            item = callback.get(expression)
            if expression.startswith("x-") or item is None:
                continue
            yield Callback(
                pointer=item.pointer,
                name=name,
                expression=expression,
                operations=tuple(
                    operation(linker, verb, inner=True)
                    for verb in verbs(expression, item)
                ),
            )
