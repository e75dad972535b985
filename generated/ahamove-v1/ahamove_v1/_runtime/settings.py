"""What a client was made with, and what one call makes of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from .errors import ConfigurationError
from .models import UnsetType
from .options import Options, Timeout
from .security import MASK, Credential, Keywords, Scheme
from .servers import Server

if TYPE_CHECKING:
    from .deviations import Deviation

__all__ = [
    "OnDeviation",
    "Settings",
    "agent",
    "discreet",
    "overridden",
    "stated_base_url",
    "timeout_of",
]

OnDeviation: TypeAlias = "Callable[[str, Deviation], object]"
"""Told of each deviation, with the operation's name: `customers.register`."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Everything that calls of one client share. Nothing in it ever changes."""

    schemes: Mapping[str, Scheme]
    keywords: Keywords
    credentials: Mapping[str, Credential]
    servers: Mapping[str, Server]
    environment: str | None
    variables: Mapping[str, str | None]
    base_url: str | None
    timeout: Timeout
    max_retries: int
    strict: bool
    headers: Mapping[str, str] = MappingProxyType({})
    query: Mapping[str, str] = MappingProxyType({})
    idempotency_key: str | None = None
    on_deviation: OnDeviation | None = None

    def server(self) -> Server | None:
        """Where calls go, unless an operation has a server of its own.

        Raises:
            ConfigurationError: There is no environment of that name.
        """
        if self.environment is None:
            return None
        if self.environment not in self.servers:
            names = ", ".join(self.servers)
            raise ConfigurationError(
                f"there is no environment {self.environment!r}, only: {names}"
            )
        return self.servers[self.environment]

    def report(self, operation: str, deviations: tuple[Deviation, ...]) -> None:
        """Tell the caller of deviations, if it wants to know."""
        if self.on_deviation is not None:
            for deviation in deviations:
                self.on_deviation(operation, deviation)


def overridden(settings: Settings, options: Options | None) -> Settings:
    """The settings with the options of one call."""
    if options is None:
        return settings
    retries, strict = options.max_retries, options.strict
    return msgspec.structs.replace(
        settings,
        timeout=timeout_of(options.timeout, settings.timeout),
        max_retries=settings.max_retries if retries is msgspec.UNSET else retries,
        strict=settings.strict if strict is msgspec.UNSET else strict,
        headers={**settings.headers, **options.headers},
        query={**settings.query, **options.query},
        base_url=options.base_url or settings.base_url,
        environment=options.environment or settings.environment,
        idempotency_key=options.idempotency_key or settings.idempotency_key,
    )


def discreet(settings: Settings) -> Settings:
    """The settings as people may read them: the document tells no secret of options."""
    return msgspec.structs.replace(
        settings,
        headers=dict.fromkeys(settings.headers, MASK),
        query=dict.fromkeys(settings.query, MASK),
    )


def timeout_of(
    given: Timeout | float | UnsetType | None, default: Timeout | None = None
) -> Timeout:
    """Limits as a caller gives them: a number is the total, `None` waits for ever."""
    if isinstance(given, Timeout):
        return given
    if given is None:
        return Timeout(connect=None, read=None, write=None, pool=None, total=None)
    if given is msgspec.UNSET:
        return default or Timeout()
    return Timeout(total=float(given))


def stated_base_url() -> str | None:
    """What `$<PACKAGE>_BASE_URL` says, which only an argument overrides."""
    return os.environ.get(f"{__name__.partition('.')[0]}_base_url".upper()) or None


@cache
def agent() -> str:
    """`User-Agent`: this distribution and its version (RFC 9110 section 10.1.5)."""
    from importlib.metadata import PackageNotFoundError, version

    name = __name__.partition(".")[0].replace("_", "-")
    try:
        return f"{name}/{version(name)}"
    except PackageNotFoundError:
        return name
