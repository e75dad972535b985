"""Servers, and what opens their doors."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal
from urllib.parse import urlsplit

from .api import (
    OAuthFlow,
    SchemeUse,
    SecurityScheme,
    Server,
    ServerVariable,
    Signature,
)
from .node import Node

__all__ = ["requirements", "schemes", "server", "servers"]


def schemes(root: Node) -> dict[str, SecurityScheme]:
    """All security schemes by key (OpenAPI 3.1 section 4.8.27)."""
    components = root.get("components")
    if components is None:
        return {}
    return dict(_schemes(components))


def _schemes(components: Node) -> Iterator[tuple[str, SecurityScheme]]:
    for key, each in components.members("securitySchemes"):
        node = each.followed()
        scheme = _scheme(key, node)
        if scheme is not None:
            yield key, scheme


def _scheme(key: str, node: Node) -> SecurityScheme | None:
    match node.text("type"):
        case ("apiKey" | "http" | "oauth2" | "openIdConnect" | "mutualTLS") as kind:
            pass
        case _:
            return None
    return SecurityScheme(
        pointer=node.pointer,
        key=key,
        kind=kind,
        name=node.text("name"),
        location=_location(node),
        scheme=node.text("scheme"),
        bearer_format=node.text("bearerFormat"),
        flows=tuple(_flow(kind, flow) for kind, flow in node.members("flows")),
        open_id_url=node.text("openIdConnectUrl"),
        signature=_signature(node),
        description=node.text("description"),
        deprecated=node.flag("deprecated"),
        python_name=node.python_name,
        source=node.source,
    )


def _location(node: Node) -> Literal["query", "header", "cookie", ""]:
    match node.text("in"):
        case ("query" | "header" | "cookie") as location:
            return location
        case _:
            return ""


def _signature(node: Node) -> Signature | None:
    stated = node.get("x-signature")
    if stated is None:
        return None
    return Signature(
        algorithm=stated.text("algorithm"),
        over=stated.texts("over") or ("body",),
        encoding=stated.text("encoding") or "hex",
    )


def _flow(kind: str, node: Node) -> OAuthFlow:
    scopes = ((name, scope.tree) for name, scope in node.members("scopes"))
    return OAuthFlow(
        kind=kind,
        authorization_url=node.text("authorizationUrl"),
        token_url=node.text("tokenUrl"),
        refresh_url=node.text("refreshUrl"),
        scopes=tuple((name, text) for name, text in scopes if isinstance(text, str)),
    )


def requirements(
    owner: Node, known: Container[str]
) -> tuple[tuple[SchemeUse, ...], ...] | None:
    """Security requirements: alternatives of schemes that go together; `None` unstated.

    Nobody can meet one whose scheme could not be read.
    """
    if not owner.has("security"):
        return None
    return tuple(
        tuple(SchemeUse(key=key, scopes=item.texts(key)) for key in item.tree)
        for item in owner.items("security")
        if isinstance(item.tree, dict) and all(key in known for key in item.tree)
    )


def servers(owner: Node) -> tuple[Server, ...]:
    """The servers of a document, a path or an operation (section 4.8.5)."""
    return tuple(map(server, owner.items("servers")))


def server(node: Node) -> Server:
    """One server."""
    return Server(
        pointer=node.pointer,
        url=node.text("url"),
        description=node.text("description"),
        variables=tuple(_variables(node)),
        python_name=node.python_name or node.text("name") or None,
        source=node.source,
    )


def _variables(server: Node) -> Iterator[ServerVariable]:
    for name, node in server.members("variables"):
        yield ServerVariable(
            pointer=node.pointer,
            name=name,
            default=_default(node, name, server.text("url")),
            enum=node.texts("enum"),
            description=node.text("description"),
            python_name=node.python_name,
        )


def _default(node: Node, name: str, url: str) -> str | None:
    """The value that an address has without the caller's, if that leads to a host."""
    default = node.text("default")
    if not default and (not node.has("default") or _needs(url, name)):
        return None
    return None if _unusable(default) else default


def _needs(url: str, name: str) -> bool:
    """Whether no address is left where a variable is empty."""
    scheme, _, rest = url.replace(f"{{{name}}}", "").partition("//")
    host = rest.partition("/")[0].rpartition("@")[2].partition(":")[0]
    broken = not host or host.startswith(".") or ".." in host
    return broken or scheme == ":" or url.startswith(f"{{{name}}}")


def _unusable(default: str) -> bool:
    """A host that can't exist (RFC 6761 section 6.4): the caller must name one."""
    address = default if "//" in default else f"//{default}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host == "invalid" or host.endswith(".invalid")
