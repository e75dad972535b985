"""The names of the package itself."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection
from typing import Final

from ..link import Api
from .identifiers import avoid, digest, pascal, snake
from .reserved import ERRORS, EXPORTS, RESOURCES, TOP_LEVEL
from .scope import Scope
from .words import split

__all__ = ["package"]

NOISE: Final = re.compile(
    r"\bopen ?api\b|\bswagger(?= (?:spec|doc))|\bREST(?:ful)?\b|\bAPIs?\b|\bthe\b"
    r"|\bspec(?:ification)?\b|\b(?:reference|documentation|endpoints)\b"
    r"|\bv(?:ersion)? ?\d+(?:\.\d+)*\b|\b\d+(?:\.\d+)+\b",
    re.IGNORECASE,
)
"""What titles say about the document rather than about the service."""
GENERIC: Final = frozenset(
    (
        *("application", "backend", "client", "core", "default", "definition"),
        *("developer", "developers", "external", "gateway", "http", "main", "open"),
        *("partner", "platform", "private", "public", "server", "service", "services"),
        *("example", "my", "sample", "swagger", "test", "title", "untitled", "web"),
    )
)
"""Words that many a service could be called."""
LONGEST: Final = 6
PLACEHOLDER: Final = re.compile(
    r"(?:^|\.)(?:example(?:\.\w+)?|localhost|local|internal|test|invalid)$|^[\d.]+$"
)
"""Hosts that are nobody's (RFC 6761, RFC 2606)."""


def package(scope: Scope) -> tuple[str, str, str]:
    """Distribution, package and client: the settings', or from the document's title."""
    api, pins = scope.api, scope.pins
    title = api.python_name or api.title
    said = split(NOISE.sub(" ", title))
    telling = said if {word.lower() for word in said} - GENERIC else ()
    found = telling or _hosted(api) or said or split(title)
    words = _branded(found[: 2 * LONGEST], _labels(api))[:LONGEST]
    plain = [word for word in map(_ascii, words) if word]
    stem = snake(plain) if plain else f"api_{digest(title)}"
    pinned = pins.distribution or pins.package
    module = pins.package or _module(snake(_ascii(pinned)) if pinned else stem)
    distribution = pins.distribution or module.strip("_").replace("_", "-")
    client = pins.client or _client(pascal(words) or pascal(stem))
    return distribution, module, client


def _hosted(api: Api) -> tuple[str, ...]:
    """What the first server's host says, where a title is `REST API`."""
    labels = _labels(api)[:-1]
    if len(labels) > 1 and labels[-1] in ("ac", "co", "com", "gov", "net", "org"):
        labels = labels[:-1]  # `api.shop.co.uk`
    return split(labels[-1]) if labels else ()


def _labels(api: Api) -> tuple[str, ...]:
    """The labels of the first server's host; none where it is nobody's."""
    url = api.servers[0].url if api.servers else ""
    match = re.match(r"https?://([a-z0-9.-]+)", url)
    if match is None or PLACEHOLDER.search(match[1]):
        return ()
    return tuple(match[1].split("."))


def _branded(words: tuple[str, ...], labels: Collection[str]) -> tuple[str, ...]:
    """The words, those as one that the host writes as one: `PagerDuty` of `pagerduty.com`."""
    for size in (3, 2):
        brand = "".join(word[:1].upper() + word[1:] for word in words[:size])
        if len(words) >= size and brand.lower() in labels:
            return brand, *_branded(words[size:], labels)
    return (words[0], *_branded(words[1:], labels)) if words else ()


def _ascii(text: str) -> str:
    """A text in the letters that PEP 508 allows."""
    normal = unicodedata.normalize("NFKD", text)
    return normal.encode("ascii", "ignore").decode("ascii")


def _module(stem: str) -> str:
    reserved = TOP_LEVEL | sys.stdlib_module_names
    return avoid(stem, reserved, "_client") or "api_client"


def _client(candidate: str) -> str:
    return avoid(candidate, RESOURCES | ERRORS | EXPORTS, "Api")
