"""Where an API is served (OpenAPI 3.1 section 4.8.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

import msgspec

from .errors import ConfigurationError

__all__ = ["Server", "address"]

NONE: Mapping[str, str | None] = MappingProxyType({})


class Server(msgspec.Struct, frozen=True):
    """A URL with `{variables}`; a variable without a default maps to `None`."""

    url: str
    variables: Mapping[str, str | None] = NONE


def address(
    server: Server | None, variables: Mapping[str, str | None], base_url: str | None
) -> str:
    """The URL before every path, without a slash at its end. `base_url` always wins.

    Raises:
        ConfigurationError: A variable has no value, or the result is not a complete
            http or https URL.
    """
    url = base_url
    if url is None:
        url = "" if server is None else filled(server, variables)
        if not url or url.startswith("/"):
            raise ConfigurationError(
                "the document names no complete server URL: pass `base_url`"
            )
    if "@" in url:
        raise ConfigurationError("pass credentials as such, not inside the server URL")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError(f"{url!r} is not a complete http or https URL")
    if parts.query or parts.fragment or any(c <= " " for c in url):
        raise ConfigurationError("a server URL has no query, no fragment, no spaces")
    return url.rstrip("/")


def filled(server: Server, variables: Mapping[str, str | None]) -> str:
    """The server's URL with the caller's values, then the defaults."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        given = variables.get(name)
        found = server.variables.get(name) if given is None else given
        if found is None:
            raise ConfigurationError(
                f"the server URL {server.url} needs `{name}` (or pass `base_url`)"
            )
        return str(found)

    return re.sub(r"\{([^{}]+)\}", value, server.url)
