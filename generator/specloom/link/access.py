"""Where an API is served, and what opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .shapes import Pointer, Provenance

__all__ = [
    "OAuthFlow",
    "SchemeUse",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Signature",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A variable of a server's URL. `default` is `None` where the caller must say it."""

    pointer: Pointer
    name: str
    default: str | None
    enum: tuple[str, ...] = ()
    description: str = ""
    python_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A place where the API is served; `url` may hold `{variables}` or be relative."""

    pointer: Pointer
    url: str
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()
    python_name: str | None = None
    source: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """`x-signature`: the digest of the final bytes that a header carries."""

    algorithm: str
    over: tuple[str, ...]
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    """One flow of an OAuth2 scheme (OpenAPI 3.1 section 4.8.29)."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A security scheme (OpenAPI 3.1 section 4.8.27)."""

    pointer: Pointer
    key: str
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    name: str = ""
    location: Literal["query", "header", "cookie", ""] = ""
    scheme: str = ""
    bearer_format: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    open_id_url: str = ""
    signature: Signature | None = None
    description: str = ""
    deprecated: bool = False
    """OpenAPI 3.2 section 4.27."""
    python_name: str | None = None
    source: Provenance | None = None

    @property
    def token_url(self) -> str:
        """Where programs get tokens without a browser, or "".

        OpenAPI 3.1 section 4.8.29; the flow `clientCredentials` counts first.
        """
        stated = {flow.kind: flow.token_url for flow in self.flows if flow.token_url}
        return stated.get("clientCredentials") or next(iter(stated.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeUse:
    """One scheme inside a security requirement, with its scopes."""

    key: str
    scopes: tuple[str, ...] = ()
