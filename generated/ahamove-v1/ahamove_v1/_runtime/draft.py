"""A request while it is put together: credentials and signatures still change it."""

from __future__ import annotations

import re

from .errors import RequestError
from .options import Timeout
from .transport import Content, Headers, Request

__all__ = ["Draft", "field_value"]

NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""RFC 9110 section 5.6.2."""
UNSENDABLE = re.compile(r"[^\t\x20-\x7e]")


class Draft:
    """The parts of a request. `query` and `cookies` hold finished `name=value` texts."""

    __slots__ = ("body", "cookies", "headers", "location", "method", "query")

    def __init__(self, method: str, location: str) -> None:
        self.method = method
        self.location = location
        self.query: list[str] = []
        self.headers: list[tuple[str, str]] = []
        self.cookies: list[str] = []
        self.body: Content = b""

    def copy(self) -> Draft:
        """The same parts, to be changed apart."""
        other = Draft(self.method, self.location)
        other.query = [*self.query]
        other.headers = [*self.headers]
        other.cookies = [*self.cookies]
        other.body = self.body
        return other

    def public(self) -> Draft:
        """What may be sent to anybody: no header but `Accept` and `User-Agent`."""
        other = Draft(self.method, self.location)
        other.headers = [p for p in self.headers if p[0] in ("Accept", "User-Agent")]
        return other

    def elsewhere(self, url: str) -> Draft:
        """The same request to another URL, which brings its own query."""
        other = self.copy()
        other.location = url
        other.query = []
        return other

    @property
    def url(self) -> str:
        """The URL, its query included."""
        if not self.query:
            return self.location
        mark = "&" if "?" in self.location else "?"
        return f"{self.location}{mark}{'&'.join(self.query)}"

    def set(self, name: str, value: str) -> None:
        """Write a header field instead of any of that name.

        Raises:
            RequestError: The name is none, or the value cannot be a field value.
        """
        if NAME.fullmatch(name) is None:
            raise RequestError("a header's name holds a character that none may hold")
        wanted = name.lower()
        if any(key.lower() == wanted for key, _ in self.headers):
            self.headers = [pair for pair in self.headers if pair[0].lower() != wanted]
        self.headers.append((name, field_value(name, value)))

    def finish(self, timeout: Timeout, operation: str, attempt: int = 1) -> Request:
        """The request as it stands."""
        headers = self.headers
        if self.cookies:
            headers = [*headers, ("Cookie", "; ".join(self.cookies))]
        return Request(
            method=self.method,
            url=self.url,
            headers=Headers(headers),
            body=self.body,
            timeout=timeout,
            operation=operation,
            attempt=attempt,
        )


def field_value(name: str, value: str) -> str:
    """A header's value, checked: visible ASCII, spaces and tabs (RFC 9110 section 5.5).

    Anything else is refused rather than guessed at: line ends would start another
    field, and servers disagree about the encoding of all other characters. White space
    around a value is no part of it.

    Raises:
        RequestError: The value holds such a character; the message does not repeat it.
    """
    if UNSENDABLE.search(value) is not None:
        raise RequestError(
            f"header `{name}` may hold ASCII without line ends and controls only; "
            "percent-encode the value if the service expects that"
        )
    return value.strip()
