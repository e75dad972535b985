"""Where redirects lead (RFC 9110 section 15.4)."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit

__all__ = ["MOST_REDIRECTS", "REDIRECTS", "origin", "resolved"]

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS: Final = 5


def resolved(base: str, target: str) -> str | None:
    """Where a redirect leads, `None` if that is no web address."""
    try:
        url = urljoin(base, target).partition("#")[0]
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def origin(url: str) -> tuple[str, str]:
    """Scheme and authority: whom credentials are meant for."""
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
